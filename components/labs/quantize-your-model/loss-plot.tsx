/**
 * Loss against code width, a line for each granularity, with float32 and what counting and guessing reach as baselines.
 * Lines are drawn in a stretched svg that clips them at the top; all text is HTML around it.
 */
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { GOAL, type Point, type Result } from './core';
import { allBits, type Group, groups } from './losses';
import type { QuantizeStrings } from './strings';

type Props = { readonly result: Result; readonly group: Group; readonly t: QuantizeStrings };

/** Colour of each granularity's line, here and in the table. */
export const strokes: Readonly<Record<Group, string>> = {
  tensor: 'stroke-data-2',
  row: 'stroke-data-1',
  g16: 'stroke-data-3',
  g8: 'stroke-data-4',
};

const HEIGHT = 200;
const [FROM, TO] = [2, 8];
const TOP = BASELINE_LOSSES.uniform + 0.2;
const BELOW = 0.28;

export function LossPlot({ result, group, t }: Props) {
  const hydrated = useHydrated();
  const { base, curves, chosen } = result;
  const bottom = (base ?? BASELINE_LOSSES.trigram) - BELOW;
  const x = (bits: number) => (bits - FROM + 0.35) / (TO - FROM + 0.7);
  const y = (loss: number) => (TOP - loss) / (TOP - bottom);
  const baselines = [
    { name: t.uniform, loss: BASELINE_LOSSES.uniform },
    { name: t.trigram, loss: BASELINE_LOSSES.trigram },
  ].filter(({ loss }) => base !== null && loss > base + 0.3);
  const point = (bits: number, loss: number) => `${pixel(x(bits) * 100)} ${pixel(y(loss) * HEIGHT)}`;
  return (
    <figure className="mt-5">
      <figcaption className="text-sm font-semibold">{t.plotTitle}</figcaption>
      <div className="relative mt-2 border-b border-strong" style={{ height: HEIGHT }}>
        <svg
          role="img"
          aria-label={t.plotTitle}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full overflow-hidden"
        >
          {hydrated && base !== null && (
            <>
              <line {...across(x(chosen.bits) * 100)} y1={0} y2={HEIGHT} className="stroke-line" strokeWidth={14} />
              {[...baselines, { name: t.fp32, loss: base }, { name: t.goalLine, loss: base + GOAL.increase }].map(
                ({ name, loss }) => (
                  <line
                    key={name}
                    x1={0}
                    x2={100}
                    y1={pixel(y(loss) * HEIGHT)}
                    y2={pixel(y(loss) * HEIGHT)}
                    className={name === t.goalLine ? 'stroke-good' : 'stroke-strong'}
                    strokeDasharray={name === t.fp32 ? 'none' : '4 4'}
                    vectorEffect="non-scaling-stroke"
                  />
                ),
              )}
              {groups.map((one) => (
                <Curve key={one} points={curves[one]} stroke={strokes[one]} strong={one === group} at={point} />
              ))}
              {chosen.loss !== null && chosen.loss < TOP && (
                <path
                  d={`M${point(chosen.bits, chosen.loss)}h0`}
                  className={`fill-none ${strokes[group]}`}
                  strokeWidth={13}
                  strokeLinecap="round"
                  vectorEffect="non-scaling-stroke"
                />
              )}
            </>
          )}
        </svg>
        {base === null && <p className="absolute inset-0 grid place-items-center text-sm text-soft">{t.measuring}</p>}
        {hydrated && base !== null && (
          <div className="text-xs text-soft" aria-hidden="true">
            {baselines.map(({ name, loss }) => (
              <span
                key={name}
                className="absolute right-0 -translate-y-full bg-paper/80 px-1"
                style={{ top: percentage(y(loss)) }}
              >
                {name}
              </span>
            ))}
            <span className="absolute left-0 bg-paper/80 px-1" style={{ top: percentage(y(base)) }}>
              {t.fp32}
            </span>
            <span
              className="absolute left-0 -translate-y-full bg-paper/80 px-1 text-good"
              style={{ top: percentage(y(base + GOAL.increase)) }}
            >
              {t.goalLine}
            </span>
          </div>
        )}
      </div>
      <div className="relative h-5 text-xs text-soft tabular-nums" aria-hidden="true">
        {allBits.map((bits) => (
          <span
            key={bits}
            className={`absolute -translate-x-1/2 ${bits === chosen.bits ? 'font-semibold text-ink' : ''}`}
            style={{ left: percentage(x(bits)) }}
          >
            {t.code(bits)}
          </span>
        ))}
      </div>
      <p className="text-xs text-soft">{t.plotNote}</p>
    </figure>
  );
}

const across = (x: number) => ({ x1: pixel(x), x2: pixel(x), vectorEffect: 'non-scaling-stroke' as const });

type CurveProps = {
  readonly points: readonly Point[];
  readonly stroke: string;
  readonly strong: boolean;
  readonly at: (bits: number, loss: number) => string;
};

function Curve({ points, stroke, strong, at }: CurveProps) {
  const known = points.flatMap(({ bits, loss }) => (loss === null ? [] : [at(bits, loss)]));
  return (
    <>
      <polyline
        points={known.join(' ')}
        className={`fill-none ${stroke}`}
        strokeWidth={strong ? 3 : 1.5}
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={known.map((place) => `M${place}h0`).join('')}
        className={`fill-none ${stroke}`}
        strokeWidth={strong ? 7 : 5}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}
