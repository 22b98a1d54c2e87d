/** What arrives at each step, on a logarithmic scale: three curves, the bare chains behind them, the band in which a nudge survives. */
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { FACTOR, FLOAT32_HALF_STEP, FLOOR, type Lane, type Result } from './core';
import { powerText, sizeText } from './size-text';
import { type TimeStrings, tones } from './strings';

type Props = { readonly t: TimeStrings; readonly result: Result };

const HEIGHT = 260;
const TOP = 1e4;
const TICKS = [1e4, 1e2, 1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12];
/** Names closer than this, in shares of the height, would overlap. */
const APART = 0.075;

const down = (size: number) =>
  (Math.log10(TOP) - Math.log10(Math.min(TOP, Math.max(FLOOR, size)))) / Math.log10(TOP / FLOOR);

export function ReachPlot({ t, result: { lanes, length, pin } }: Props) {
  const hydrated = useHydrated();
  const x = (step: number) => pixel(((step - 1) / (length - 1)) * 100);
  const y = (size: number) => pixel(down(size) * HEIGHT);
  const path = (sizes: readonly number[]) => sizes.map((size, i) => `${x(i + 1)},${y(size)}`).join(' ');
  return (
    <figure>
      <figcaption className="font-semibold text-sm">{t.plotTitle}</figcaption>
      <div className="mt-2 grid grid-cols-[2.75rem_minmax(0,1fr)]">
        <div
          aria-hidden="true"
          className="relative text-right text-soft text-xs tabular-nums"
          style={{ height: HEIGHT }}
        >
          {TICKS.map((tick) => (
            <span key={tick} className="-translate-y-1/2 absolute right-1.5" style={{ top: percentage(down(tick)) }}>
              {powerText(Math.round(Math.log10(tick)))}
            </span>
          ))}
        </div>
        <div className="relative border-strong border-b border-l" style={{ height: HEIGHT }}>
          <svg
            role="img"
            aria-label={`${t.plotTitle}. ${lanes.map((lane) => `${t.names[lane.name]}: ${sizeText(lane.reach.at(-1) ?? 0)}`).join('; ')}`}
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
            className="absolute inset-0 block h-full w-full"
          >
            <rect x={0} width={100} y={y(FACTOR)} height={y(1 / FACTOR) - y(FACTOR)} className="fill-good-wash" />
            {hydrated && (
              <g fill="none" vectorEffect="non-scaling-stroke">
                <Across at={y(1)} look="stroke-strong" />
                <Across at={y(FLOAT32_HALF_STEP)} look="stroke-strong" dash="2 4" />
                <line
                  x1={x(pin)}
                  x2={x(pin)}
                  y1={0}
                  y2={HEIGHT}
                  className="stroke-ink"
                  strokeWidth={1}
                  vectorEffect="non-scaling-stroke"
                />
                {lanes.map((lane) => (
                  <g key={lane.name} className={`${tones[lane.name]} stroke-current`} strokeLinejoin="round">
                    <polyline
                      points={path(lane.baseline)}
                      strokeWidth={1.5}
                      strokeDasharray="5 5"
                      opacity={0.7}
                      vectorEffect="non-scaling-stroke"
                    />
                    <polyline points={path(lane.reach)} strokeWidth={2.5} vectorEffect="non-scaling-stroke" />
                  </g>
                ))}
              </g>
            )}
          </svg>
          <div aria-hidden="true" className="text-xs">
            <span className="absolute left-1.5 text-good" style={{ top: `calc(${percentage(down(FACTOR))} + 2px)` }}>
              {t.band}
            </span>
            <span
              className="absolute left-1.5 max-w-[60%] text-soft"
              style={{ top: `calc(${percentage(down(FLOAT32_HALF_STEP))} + 2px)` }}
            >
              {t.rounded}
            </span>
            {hydrated &&
              spread(lanes).map(({ lane, place }) => (
                <span
                  key={lane.name}
                  className={`-translate-y-full absolute right-1 bg-paper/80 px-1 font-semibold ${tones[lane.name]}`}
                  style={{ top: percentage(place) }}
                >
                  {t.names[lane.name]}
                </span>
              ))}
          </div>
        </div>
      </div>
      <p aria-hidden="true" className="mt-0.5 ml-11 flex justify-between text-soft text-xs tabular-nums">
        <span>1</span>
        <span>{t.lastStep(length)}</span>
      </p>
      <p className="text-soft text-xs">{t.plotNote}</p>
    </figure>
  );
}

function Across({ at, look, dash }: { readonly at: number; readonly look: string; readonly dash?: string }) {
  return (
    <line x1={0} x2={100} y1={at} y2={at} className={look} strokeDasharray={dash} vectorEffect="non-scaling-stroke" />
  );
}

/** Names stand above the ends of their curves, pushed apart downwards where they would overlap. */
function spread(lanes: readonly Lane[]): readonly { readonly lane: Lane; readonly place: number }[] {
  let last = -1;
  return lanes
    .map((lane) => ({ lane, end: Math.max(APART, down(lane.reach.at(-1) ?? FLOOR)) }))
    .toSorted((a, b) => a.end - b.end)
    .map(({ lane, end }) => {
      last = Math.max(end, last + APART);
      return { lane, place: Math.min(1, last) };
    });
}
