/** One question: a choice or a number, and "I do not know" as an answer of its own. Reasons wait until the end. */
'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { placementRules } from '@/lib/placement/assess';
import type { Answer, AskedQuestion } from '@/lib/placement/grade';
import { readNumber } from '@/lib/read-number';
import { InlineText } from './inline-text';
import { strings } from './strings';

type Props = {
  readonly question: AskedQuestion;
  /** Which question of this test it is, from 1. */
  readonly number: number;
  readonly isFocused: boolean;
  readonly locale: Locale;
  readonly onAnswer: (answer: Answer) => void;
};

/** Give it the question's id as key: a new question starts empty. */
export function QuestionForm({ question, number, isFocused, locale, onAnswer }: Props) {
  const t = strings[locale];
  /** The place of the choice, or the number as it is typed. */
  const [draft, setDraft] = useState('');
  const [isInvalid, setIsInvalid] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = readNumber(draft);
    const isNumber = value !== null && Number.isFinite(value);
    setIsInvalid(!isNumber);
    if (isNumber) onAnswer(value);
  };
  return (
    <form data-question={question.id} onSubmit={submit}>
      <p className="mb-4 flex items-center gap-4 text-sm text-soft tabular-nums">
        <span className="shrink-0">
          {t.question(number)} · {t.ofMost}
        </span>
        <progress aria-hidden="true" className="min-w-0 flex-1" value={number - 1} max={placementRules.most} />
      </p>
      <h2
        ref={heading}
        tabIndex={-1}
        id="placement-prompt"
        className="mb-5 font-prose text-xl leading-relaxed outline-none"
      >
        <span className="sr-only">{t.question(number) + t.colon}</span>
        <InlineText text={question.prompt} />
      </h2>
      {question.code && (
        <pre className="mb-5 overflow-x-auto rounded-md bg-sunken p-4 font-mono text-sm leading-relaxed">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
          <code tabIndex={0}>{question.code.trimEnd()}</code>
        </pre>
      )}
      {question.kind === 'choice' ? (
        <fieldset aria-labelledby="placement-prompt" className="border-t border-line">
          {question.choices.map(({ text }, place) => (
            <label
              key={text}
              className="flex min-h-11 cursor-pointer items-start gap-3 border-b border-line py-2.5 has-checked:bg-accent-wash"
            >
              <input
                type="radio"
                name={question.id}
                className="mt-1 ms-1 flex-none"
                value={place}
                checked={draft === String(place)}
                onChange={() => setDraft(String(place))}
              />
              <span className="min-w-0">
                <InlineText text={text} />
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="flex flex-wrap items-center gap-3">
          <input
            className="field w-40 tabular-nums"
            inputMode="text"
            autoComplete="off"
            maxLength={40}
            aria-label={t.answer}
            aria-describedby="placement-prompt"
            aria-invalid={isInvalid}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
          />
          {question.unit && <span>{question.unit}</span>}
        </p>
      )}
      {isInvalid && (
        <p role="alert" className="mt-2 text-bad">
          {t.notANumber}
        </p>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        <button type="submit" className="button button-primary" disabled={draft.trim() === ''}>
          {t.next}
        </button>
        <button type="button" className="button" onClick={() => onAnswer(null)}>
          {t.unknown}
        </button>
      </p>
    </form>
  );
}
