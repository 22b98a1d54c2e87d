/** Which matrices of every layer get an adapter, with their shapes: one switch each. */
'use client';
import { core, matrices } from './core';
import type { LoraStrings } from './strings';

type Name = (typeof matrices)[number];
type Props = {
  readonly targets: readonly Name[];
  readonly shapes: Readonly<Record<Name, readonly [rows: number, columns: number]>>;
  readonly t: LoraStrings;
  readonly onChange: (targets: readonly Name[]) => void;
};

export function TargetPicker({ targets, shapes, t, onChange }: Props) {
  return (
    <fieldset>
      <legend className="text-sm text-soft">{t.params.targets}</legend>
      <div className="mt-1 grid grid-cols-3 gap-2 sm:grid-cols-6" data-targets={core.id}>
        {matrices.map((name) => {
          const on = targets.includes(name);
          return (
            <label
              key={name}
              className={`flex min-h-11 cursor-pointer items-center gap-2 rounded-sm border px-2 py-1 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent ${on ? 'border-accent bg-accent-wash' : 'border-strong'}`}
            >
              <input
                type="checkbox"
                checked={on}
                onChange={() => onChange(on ? targets.filter((one) => one !== name) : [...targets, name])}
              />
              <span>
                <span className="block font-mono leading-tight">{name}</span>
                <span className="block text-xs leading-tight whitespace-nowrap text-soft tabular-nums">
                  {t.shape(...shapes[name])}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
