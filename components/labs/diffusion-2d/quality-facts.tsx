/** Three qualities and a cost, each beside what the true data reach and what the goal asks. */
import { Fact } from '@/components/labs/frame/fact';
import { percentage } from '@/components/ui/plot/round';
import { formatFixed, formatPercent } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import type { DiffusionStrings } from './strings';

type Props = {
  readonly result: Result;
  readonly steps: number;
  readonly names: readonly string[];
  readonly t: DiffusionStrings;
};

export function QualityFacts({ result, steps, names, t }: Props) {
  const { final, ideal, distance, floor, calls } = result;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-y border-line py-3">
      <Fact name={t.sure} value={formatPercent(final.sure)} met={final.sure >= GOAL.sure}>
        {t.against(formatPercent(ideal.sure), `≥ ${formatPercent(GOAL.sure)}`)}
      </Fact>
      <Fact name={t.spread} value={formatPercent(final.spread)} met={final.spread >= GOAL.spread}>
        {t.against(formatPercent(ideal.spread), `≥ ${formatPercent(GOAL.spread)}`)}
      </Fact>
      <Fact name={t.distance} value={formatFixed(distance, 2)} met={distance <= GOAL.distance}>
        {t.against(formatFixed(floor, 2), `≤ ${formatFixed(GOAL.distance, 1)}`)}
      </Fact>
      <Fact name={t.calls} value={String(calls)} met={steps <= GOAL.steps}>
        {t.perStep(steps, calls / steps, GOAL.steps)}
      </Fact>
      <div className="col-span-2">
        <dt className="text-xs text-soft">{t.shares}</dt>
        <dd className="mt-1 grid gap-1">
          {final.shares.map((share, k) => (
            <span
              key={names[k]}
              className="grid grid-cols-[minmax(5.5rem,auto)_1fr_3rem] items-center gap-2 text-xs tabular-nums"
            >
              <span>{names[k]}</span>
              <span className="relative h-3 border border-line bg-sunken">
                <span className="absolute inset-y-0 left-0 bg-data-2" style={{ width: percentage(share) }} />
                <span
                  className="absolute -inset-y-1 border-l-2 border-data-1"
                  style={{ left: percentage(ideal.shares[k] ?? 0) }}
                />
              </span>
              <span className="text-right">{formatPercent(share, 0)}</span>
            </span>
          ))}
        </dd>
        <dd className="mt-1 text-xs text-soft">{t.sharesNote}</dd>
      </div>
    </dl>
  );
}
