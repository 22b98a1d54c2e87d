/** Where the number is typed, and a few that show something at once. */
'use client';
import { useId } from 'react';
import type { InspectorStrings } from './strings';

type Props = {
  readonly value: string;
  readonly readable: boolean;
  readonly maxLength: number;
  readonly t: InspectorStrings;
  readonly onChange: (value: string) => void;
};

const examples = ['0.1', '2048 + 1', '256 + 1', '1e-8', '70000', '500'] as const;

export function EntryField({ value, readable, maxLength, t, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="lab-control-label">
        {t.params.value}
      </label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        className="field mt-1 block w-full max-w-md font-mono text-lg tabular-nums"
        maxLength={maxLength}
        value={value}
        aria-invalid={!readable}
        aria-describedby={readable ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      {!readable && (
        <p id={`${id}-help`} role="alert" className="mt-1 text-sm text-bad">
          {t.unreadable}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-4 text-sm">
        <span className="text-soft">{t.examples}</span>
        {examples.map((example) => (
          <button key={example} type="button" className="lab-link tabular-nums" onClick={() => onChange(example)}>
            {example}
          </button>
        ))}
      </p>
    </div>
  );
}
