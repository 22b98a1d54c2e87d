/** A check answered by a number. */
'use client';
import { type ReactNode, useState } from 'react';
import { readNumber } from '@/lib/read-number';
import type { CheckStrings } from './check-strings';
import { useCheckRecord } from './use-check-record';
import { Verdict } from './verdict';

type Props = {
  readonly t: CheckStrings;
  readonly record: string;
  readonly answer: number;
  /** Largest absolute difference that still counts as right. */
  readonly tolerance: number;
  readonly unit: string;
  readonly why: ReactNode;
  readonly labelledBy: string;
};

export function NumberCheck({ t, record, answer, tolerance, unit, why, labelledBy }: Props) {
  const [stored, save] = useCheckRecord(record);
  const [draft, setDraft] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const answered = draft === null && stored !== null;
  const shown = draft ?? (stored === null ? '' : String(stored.answer));

  const submit = () => {
    const value = readNumber(shown);
    setInvalid(value === null);
    if (value === null) return;
    save(value, Math.abs(value - answer) <= tolerance + Number.EPSILON);
    setDraft(null);
  };

  return (
    <form
      data-answered={answered}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="number-answer">
        <input
          className="field tabular-nums"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t.answer}
          aria-describedby={labelledBy}
          aria-invalid={invalid}
          value={shown}
          onChange={(event) => setDraft(event.target.value)}
        />
        {unit && <span>{unit}</span>}
      </p>
      {invalid && (
        <p role="alert" className="text-bad">
          {t.notANumber}
        </p>
      )}
      <Verdict
        t={t}
        state={!answered ? 'open' : stored.correct ? 'right' : 'wrong'}
        canSubmit={shown.trim() !== ''}
        onSubmit={submit}
        onAgain={() => setDraft('')}
      />
      <div className="why">{why}</div>
    </form>
  );
}
