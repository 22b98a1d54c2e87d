/** The four numbers of the matrix to type, and some matrices that are known for what they do. */
'use client';
import { NumberField } from '@/components/labs/frame/number-field';
import { brackets } from './brackets';
import { params, type Values } from './core';
import { type PlaygroundStrings, type PresetName, presets } from './strings';

type Props = {
  readonly t: PlaygroundStrings;
  readonly matrix: readonly number[];
  readonly set: (change: Partial<Values>) => void;
};

const { min, max, step } = params.matrix;
const names = Object.keys(presets) as PresetName[];

export function MatrixField({ t, matrix, set }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="flex items-center gap-2">
        <span className="font-mono">{t.matrixLabel}</span>
        <div className={`grid grid-cols-2 gap-1 py-1 ${brackets}`}>
          {matrix.map((entry, i) => (
            <NumberField
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
              key={i}
              className="field w-20 text-end tabular-nums"
              aria-label={t.entry(Math.floor(i / 2) + 1, (i % 2) + 1)}
              min={min}
              max={max}
              step={step}
              value={entry}
              onChange={(typed) => set({ matrix: matrix.map((old, j) => (j === i ? typed : old)) })}
            />
          ))}
        </div>
      </div>
      <p className="flex flex-wrap items-center gap-x-4 text-sm">
        <span className="text-soft">{t.presets}</span>
        {names.map((name) => (
          <button key={name} type="button" className="lab-link" onClick={() => set({ matrix: presets[name] })}>
            {t.presetNames[name]}
          </button>
        ))}
      </p>
    </div>
  );
}
