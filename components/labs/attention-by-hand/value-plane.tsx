/** The pinned token's output among the values: a weighted mean never leaves the triangle they span. */
import { pixel } from '@/components/ui/plot/round';
import { core, type Result } from './core';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  /** Pinned row, from 1. */
  readonly row: number;
  readonly result: Result;
};

const LIMIT = core.params.v.max;
const WIDTH = 300;
const HEIGHT = 210;
const MARGIN = 36;
const plain = (value: number) => String(Number(value.toFixed(2))).replace('-', '−');
const SUBSCRIPT = ['₁', '₂', '₃'];

/** The plane is drawn just large enough for the values, and always holds the origin. */
function scaleOf(points: readonly (readonly number[])[], axis: number, length: number) {
  const all = [0, ...points.map((point) => point[axis] ?? 0)];
  const low = Math.max(-LIMIT, Math.min(...all));
  const high = Math.max(low + 1, Math.min(LIMIT, Math.max(...all)));
  return (value: number) => ((value - low) / (high - low)) * (length - 2 * MARGIN) + MARGIN;
}

export function ValuePlane({ t, row, result }: Props) {
  const weights = result.weights[row - 1] ?? [];
  const out = result.out[row - 1] ?? [];
  const across = scaleOf(result.v, 0, WIDTH);
  const up = scaleOf(result.v, 1, HEIGHT);
  const x = (point: readonly number[]) => pixel(across(point[0] ?? 0));
  const y = (point: readonly number[]) => pixel(HEIGHT - up(point[1] ?? 0));
  return (
    <figure className="m-0 mt-4 grid gap-1">
      <figcaption>
        <strong className="font-semibold">{t.valueTitle}</strong>
        <p className="text-soft text-sm">{t.valueNote}</p>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full max-w-sm font-ui"
        role="img"
        aria-label={t.valueText(result, row)}
      >
        <line x1={0} x2={WIDTH} y1={y([0, 0])} y2={y([0, 0])} className="stroke-line" />
        <line x1={x([0, 0])} x2={x([0, 0])} y1={0} y2={HEIGHT} className="stroke-line" />
        <polygon
          points={result.v.map((value) => `${x(value)},${y(value)}`).join(' ')}
          className="fill-data-3 stroke-data-3"
          fillOpacity={0.08}
          strokeOpacity={0.4}
        />
        {result.v.map((value, j) => (
          <g key={SUBSCRIPT[j]} className="fill-data-3">
            <circle cx={x(value)} cy={y(value)} r={pixel(3 + 9 * Math.sqrt(weights[j] ?? 0))} fillOpacity={0.7} />
            <text
              x={x(value)}
              y={pixel(y(value) + 17 + 9 * Math.sqrt(weights[j] ?? 0))}
              textAnchor="middle"
              className="text-[13px]"
            >
              v{SUBSCRIPT[j]} ({value.map(plain).join(', ')})
            </text>
          </g>
        ))}
        <g className="stroke-ink">
          <line x1={x(out) - 7} x2={x(out) + 7} y1={y(out)} y2={y(out)} strokeWidth={2} />
          <line x1={x(out)} x2={x(out)} y1={y(out) - 7} y2={y(out) + 7} strokeWidth={2} />
        </g>
        <text x={x(out) - 9} y={y(out) - 9} textAnchor="end" className="fill-ink font-semibold text-[13px]">
          {t.out}
        </text>
      </svg>
    </figure>
  );
}
