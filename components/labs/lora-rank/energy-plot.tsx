/** The whole update as one rectangle: a column a layer, filled as far as its adapter can hold it. The area is the result. */
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatPercent } from '@/lib/format-number';
import { GOAL, type Module } from './core';
import type { LoraStrings } from './strings';

type Props = { readonly modules: readonly Module[]; readonly captured: number; readonly t: LoraStrings };

const HEIGHT = 110;
const LABELS = 34;
/** Below this share a column is too narrow for its label beside its neighbour's. */
const NARROW = 0.04;

export function EnergyPlot({ modules, captured, t }: Props) {
  const hydrated = useHydrated();
  const starts = modules.map((_, i) => modules.slice(0, i).reduce((sum, { share }) => sum + share, 0));
  const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
  const met = captured >= GOAL.captured;
  return (
    <figure className="mt-4">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-sm font-semibold">{t.energyTitle}</span>
        <span className="text-lg font-semibold tabular-nums">
          <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
            {met ? '✓ ' : '✗ '}
          </span>
          {formatPercent(captured)}
        </span>
      </figcaption>
      <div className="relative mt-1 mb-6 h-3 border border-line bg-sunken text-xs text-soft tabular-nums">
        <span
          className={`absolute inset-y-0 left-0 ${met ? 'bg-good' : 'bg-accent'}`}
          style={{ width: percent(captured) }}
        />
        <span className="absolute -top-1 -bottom-1 border-l-2 border-ink" style={{ left: percent(GOAL.captured) }} />
        <span
          className="absolute top-4 -translate-x-full pr-1 whitespace-nowrap"
          style={{ left: percent(GOAL.captured) }}
        >
          {t.goalLine(formatPercent(GOAL.captured))}
        </span>
      </div>
      <svg
        width="100%"
        height={HEIGHT + LABELS}
        role="img"
        aria-label={modules
          .map((one) => `${one.name}: ${formatPercent(one.share)}, ${formatPercent(one.captured)}`)
          .join('; ')}
        className="block overflow-visible text-xs tabular-nums"
      >
        {hydrated &&
          modules.map(({ name, share, captured: held, targeted }, i) => {
            const start = starts[i] ?? 0;
            const narrow = share < NARROW;
            return (
              <g key={name}>
                <rect
                  x={percent(start)}
                  width={percent(share)}
                  y={1}
                  height={HEIGHT}
                  className="fill-sunken stroke-strong"
                />
                <rect
                  x={percent(start)}
                  width={percent(share)}
                  y={(1 + HEIGHT * (1 - held)).toFixed(1)}
                  height={(HEIGHT * held).toFixed(1)}
                  className="fill-data-1 stroke-paper"
                />
                {!narrow && (
                  <text
                    x={percent(start + share / 2)}
                    y={(held > 0.3 ? 18 + HEIGHT * (1 - held) : HEIGHT - 8 - HEIGHT * held).toFixed(1)}
                    textAnchor="middle"
                    className={held > 0.3 ? 'fill-on-accent' : 'fill-soft'}
                  >
                    {Math.round(held * 100)}
                  </text>
                )}
                <text
                  x={percent(start + share / 2)}
                  y={HEIGHT + (narrow && i % 2 === 0 ? 29 : 16)}
                  textAnchor="middle"
                  className={targeted ? 'fill-ink font-semibold' : 'fill-soft'}
                >
                  {name}
                </text>
              </g>
            );
          })}
      </svg>
      <p className="text-xs text-soft">{t.energyNote}</p>
    </figure>
  );
}
