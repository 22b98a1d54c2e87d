/** Validation loss over the steps of the schedule above: yours, the best constant rate, and the others behind. */
import { percentage, pixel } from '@/components/ui/plot/round';
import type { Result } from './core';
import { STEPS } from './schedule';
import type { BenchStrings } from './strings';
import { CONSTANT_RATES, type Point } from './training';

type Props = { readonly t: BenchStrings; readonly result: Result };

const HEIGHT = 200;
const TOP = 2.6;
const BOTTOM = 1.6;
const y = (loss: number) => Math.min(1, (TOP - loss) / (TOP - BOTTOM));
const GAP = 0.085;

export function LossPlot({ t, result }: Props) {
  const { outcome, constants, best } = result;
  const bestCurve = constants.find((_, i) => CONSTANT_RATES[i] === best?.rate)?.curve;
  const mineEnd = outcome?.mine.curve.at(-1);
  const bestEnd = bestCurve?.at(-1);
  const [mineAt, bestAt] = apart(mineEnd && y(mineEnd.loss), bestEnd && y(bestEnd.loss));
  return (
    <figure className="mt-4">
      <figcaption className="text-sm font-semibold">{t.lossTitle}</figcaption>
      <div className="relative mt-2 border-b border-l border-strong" style={{ height: HEIGHT }}>
        <svg
          role="img"
          aria-label={t.lossText(result)}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full overflow-hidden"
        >
          {[2.5, 2, 1.75].map((loss) => (
            <line
              key={loss}
              x1={0}
              x2={100}
              y1={pixel(HEIGHT * y(loss))}
              y2={pixel(HEIGHT * y(loss))}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {constants.map(({ curve }, i) => (
            <Curve key={CONSTANT_RATES[i]} curve={curve} className="stroke-faint" width={1} />
          ))}
          {bestCurve && <Curve curve={bestCurve} className="stroke-data-2" width={2} />}
          {outcome && <Curve curve={outcome.mine.curve} className="stroke-data-1" width={3} />}
        </svg>
        <div className="text-xs text-soft tabular-nums" aria-hidden="true">
          {[2.5, 2, 1.75].map((loss) => (
            <span key={loss} className="absolute left-1 -translate-y-full" style={{ top: percentage(y(loss)) }}>
              {loss}
            </span>
          ))}
          {outcome && mineAt !== undefined && (
            <span
              className="absolute right-0 -translate-y-1/2 bg-paper/80 px-1 font-semibold text-data-1"
              style={{ top: percentage(mineAt) }}
            >
              {t.mine}
            </span>
          )}
          {best && bestAt !== undefined && (
            <span
              className="absolute right-0 -translate-y-1/2 bg-paper/80 px-1 font-semibold text-data-2"
              style={{ top: percentage(bestAt) }}
            >
              {t.constant(best.rate)}
            </span>
          )}
        </div>
      </div>
      <div className="flex justify-between text-xs text-soft tabular-nums" aria-hidden="true">
        {[0, STEPS / 4, STEPS / 2, (3 * STEPS) / 4, STEPS].map((step) => (
          <span key={step}>{step}</span>
        ))}
      </div>
      {outcome === null && <p className="mt-1 text-xs text-soft">{constants.length > 0 ? t.waiting : t.waitingAll}</p>}
    </figure>
  );
}

/** Two labels beside the ends of their lines, moved off the lines and off each other. */
function apart(a: number | undefined, b: number | undefined): [number | undefined, number | undefined] {
  if (a === undefined) return [a, b && b + GAP];
  if (b === undefined) return [a + GAP, b];
  return a > b ? [Math.min(0.95, a + GAP), b - GAP] : [a - GAP, Math.min(0.95, b + GAP)];
}

function Curve({
  curve,
  className,
  width,
}: {
  readonly curve: readonly Point[];
  readonly className: string;
  readonly width: number;
}) {
  const points = curve.map(({ step, loss }) => `${pixel((100 * step) / STEPS)},${pixel(HEIGHT * y(loss))}`);
  return (
    <polyline
      points={points.join(' ')}
      className={`fill-none ${className}`}
      strokeWidth={width}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  );
}
