/** Weights and cache on one card for each way to share keys and values. The bars are the choice itself. */
'use client';
import { useId } from 'react';
import { percentage } from '@/components/ui/plot/round';
import { formatBytes, formatInteger } from '@/lib/format-number';
import type { Result } from './core';
import type { KvStrings } from './strings';

type Props = { readonly result: Result; readonly t: KvStrings; readonly onChoose: (share: string) => void };

export function ShareBars({ result, t, onChoose }: Props) {
  const { serving, plan } = result;
  const { weights, capacity, plans, queryHeads } = serving;
  const name = useId();
  const widest = Math.max(capacity, ...plans.map(({ total }) => total)) * 1.02;
  return (
    <fieldset className="mt-5">
      <legend className="text-sm font-semibold">{t.servingTitle(formatBytes(capacity))}</legend>
      <div className="mt-1">
        {plans.map((one) => {
          const own = one.share === plan.share;
          return (
            <label
              key={one.share}
              className={`block cursor-pointer rounded-sm border px-2 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-accent ${own ? 'border-accent bg-accent-wash' : 'border-transparent'}`}
            >
              <span className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <input
                  type="radio"
                  name={name}
                  checked={own}
                  onChange={() => onChoose(one.share)}
                  className="self-center"
                />
                <span className={own ? 'font-semibold' : ''}>{t.options?.share?.[one.share]}</span>
                <span className="text-xs text-soft tabular-nums">
                  {t.heads(queryHeads, one.kvHeads)}
                  {one.published && ` · ${t.published}`}
                </span>
                <span className="ml-auto tabular-nums">
                  <span className={one.fits ? 'text-good' : 'text-bad'}>{one.fits ? '✓' : '✗'}</span>{' '}
                  {formatBytes(one.total)}
                </span>
              </span>
              <span className="relative mt-1 block h-4">
                <span className="absolute inset-y-0.5 left-0 flex" style={{ width: percentage(one.total / widest) }}>
                  <span className="bg-data-1" style={{ width: percentage(weights / one.total) }} />
                  <span className="bg-data-2" style={{ width: percentage(one.cache / one.total) }} />
                </span>
                <span
                  className="absolute -inset-y-1 border-l-2 border-ink"
                  style={{ left: percentage(capacity / widest) }}
                />
              </span>
            </label>
          );
        })}
      </div>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 px-2 text-xs tabular-nums">
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2.5 bg-data-1" />
          {t.weights} {formatBytes(weights)}
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden="true" className="size-2.5 bg-data-2" />
          {t.cache} {formatBytes(plan.cache)}
        </span>
      </p>
      <p className="mt-1 px-2 text-sm tabular-nums">
        {t.perToken(formatInteger(plan.bytesPerToken))}
        {t.room(formatInteger(plan.room))}
      </p>
    </fieldset>
  );
}
