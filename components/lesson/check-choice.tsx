/** Choices, one or several right. Every choice gives its reason once the learner has answered. */
'use client';
import { type ReactNode, useState } from 'react';
import type { CheckStrings } from './check-strings';
import { useCheckRecord } from './use-check-record';
import { Verdict } from './verdict';

/** `place` is where it stands in the source; answers are stored by it. */
export type ChoicePart = {
  readonly place: number;
  readonly correct: boolean;
  readonly text: ReactNode;
  readonly why: ReactNode;
};
type Props = {
  readonly t: CheckStrings;
  readonly record: string;
  readonly choices: readonly ChoicePart[];
  readonly labelledBy: string;
};

const isIndices = (answer: unknown): answer is number[] => Array.isArray(answer) && answer.every(Number.isInteger);

export function ChoiceCheck({ t, record, choices, labelledBy }: Props) {
  const [stored, save] = useCheckRecord(record);
  const [draft, setDraft] = useState<readonly number[] | null>(null);
  const answered = draft === null && isIndices(stored?.answer) ? stored.answer : null;
  const chosen = draft ?? answered ?? [];
  const several = choices.filter((choice) => choice.correct).length > 1;

  const toggle = (place: number) => {
    const without = chosen.filter((item) => item !== place);
    if (!several) setDraft([place]);
    else setDraft(chosen.includes(place) ? without : [...without, place].sort((a, b) => a - b));
  };
  const submit = () => {
    save(
      chosen,
      choices.every(({ place, correct }) => correct === chosen.includes(place)),
    );
    setDraft(null);
  };
  const missing = answered?.every((picked) => choices.some(({ place, correct }) => correct && place === picked));

  return (
    <div data-answered={answered !== null}>
      {several && <p className="text-soft">{t.severalRight}</p>}
      <fieldset aria-labelledby={labelledBy} className="choices">
        {choices.map((choice) => {
          const picked = chosen.includes(choice.place);
          const verdict = answered === null ? 'open' : choice.correct ? 'right' : 'wrong';
          return (
            <div key={choice.place} className="choice" data-picked={picked} data-verdict={verdict}>
              <label>
                <input
                  type={several ? 'checkbox' : 'radio'}
                  name={record}
                  checked={picked}
                  onChange={() => toggle(choice.place)}
                />
                <span className="choice-text">{choice.text}</span>
                {answered !== null && (
                  <span className="choice-verdict">
                    {choice.correct ? '✓' : '✗'}{' '}
                    <span className="sr-only">{choice.correct ? t.rightOne : t.wrongOne}</span>
                  </span>
                )}
              </label>
              <div className="why">{choice.why}</div>
            </div>
          );
        })}
      </fieldset>
      <Verdict
        t={t}
        state={answered === null ? 'open' : stored?.correct ? 'right' : missing ? 'partly' : 'wrong'}
        canSubmit={chosen.length > 0}
        onSubmit={submit}
        onAgain={() => setDraft([])}
      />
    </div>
  );
}
