/** Every stride as a dot: what it costs, what it measures. Both axes are logarithmic. Places are percentages, so dots and text keep their size. */
import { pixel } from '@/components/ui/plot/round';
import { formatPercent } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import { perplexityText, type ViewStrings } from './strings';

const HEIGHT = 190;
const TOP = 22;
const BOTTOM = 150;
const LEFT = 4;
const RIGHT = 94;

export function CostCurve({ t, result }: { readonly t: ViewStrings; readonly result: Result }) {
  const { curve, point, window } = result;
  const [finest] = curve;
  const coarsest = curve.at(-1);
  const values = curve.map(({ perplexity }) => perplexity);
  const least = Math.min(...values) * (1 - 2 * GOAL.above);
  const most = Math.max(...values);
  const x = (cost: number) => `${pixel(RIGHT + (Math.log(cost) / Math.log(window)) * (RIGHT - LEFT))}%`;
  const y = (value: number) => pixel(BOTTOM - (Math.log(value / least) / Math.log(most / least)) * (BOTTOM - TOP));
  return (
    <figure className="mt-6">
      <figcaption className="font-semibold text-sm">{t.curve}</figcaption>
      <svg width="100%" height={HEIGHT} role="img" aria-label={t.curve} className="mt-1 block text-xs tabular-nums">
        {finest && coarsest && point && (
          <>
            <rect
              x="0"
              width="100%"
              y={y(finest.perplexity * (1 + GOAL.above))}
              height={Math.max(2, BOTTOM - y(finest.perplexity * (1 + GOAL.above)))}
              className="fill-good-wash"
            />
            <line
              x1="0"
              x2="100%"
              y1={y(finest.perplexity)}
              y2={y(finest.perplexity)}
              className="stroke-good"
              strokeWidth={1}
            />
            <line
              x1={x(GOAL.cost)}
              x2={x(GOAL.cost)}
              y1={TOP - 10}
              y2={BOTTOM}
              className="stroke-strong"
              strokeDasharray="4 3"
            />
            <line x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} className="stroke-line" />
            {curve.map((one) => (
              <circle
                key={one.stride}
                cx={x(one.cost)}
                cy={y(one.perplexity)}
                r={one.stride === point.stride ? 6 : 3.5}
                className={one.stride === point.stride ? 'fill-ink' : 'fill-data-1'}
              />
            ))}
            <text x="100%" y={y(finest.perplexity) - 8} textAnchor="end" className="fill-soft">
              {t.finest(perplexityText(finest.perplexity))}
            </text>
            <text x={x(coarsest.cost)} dx={10} y={y(coarsest.perplexity) + 4} className="fill-soft">
              {t.chunks(perplexityText(coarsest.perplexity))}
            </text>
            {[coarsest.cost, GOAL.cost, 1].map((cost, i) => (
              <text
                key={cost}
                x={x(cost)}
                y={BOTTOM + 16}
                textAnchor={i === 0 ? 'start' : i === 1 ? 'middle' : 'end'}
                className="fill-soft"
              >
                {formatPercent(cost)}
              </text>
            ))}
            <text x="100%" y={BOTTOM + 34} textAnchor="end" className="fill-soft">
              {t.curveX}
            </text>
          </>
        )}
        {!point && (
          <text x="50%" y={HEIGHT / 2} textAnchor="middle" className="fill-soft">
            {t.waiting}
          </text>
        )}
      </svg>
      <p className="text-soft text-xs">{t.curveNote}</p>
    </figure>
  );
}
