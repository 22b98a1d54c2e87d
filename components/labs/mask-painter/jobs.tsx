/** The three jobs, tried on the mask as it stands: what fits, what is spoiled, with the numbers behind it. */
import type { Result } from './core';
import { SOURCE, TOKENS } from './mask';
import type { Verdict, Words } from './words';

type Props = { readonly t: Words; readonly result: Result };

export function judgeJobs({
  leaks,
  early,
  context,
  answer,
}: Result): Readonly<Record<'next' | 'blank' | 'answer', Verdict>> {
  const full = context.every((known) => known === TOKENS - 1);
  const complete = answer.source === SOURCE && answer.target === TOKENS - SOURCE;
  return {
    next: leaks.length > 0 ? 'bad' : early.length > 0 ? 'part' : 'good',
    blank: full ? 'good' : 'part',
    answer: answer.early > 0 ? 'bad' : complete ? 'good' : 'part',
  };
}

const look = {
  good: ['✓', 'text-good'],
  part: ['◐', 'text-warn'],
  bad: ['✗', 'text-bad'],
} as const;

export function Jobs({ t, result }: Props) {
  const verdicts = judgeJobs(result);
  const notes = { next: t.nextNote(result), blank: t.blankNote(result), answer: t.answerNote(result) };
  return (
    <section>
      <p className="font-semibold">{t.jobs}</p>
      <ul className="list-none p-0 [&>li]:m-0 mt-1 border-t border-line">
        {(['next', 'blank', 'answer'] as const).map((job) => {
          const [mark, tone] = look[verdicts[job]];
          return (
            <li key={job} className="border-b border-line py-2">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span>{t[job]}</span>
                <span className={`font-semibold ${tone}`}>
                  <span aria-hidden="true">{mark}</span> {t.verdict[verdicts[job]]}
                </span>
              </p>
              <p className="text-sm text-soft tabular-nums">{notes[job]}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
