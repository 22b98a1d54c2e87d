/** The learner's flips against the gradient's own pair, random pairs, and the goal, on one scale. */
'use client';
import { percentage } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatFixed } from '@/lib/format-number';
import type { NameResult } from './core';
import type { AttackStrings } from './strings';

type Props = { readonly result: NameResult; readonly t: AttackStrings };

export function FactorBars({ result, t }: Props) {
  const hydrated = useHydrated();
  const { attacked, flips, factor, gradientName, gradientFactor, goalFactor, randomFactor } = result;
  const rows = [
    { name: t.yours(flips), word: flips === 0 ? '' : attacked, value: factor, tone: 'bg-data-2' },
    { name: t.gradientPair, word: gradientName, value: gradientFactor, tone: 'bg-data-1' },
    { name: t.randomPairs, word: '', value: randomFactor, tone: 'bg-data-6' },
  ];
  const widest = 1.25 * Math.max(goalFactor, ...rows.map(({ value }) => value ?? 0));
  const goalAt = percentage(goalFactor / widest);
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.factorTitle}</figcaption>
      <div className="mt-2 grid gap-2">
        {rows.map(({ name, word, value, tone }) => (
          <div key={name}>
            <p className="flex flex-wrap justify-between gap-x-3 text-sm">
              <span className="text-soft">
                {name} {word && <code className="text-ink">{hydrated ? word : ''}</code>}
              </span>
              <span className="tabular-nums">{hydrated && value !== null ? `${formatFixed(value, 1)}×` : '…'}</span>
            </p>
            <div className="relative h-3 bg-sunken">
              {hydrated && value !== null && (
                <div className={`h-full ${tone}`} style={{ width: percentage(Math.min(1, value / widest)) }} />
              )}
              <span
                aria-hidden="true"
                className="absolute -inset-y-0.5 border-l-2 border-ink"
                style={{ left: hydrated ? goalAt : '100%' }}
              />
            </div>
          </div>
        ))}
        <span className="text-xs text-soft tabular-nums" style={{ paddingLeft: hydrated ? goalAt : '80%' }}>
          {hydrated ? t.goalAt(goalFactor) : ''}
        </span>
      </div>
    </figure>
  );
}
