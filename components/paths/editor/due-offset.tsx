/** A number of days or weeks: a due date after the start, or how far to move one. */
'use client';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { shareLimits } from '@/lib/share/limits';
import type { EditorStrings } from './strings';

type Props = {
  readonly label: string;
  readonly t: EditorStrings;
  readonly due: number | undefined;
  readonly field?: { readonly ref?: Ref<HTMLInputElement>; readonly onKeyDown: (event: KeyboardEvent) => void };
  readonly onDue: (due: number | null) => void;
};

export function DueOffset({ label, t, due, field, onDue }: Props) {
  const id = useId();
  const [unit, setUnit] = useState<1 | 7>(due === undefined || (due > 0 && due % 7 === 0) ? 7 : 1);
  // Days that are no whole weeks are shown as days, whatever was chosen before.
  const shown = due !== undefined && due % unit !== 0 ? 1 : unit;
  return (
    <div className="grid gap-1">
      <label htmlFor={id}>{label}</label>
      <span className="flex gap-2">
        <input
          id={id}
          ref={field?.ref}
          type="number"
          inputMode="numeric"
          className="field w-20 tabular-nums"
          min={0}
          max={Math.floor(shareLimits.dueDays / shown)}
          step={1}
          value={due === undefined ? '' : due / shown}
          onKeyDown={field?.onKeyDown}
          onChange={({ target }) => onDue(target.value === '' ? null : target.valueAsNumber * shown)}
        />
        <select
          className="field"
          aria-label={t.row.unit}
          value={shown}
          onChange={({ target }) => {
            const next = target.value === '7' ? 7 : 1;
            setUnit(next);
            if (due !== undefined) onDue((due / shown) * next);
          }}
        >
          <option value={1}>{t.row.days}</option>
          <option value={7}>{t.row.weeks}</option>
        </select>
      </span>
    </div>
  );
}
