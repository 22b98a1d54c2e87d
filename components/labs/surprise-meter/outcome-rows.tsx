/** One row an outcome: how often it comes, how often you say so, the slider for either, its surprise and its code word. */
'use client';
import { NumberField } from '@/components/labs/frame/number-field';
import { percentage } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import { params, type Row } from './core';
import type { MeterStrings } from './strings';

type Props = {
  readonly t: MeterStrings;
  readonly rows: readonly Row[];
  readonly parts: readonly number[];
  readonly edit: 'guess' | 'truth';
  readonly pin: number;
  readonly onChange: (change: { readonly parts?: readonly number[]; readonly pin?: number }) => void;
};

const { min, max, step } = params.guess;
/** Columns where there is room for all six. */
const wide = 'gap-x-3 @2xl:grid-cols-[4.5rem_minmax(0,1fr)_9rem_4.5rem_6rem_4.5rem]';

export function OutcomeRows({ t, rows, parts, edit, pin, onChange }: Props) {
  const move = (index: number, value: number) => {
    if (Number.isFinite(value)) onChange({ parts: parts.map((part, i) => (i === index ? value : part)) });
  };
  return (
    <div>
      <p className="mb-2 flex flex-wrap gap-x-5 text-sm text-soft">
        <Legend tone="bg-data-1" text={t.happens} />
        <Legend tone="bg-data-2" text={t.said} />
      </p>
      <p aria-hidden="true" className={`${wide} hidden text-soft text-xs @2xl:grid`}>
        <span className="col-start-5 text-right">{t.surpriseHead}</span>
        <span className="text-right">{t.wordHead}</span>
      </p>
      <ul className="border-line border-t">
        {rows.map((row, i) => (
          <li
            key={row.name}
            className={`${wide} grid grid-cols-[4rem_minmax(0,1fr)_4.5rem] items-center gap-y-1 border-line border-b py-2`}
          >
            <button
              type="button"
              aria-pressed={pin === i}
              aria-label={t.pinned(row.name)}
              className={`min-h-9 text-left font-mono text-sm ${pin === i ? 'font-semibold text-accent' : ''}`}
              onClick={() => onChange({ pin: i })}
            >
              {row.name}
            </button>
            <div className="col-span-2 grid gap-1 @2xl:col-span-1">
              <ShareBar name="p" share={row.p} tone="bg-data-1" />
              <ShareBar name="q" share={row.q} tone="bg-data-2" />
            </div>
            <input
              type="range"
              className="col-span-2 w-full @2xl:col-span-1"
              aria-label={t.partsOf(row.name, edit)}
              min={min}
              max={max}
              step={step}
              value={parts[i] ?? 0}
              onChange={(event) => move(i, event.target.valueAsNumber)}
            />
            <NumberField
              className="field w-full tabular-nums"
              aria-label={t.partsOf(row.name, edit)}
              min={min}
              max={max}
              step={step}
              value={parts[i] ?? 0}
              onChange={(typed) => move(i, typed)}
            />
            <span
              className={`col-span-2 text-sm tabular-nums @2xl:col-span-1 @2xl:text-right ${row.surprise === 'inf' ? 'font-semibold text-bad' : ''}`}
            >
              <span className="text-soft @2xl:hidden">{t.surpriseHead} </span>
              {t.surprise(row)}
            </span>
            <span className={`text-right font-mono text-sm ${row.word === null ? 'text-bad' : ''}`}>{t.word(row)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Legend({ tone, text }: { readonly tone: string; readonly text: string }) {
  return (
    <span>
      <span aria-hidden="true" className={`mr-1.5 inline-block size-2.5 ${tone}`} />
      {text}
    </span>
  );
}

function ShareBar({ name, share, tone }: { readonly name: string; readonly share: number; readonly tone: string }) {
  return (
    <div className="flex items-center gap-2 text-xs text-soft tabular-nums">
      <span aria-hidden="true" className="h-2.5 flex-1 bg-sunken">
        <span className={`block h-full ${tone}`} style={{ width: percentage(share) }} />
      </span>
      <span className="w-13">
        <i>{name}</i> {formatFixed(share, 3)}
      </span>
    </div>
  );
}
