/** Scored against seen: the masked objective at every rate as a path, the causal one as a point, and where the lab stands. */
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { type Point, type Result, TOLERANCE } from './core';
import type { SwitcherStrings } from './strings';

type Props = { readonly t: SwitcherStrings; readonly result: Result };

const SIDE = 220;
const LEFT = 60;
const TOP = 8;
const TICKS = [0, 0.5, 1];
const x = (share: number) => pixel(LEFT + share * SIDE);
const y = (share: number) => pixel(TOP + (1 - share) * SIDE);

export function TradePlot({ t, result: { masked, causal, now, objective, positions } }: Props) {
  const hydrated = useHydrated();
  const path = (points: readonly Point[]) => points.map(({ scored, sight }) => `${x(scored)},${y(sight)}`).join(' ');
  return (
    <figure className="grid content-start gap-2">
      <figcaption className="font-semibold text-sm">{t.trade}</figcaption>
      <svg
        role="img"
        aria-label={t.tradeText(now, causal)}
        viewBox={`0 0 ${LEFT + SIDE + 12} ${TOP + SIDE + 38}`}
        className="w-full max-w-80 font-ui"
      >
        <rect
          x={x(0)}
          width={SIDE}
          y={y(causal.sight + TOLERANCE)}
          height={pixel(2 * TOLERANCE * SIDE)}
          className="fill-good-wash"
        />
        {TICKS.map((tick) => (
          <g key={tick} className="fill-soft text-[11px]">
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
              {tick * 100}%
            </text>
            <text x={x(tick)} y={y(0) + 16} textAnchor={tick === 1 ? 'end' : 'middle'}>
              {tick * 100}%
            </text>
          </g>
        ))}
        <text x={x(0.5)} y={y(0) + 33} textAnchor="middle" className="fill-soft text-[12px]">
          {t.scoredAxis}
        </text>
        <text transform={`translate(11 ${y(0.5)}) rotate(-90)`} textAnchor="middle" className="fill-soft text-[12px]">
          {t.seenAxis}
        </text>
        {hydrated && (
          <>
            <polyline points={path(masked)} fill="none" className="stroke-data-2" strokeWidth={2} />
            <rect x={x(causal.scored) - 5} y={y(causal.sight) - 5} width={10} height={10} className="fill-data-1" />
            <text x={x(causal.scored) - 9} y={y(causal.sight) - 9} textAnchor="end" className="fill-data-1 text-[12px]">
              {t.options?.objective?.causal}
            </text>
            <text x={x(0.22)} y={y(0.9) - 10} className="fill-data-2 text-[12px]">
              {t.options?.objective?.masked}
            </text>
            <circle
              cx={x(now.scored)}
              cy={y(now.sight)}
              r={8}
              fill="none"
              className="stroke-ink"
              strokeWidth={2.5}
              data-objective={objective}
            />
          </>
        )}
      </svg>
      <p className="text-soft text-xs">{t.tradeNote(positions.length - 1)}</p>
    </figure>
  );
}
