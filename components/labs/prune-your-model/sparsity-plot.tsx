/**
 * Loss against sparsity: thin right after pruning, thick after fine-tuning, a colour for each way to prune. Drawn in a stretched
 * svg that clips at the top; all text is HTML around it.
 */
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatPercent } from '@/lib/format-number';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { GOAL, type Result } from './core';
import { type Method, methods } from './masks';
import { type PruneStrings, strokes } from './strings';

type Props = { readonly result: Result; readonly method: Method; readonly steps: number; readonly t: PruneStrings };

const HEIGHT = 210;
const TOP = BASELINE_LOSSES.uniform + 0.2;
const TICKS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const x = (sparsity: number) => (sparsity + 0.04) / 0.98;

export function SparsityPlot({ result, method, steps, t }: Props) {
  const hydrated = useHydrated();
  const { base, dense, points, sparsity, chosen } = result;
  const bottom = Math.min(base ?? GOAL.loss, dense ?? GOAL.loss) - 0.3;
  const y = (loss: number) => (TOP - loss) / (TOP - bottom);
  const at = (share: number, loss: number) => `${pixel(x(share) * 100)} ${pixel(y(loss) * HEIGHT)}`;
  const lines = [
    { name: t.uniform, loss: BASELINE_LOSSES.uniform, tone: 'stroke-strong', dash: '4 4' },
    { name: t.trigram, loss: GOAL.loss, tone: 'stroke-good', dash: '4 4' },
    ...(base === null ? [] : [{ name: t.base, loss: base, tone: 'stroke-strong', dash: 'none' }]),
  ];
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
          {hydrated && (
            <>
              <line
                x1={pixel(x(sparsity) * 100)}
                x2={pixel(x(sparsity) * 100)}
                y1={0}
                y2={HEIGHT}
                className="stroke-line"
                strokeWidth={14}
                vectorEffect="non-scaling-stroke"
              />
              {lines.map(({ name, loss, tone, dash }) => (
                <line
                  key={name}
                  x1={0}
                  x2={100}
                  y1={pixel(y(loss) * HEIGHT)}
                  y2={pixel(y(loss) * HEIGHT)}
                  className={tone}
                  strokeDasharray={dash}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              {base !== null &&
                methods.map((one) => {
                  const own = points.filter((point) => point.method === one);
                  const whole = one === 'two-of-four' ? [] : [{ sparsity: 0, oneShot: base, tuned: dense }];
                  return (
                    <Curve
                      key={one}
                      stroke={strokes[one]}
                      strong={one === method}
                      oneShot={[...whole, ...own].map((point) => at(point.sparsity, point.oneShot))}
                      tuned={[...whole, ...own].flatMap((point) =>
                        point.tuned === null || steps === 0 ? [] : [at(point.sparsity, point.tuned)],
                      )}
                    />
                  );
                })}
              {chosen?.tuned != null && chosen.tuned < TOP && (
                <Dot place={at(sparsity, chosen.tuned)} stroke={strokes[method]} size={13} />
              )}
            </>
          )}
        </svg>
        {base === null && <p className="absolute inset-0 grid place-items-center pb-10 text-sm text-soft">{t.press}</p>}
        {hydrated && (
          <div className="text-xs text-soft" aria-hidden="true">
            <Mark top={y(BASELINE_LOSSES.uniform)} className="right-0 -translate-y-full" text={t.uniform} />
            <Mark top={y(GOAL.loss)} className="left-0 -translate-y-full text-good" text={t.trigram} />
            {base !== null && <Mark top={y(base)} className="right-0" text={t.base} />}
          </div>
        )}
      </div>
      <div className="relative h-5 text-xs text-soft tabular-nums" aria-hidden="true">
        {TICKS.map((tick) => (
          <span
            key={tick}
            className={`absolute -translate-x-1/2 ${tick === sparsity ? 'font-semibold text-ink' : ''} ${shownWhenNarrow(tick, sparsity) ? '' : 'max-sm:hidden'}`}
            style={{ left: percentage(x(tick)) }}
          >
            {formatPercent(tick)}
          </span>
        ))}
      </div>
      <p className="text-xs text-soft">{t.plotNote(steps)}</p>
    </figure>
  );
}

/** On a phone only every third tick fits beside the chosen one. */
function shownWhenNarrow(tick: number, sparsity: number): boolean {
  return tick === sparsity || (Math.round(tick * 10) % 3 === 0 && Math.abs(tick - sparsity) > 0.15);
}

function Mark({ top, className, text }: { readonly top: number; readonly className: string; readonly text: string }) {
  return (
    <span className={`absolute bg-paper/80 px-1 ${className}`} style={{ top: percentage(top) }}>
      {text}
    </span>
  );
}

type CurveProps = {
  readonly stroke: string;
  readonly strong: boolean;
  readonly oneShot: readonly string[];
  readonly tuned: readonly string[];
};

function Curve({ stroke, strong, oneShot, tuned }: CurveProps) {
  const line = (places: readonly string[], width: number) => (
    <polyline
      points={places.join(' ')}
      className={`fill-none ${stroke}`}
      strokeWidth={width}
      vectorEffect="non-scaling-stroke"
    />
  );
  return (
    <>
      {line(oneShot, 1)}
      {line(tuned, strong ? 3 : 2)}
      {oneShot.map((place) => (
        <Dot key={place} place={place} stroke={stroke} size={4} />
      ))}
      {tuned.map((place) => (
        <Dot key={place} place={place} stroke={stroke} size={strong ? 8 : 6} />
      ))}
    </>
  );
}

function Dot({ place, stroke, size }: { readonly place: string; readonly stroke: string; readonly size: number }) {
  return (
    <path
      d={`M${place}h0`}
      className={`fill-none ${stroke}`}
      strokeWidth={size}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
    />
  );
}
