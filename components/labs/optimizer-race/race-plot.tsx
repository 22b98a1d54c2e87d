/** Loss against step on a logarithmic scale, with the two closed forms of the bowl as baselines. Names stand at the lines' ends. */
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { GOAL, type Result } from './core';
import { spreadLabels } from './label-places';
import { laneStyles } from './lane-style';
import type { RaceStrings } from './strings';

type Props = { readonly t: RaceStrings; readonly result: Result };

const HEIGHT = 240;
const GAP = 14;
const FLOOR = 1e-9;
const ROOM = 30;

export function RacePlot({ t, result }: Props) {
  const hydrated = useHydrated();
  const { lanes, steps, step, rates, counts } = result;
  const first = lanes[0]?.losses[0] ?? 1;
  const top = Math.log(Math.max(1e-3, first) * ROOM);
  const bottom = Math.log(FLOOR);
  const y = (loss: number) =>
    HEIGHT * Math.min(1, Math.max(0, (top - Math.log(Math.max(FLOOR, loss))) / (top - bottom)));
  const x = (k: number) => pixel((100 * k) / steps);
  const marks = [1, 1e-3, GOAL.loss];
  const drawn = lanes.map(({ lane, losses, lostAt }) => {
    const seen = losses.slice(0, step + 1);
    const line = seen.map((loss, k) => `${x(k)},${pixel(y(loss))}`).join(' ');
    const lost = lostAt !== null && lostAt <= step;
    return { lane, line, end: lost ? 0 : y(seen.at(-1) ?? first), lost };
  });
  const baselines = rates
    ? [
        { key: 'gd', factor: rates.gdFactor },
        { key: 'momentum', factor: rates.momentumFactor },
      ]
    : [];
  const places = spreadLabels(
    drawn.map(({ end }) => end),
    GAP,
    HEIGHT,
  );
  return (
    <figure>
      <figcaption className="mb-1 text-sm font-semibold">{t.plotTitle}</figcaption>
      <div className="flex h-60 gap-1.5 text-xs">
        <div className="relative w-9 text-soft tabular-nums" aria-hidden="true">
          {hydrated &&
            marks.map((mark) => (
              <span
                key={mark}
                className="absolute right-0 -translate-y-1/2 whitespace-nowrap"
                style={{ top: percentage(y(mark) / HEIGHT) }}
              >
                {t.power(mark)}
              </span>
            ))}
        </div>
        <svg
          role="img"
          aria-label={t.plotText(result)}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-full min-w-0 flex-1 border-b border-l border-strong"
        >
          {hydrated && (
            <>
              {marks.map((mark) => (
                <line
                  key={mark}
                  x1={0}
                  x2={100}
                  y1={pixel(y(mark))}
                  y2={pixel(y(mark))}
                  className={counts && mark === GOAL.loss ? 'stroke-good' : 'stroke-line'}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              {baselines.map(({ key, factor }) => (
                <polyline
                  key={key}
                  points={Array.from(
                    { length: steps + 1 },
                    (_, k) => `${x(k)},${pixel(y(first * factor ** (2 * k)))}`,
                  ).join(' ')}
                  className="fill-none stroke-faint"
                  strokeDasharray="1 4"
                  strokeWidth={1.5}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              {drawn.map(({ lane, line }) => (
                <polyline
                  key={lane}
                  points={line}
                  className={`fill-none ${laneStyles[lane].stroke}`}
                  strokeDasharray={laneStyles[lane].dash}
                  strokeWidth={2}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </>
          )}
        </svg>
        <div className="relative w-20" aria-hidden="true">
          {hydrated &&
            drawn.map(({ lane, lost }, i) => (
              <span
                key={lane}
                className={`absolute left-0 -translate-y-1/2 whitespace-nowrap font-semibold ${laneStyles[lane].text}`}
                style={{ top: percentage((places[i] ?? 0) / HEIGHT) }}
              >
                {t.lanes[lane]}
                {lost && ' ↑'}
              </span>
            ))}
        </div>
      </div>
      <p className="mt-1 pl-10 text-xs text-soft">{rates ? t.plotNoteBowl : t.plotNote}</p>
    </figure>
  );
}
