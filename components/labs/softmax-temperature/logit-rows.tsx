/** One row a token: its logit to drag, type or step, and its probability over the one it has at T = 1. */
'use client';
import { NumberField } from '@/components/labs/frame/number-field';
import { percentage } from '@/components/ui/plot/round';
import { core, type Result } from './core';
import type { ViewStrings } from './strings';

type Values = {
  readonly temperature: number;
  readonly logits: readonly number[];
  readonly offset: number;
  readonly pin: number;
};
type Change = { readonly logits?: readonly number[]; readonly pin?: number };
type Props = {
  readonly t: ViewStrings;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Change) => void;
};

const { min, max, step } = core.params.logits;
const minus = (text: string) => text.replace('-', '−');

export function LogitRows({ t, values, result, set }: Props) {
  const change = (index: number, value: number) => {
    if (Number.isFinite(value)) set({ logits: values.logits.map((z, i) => (i === index ? value : z)) });
  };
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-prose text-lg">
          {t.context} <span aria-hidden="true">____</span>
        </span>
        <span className="text-soft text-sm">
          {t.probability}{' '}
          <span aria-hidden="true" className="ml-2 inline-block h-3.5 border-ink border-l-2 align-middle" /> {t.atOne}
        </span>
      </p>
      <ul className="border-line border-t">
        {t.tokens.map((token, i) => {
          const p = result.p[i] ?? 0;
          const one = result.atOne[i] ?? 0;
          const pinned = values.pin === i;
          return (
            <li
              key={token}
              className="grid grid-cols-[minmax(0,1fr)_5rem_4rem] items-center gap-x-3 border-line border-b py-1 @xl:grid-cols-[6.5rem_9rem_5rem_minmax(0,1fr)_4rem]"
            >
              <button
                type="button"
                aria-pressed={pinned}
                aria-label={t.pinned(token)}
                className={`min-h-9 truncate text-left ${pinned ? 'font-semibold text-accent' : ''}`}
                onClick={() => set({ pin: i })}
              >
                <span aria-hidden="true">{pinned ? '▸ ' : ''}</span>
                {token}
              </button>
              <input
                type="range"
                className="order-last col-span-3 w-full @xl:order-none @xl:col-span-1"
                aria-label={t.logitOf(token)}
                min={min}
                max={max}
                step={step}
                value={values.logits[i] ?? 0}
                onChange={(event) => change(i, event.target.valueAsNumber)}
              />
              <NumberField
                className="field w-full tabular-nums"
                aria-label={t.logitOf(token)}
                min={min}
                max={max}
                step={step}
                value={values.logits[i] ?? 0}
                onChange={(typed) => change(i, typed)}
              />
              <span
                aria-hidden="true"
                className="relative order-last col-span-3 h-4 bg-sunken @xl:order-none @xl:col-span-1 @xl:h-5"
              >
                <span
                  className="absolute inset-y-0 left-0"
                  style={{ width: percentage(p), background: pinned ? 'var(--color-accent)' : 'var(--color-data-1)' }}
                />
                <span
                  className="absolute -inset-y-1 border-ink border-l-2"
                  style={{ left: `calc(${percentage(one)} - 1px)` }}
                />
              </span>
              <output className="text-right tabular-nums">{p.toFixed(3)}</output>
            </li>
          );
        })}
      </ul>
      <Formula t={t} values={values} result={result} />
    </div>
  );
}

/** The pinned token's probability with every number in its place. */
function Formula({ t, values, result }: Omit<Props, 'set'>) {
  const { pin, temperature, offset } = values;
  const x = result.exponents.map((value) => minus(String(Number(value.toPrecision(4)))));
  const peak = Math.max(...result.exponents);
  const shifted = result.exponents.map((value) => Math.exp(value - peak));
  const sum = shifted.reduce((total, value) => total + value, 0);
  const z = minus(String(values.logits[pin] ?? 0));
  const logit = offset === 0 ? z : `(${z} ${offset < 0 ? '−' : '+'} ${Math.abs(offset)})`;
  return (
    <p className="mt-3 overflow-x-auto bg-sunken px-3 py-2 font-mono text-sm leading-7">
      p(<span className="text-accent">{t.tokens[pin]}</span>) = e^({logit} / {temperature}) / Σ = e^({x[pin]} −{' '}
      {minus(String(Number(peak.toPrecision(4))))}) / Σ = {(shifted[pin] ?? 0).toPrecision(4)} / {sum.toPrecision(4)} ={' '}
      <strong>{(result.p[pin] ?? 0).toFixed(4)}</strong>
    </p>
  );
}
