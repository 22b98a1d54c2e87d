/** Which layers get an adapter: one switch a layer, and the three sets people use. */
'use client';
import { formatPercent } from '@/lib/format-number';
import type { LinearName } from '@/lib/ml/cost/model-shape';
import type { Module } from './core';
import type { LoraStrings } from './strings';

type Props = {
  readonly modules: readonly Module[];
  readonly targets: readonly LinearName[];
  readonly t: LoraStrings;
  readonly onChange: (targets: readonly LinearName[]) => void;
};

const presets = {
  folk: ['q', 'v'],
  attention: ['q', 'k', 'v', 'o'],
  all: ['q', 'k', 'v', 'o', 'gate', 'up', 'down'],
} as const satisfies Readonly<Record<string, readonly LinearName[]>>;

export function TargetPicker({ modules, targets, t, onChange }: Props) {
  return (
    <fieldset>
      <legend className="text-sm text-soft">{t.targetsLabel}</legend>
      <div className="mt-1 flex flex-wrap gap-2">
        {modules.map(({ name, share }) => {
          const on = targets.includes(name);
          return (
            <label
              key={name}
              className={`flex min-h-9 cursor-pointer items-center gap-2 rounded-sm border px-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent ${on ? 'border-accent bg-accent-wash' : 'border-strong'}`}
            >
              <input
                type="checkbox"
                checked={on}
                onChange={() => onChange(on ? targets.filter((one) => one !== name) : [...targets, name])}
              />
              <span className="font-mono">{name}</span>
              <span className="text-xs text-soft tabular-nums">{formatPercent(share)}</span>
            </label>
          );
        })}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4">
        {(['folk', 'attention', 'all'] as const).map((preset) => (
          <button key={preset} type="button" className="lab-link text-sm" onClick={() => onChange(presets[preset])}>
            {t.presets[preset]}
          </button>
        ))}
      </p>
    </fieldset>
  );
}
