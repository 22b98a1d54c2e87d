/** What was answered, what is right, and why: folded away, for whoever wants to learn from the test too. */
'use client';
import { withUnit } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import type { Attempt } from '@/lib/placement/attempt';
import { type Answer, type AskedQuestion, isRight } from '@/lib/placement/grade';
import { InlineText } from './inline-text';
import { strings } from './strings';

type Props = { readonly questions: readonly AskedQuestion[]; readonly attempt: Attempt; readonly locale: Locale };

export function AnswerReview({ questions, attempt, locale }: Props) {
  const t = strings[locale];
  const asked = attempt.flatMap(({ id, answer }) => {
    const question = questions.find((each) => each.id === id);
    return question ? [{ question, answer }] : [];
  });
  return (
    <details className="mt-10">
      <summary className="min-h-9 font-medium">{t.review}</summary>
      <ol className="mt-2 grid list-decimal grid-cols-1 gap-6 ps-6">
        {asked.map(({ question, answer }) => (
          <li key={question.id}>
            <p className="font-prose">
              <InlineText text={question.prompt} />
            </p>
            <Reasons question={question} answer={answer} locale={locale} />
          </li>
        ))}
      </ol>
    </details>
  );
}

type ReasonsProps = { readonly question: AskedQuestion; readonly answer: Answer; readonly locale: Locale };

function Reasons({ question, answer, locale }: ReasonsProps) {
  const t = strings[locale];
  const right = isRight(question, answer);
  const mine = answer === null ? undefined : wordsOf(question, answer);
  const best =
    question.kind === 'choice'
      ? wordsOf(
          question,
          question.choices.findIndex((each) => each.right),
        )
      : wordsOf(question, question.answer);
  return (
    <dl className="mt-2 grid grid-cols-1 gap-2 text-sm">
      <div>
        <dt className={right ? 'text-good' : 'text-bad'}>
          {right ? '✓' : '✗'} {t.yours(answer === null ? t.didNotKnow : right ? t.right : t.wrong)}
        </dt>
        {mine && <Line {...mine} />}
      </div>
      {!right && (
        <div>
          <dt className="text-good">{t.rightOne}</dt>
          <Line {...best} />
        </div>
      )}
    </dl>
  );
}

type Described = { readonly text: string; readonly why: string };

/** Of a wrong number there is nothing to say; the reason stands with the right one. */
function wordsOf(question: AskedQuestion, answer: number): Described {
  if (question.kind === 'choice') return question.choices[answer] ?? { text: '', why: '' };
  return { text: withUnit(answer, question.unit), why: isRight(question, answer) ? question.why : '' };
}

function Line({ text, why }: Described) {
  return (
    <dd>
      <InlineText text={text} />
      {why && (
        <span className="block text-soft">
          <InlineText text={why} />
        </span>
      )}
    </dd>
  );
}
