/**
 * A native date field. While a year is typed it holds years such as 0002, so what it shows is its own until it is a day that
 * can be used; only then the draft hears of it.
 */
'use client';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { dayText, firstDay, lastDayNumber } from '@/lib/share/day';

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** `YYYY-MM-DD` or empty. */
  readonly value: string;
  /** Why a day cannot be taken; null when it can. */
  readonly read: (day: string) => string | null;
  readonly onDay: (day: string) => void;
  readonly field?: {
    readonly ref?: Ref<HTMLInputElement>;
    readonly min?: string;
    readonly onKeyDown?: (event: KeyboardEvent) => void;
  };
};

export function DateField({ label, hint, value, read, onDay, field }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null);
  // What was typed counts only as long as the draft's own day is the one it was typed over.
  const text = typed?.over === value ? typed.text : value;
  const error = text === value ? null : read(text);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field?.ref}
        type="date"
        className="field w-full max-w-48"
        value={text}
        min={field?.min ?? firstDay}
        max={dayText(lastDayNumber)}
        aria-invalid={error !== null}
        aria-describedby={described || undefined}
        onKeyDown={field?.onKeyDown}
        onChange={(event) => {
          const day = event.target.value;
          if (read(day) === null) {
            setTyped(null);
            onDay(day);
          } else setTyped({ text: day, over: value });
        }}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-faint">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} role="status" className="text-bad empty:hidden">
        {error}
      </p>
    </>
  );
}
