/**
 * Weights above, the levels they may take below, a line from each weight to the level it fell on.
 * Places are percentages, so text and marks keep their size at any width.
 */

import { useHydrated } from '@/components/ui/use-hydrated';
import { formatSignificant } from '@/lib/format-number';
import { dequantizeValue, type QuantizationGrid } from '@/lib/ml/quant/quantize';
import { formatWeight } from './strings';

type Props = {
  readonly weights: readonly number[];
  readonly restored: readonly number[];
  readonly grid: QuantizationGrid;
  /** Index into `weights` of the inspected one. */
  readonly picked: number;
  /** Index into `weights` of the grown one, or −1. */
  readonly outlier: number;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly outlierMark: string;
  readonly levels: (used: number, all: number, step: string) => string;
};

const HEIGHT = 166;
const TOP = 34;
const BOTTOM = 104;
const MARGIN = 3;

export function NumberLine({
  weights,
  restored,
  grid,
  picked,
  outlier,
  title,
  before,
  after,
  outlierMark,
  levels,
}: Props) {
  const hydrated = useHydrated();
  const all = Array.from({ length: grid.highest - grid.lowest + 1 }, (_, i) => dequantizeValue(grid.lowest + i, grid));
  const from = Math.min(0, all[0] ?? 0, ...weights);
  const to = Math.max(0, all.at(-1) ?? 0, ...weights);
  const x = (value: number) => `${(MARGIN + ((value - from) / (to - from || 1)) * (100 - 2 * MARGIN)).toFixed(3)}%`;
  const counts = new Map<number, number>();
  for (const value of restored) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const distinct = grid.scale === 0 ? 1 : all.length;
  const levelText = levels(counts.size, distinct, formatSignificant(grid.scale));
  return (
    <figure className="mt-5">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">{title}</span>
        <span className="text-soft tabular-nums">{levelText}</span>
      </figcaption>
      <svg
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={`${title}. ${levelText}`}
        className="mt-1 block text-xs tabular-nums"
      >
        {hydrated && (
          <>
            <text x="0" y="12" className="fill-soft">
              {before}
            </text>
            <text x="0" y={HEIGHT - 2} className="fill-soft">
              {after}
            </text>
            {all.map((level) => (
              <line
                key={level}
                x1={x(level)}
                x2={x(level)}
                y1={BOTTOM - 8}
                y2={BOTTOM}
                className="stroke-strong"
                strokeWidth={all.length > 64 ? 0.5 : 1}
              />
            ))}
            <line x1={x(from)} x2={x(to)} y1={BOTTOM} y2={BOTTOM} className="stroke-strong" />
            {weights.map((weight, i) => (
              <line
                // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place
                key={i}
                x1={x(weight)}
                y1={TOP + jitter(i)}
                x2={x(restored[i] ?? 0)}
                y2={BOTTOM - 8}
                className={i === picked ? 'stroke-ink' : 'stroke-data-1'}
                strokeWidth={i === picked ? 2 : 1}
                opacity={i === picked ? 1 : 0.3}
              />
            ))}
            {weights.map((weight, i) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: a weight is its place
                key={i}
                cx={x(weight)}
                cy={TOP + jitter(i)}
                r={i === picked ? 5 : 3}
                className={i === picked ? 'fill-ink' : i === outlier ? 'fill-data-2' : 'fill-data-1'}
              />
            ))}
            {outlier >= 0 && (
              <text
                x={x(weights[outlier] ?? 0)}
                y={TOP - 18 + jitter(outlier)}
                textAnchor="end"
                className="fill-data-2"
              >
                {outlierMark} {formatWeight(weights[outlier] ?? 0)}
              </text>
            )}
            {[...counts].map(([level, count]) => (
              <g key={level}>
                <line
                  x1={x(level)}
                  x2={x(level)}
                  y1={BOTTOM}
                  y2={(BOTTOM + 4 + (count / most) * 18).toFixed(1)}
                  className="stroke-data-2"
                  strokeWidth={5}
                />
                {count === most && (
                  <text x={x(level)} y={BOTTOM + 37} textAnchor="middle" className="fill-ink">
                    {count}×
                  </text>
                )}
              </g>
            ))}
            {[from, to].map((end, i) => (
              <text key={end} x={x(end)} y={BOTTOM + 37} textAnchor={i === 0 ? 'start' : 'end'} className="fill-soft">
                {formatWeight(end)}
              </text>
            ))}
          </>
        )}
      </svg>
    </figure>
  );
}

/** Spreads dots over three rows so that close weights stay apart. */
function jitter(i: number): number {
  return ((i * 2) % 3) * 7 - 7;
}
