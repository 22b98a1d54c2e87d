/**
 * Lines over steps, with levels to compare them with. The svg is stretched; all text is HTML around it, so that it keeps its size
 * on a phone. Values beyond the range are drawn at its edge.
 */
import { useHydrated } from '@/components/ui/use-hydrated';
import { percentage, pixel } from './round';

export type Line = {
  readonly id: string;
  readonly name: string;
  /** A text colour such as `text-data-1`; line, end point and name share it. */
  readonly tone: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
};
export type Level = { readonly id: string; readonly name: string; readonly y: number };

type Props = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly levels: readonly Level[];
  /** The x axis runs from 0 to this. */
  readonly to: number;
  readonly range: readonly [bottom: number, top: number];
  /** What stands at the end of the x axis. */
  readonly unit: string;
  /** Shown while there is no line. */
  readonly empty: string;
};

const HEIGHT = 170;
/** Names closer than this, in shares of the height, would overlap. */
const APART = 0.1;
/** A line that ends above this share of the height leaves room for a name below it. */
const ROOM_BELOW = 0.89;

export function LineChart({ title, lines, levels, to, range: [bottom, top], unit, empty }: Props) {
  const hydrated = useHydrated();
  const x = (value: number) => pixel((value / to) * 100);
  const down = (value: number) => (top - Math.min(top, Math.max(bottom, value))) / (top - bottom);
  const y = (value: number) => pixel(down(value) * HEIGHT);
  const drawn = lines.filter(({ points }) => points.length > 0);
  const ends = drawn.map((line) => ({ ...line, down: down(line.points.at(-1)?.y ?? top) }));
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <div className="relative mt-2 border-b border-strong" style={{ height: HEIGHT }}>
        <svg
          role="img"
          aria-label={title}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full overflow-visible"
        >
          {hydrated && (
            <>
              {levels.map((level) => (
                <line
                  key={level.id}
                  x1={0}
                  x2={100}
                  y1={y(level.y)}
                  y2={y(level.y)}
                  className="stroke-strong"
                  strokeDasharray="4 4"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              {drawn.map(({ id, tone, points }) => (
                <g key={id} className={`${tone} fill-none stroke-current`} strokeLinecap="round">
                  <polyline
                    points={points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ')}
                    strokeWidth={2.5}
                    strokeLinejoin="round"
                    vectorEffect="non-scaling-stroke"
                  />
                  <path
                    d={points
                      .slice(-1)
                      .map((point) => `M${x(point.x)} ${y(point.y)}h0`)
                      .join('')}
                    strokeWidth={9}
                    vectorEffect="non-scaling-stroke"
                  />
                </g>
              ))}
            </>
          )}
        </svg>
        {drawn.length === 0 && <p className="absolute inset-0 grid place-items-center text-sm text-soft">{empty}</p>}
        {hydrated && (
          <div className="text-xs" aria-hidden="true">
            {levels.map((level) => (
              <span
                key={level.id}
                className="absolute left-0 -translate-y-full bg-paper/80 pr-1 text-soft"
                style={{ top: percentage(down(level.y)) }}
              >
                {level.name}
              </span>
            ))}
            {spread(ends).map(({ id, tone, name, place, below }) => (
              <span
                key={id}
                className={`absolute right-0 bg-paper/80 pl-1 font-semibold ${below ? 'pt-1' : '-translate-y-full pb-1'} ${tone}`}
                style={{ top: percentage(place) }}
              >
                {name}
              </span>
            ))}
          </div>
        )}
      </div>
      <p className="mt-0.5 flex justify-between text-xs text-soft tabular-nums" aria-hidden="true">
        <span>0</span>
        <span>{unit}</span>
      </p>
    </figure>
  );
}

type End = Line & { readonly down: number };
type Placed = End & { readonly place: number; readonly below: boolean };

/** Names stand above the ends of their lines, the lowest below its own where there is room; the others are pushed apart. */
function spread(ends: readonly End[]): readonly Placed[] {
  let last = 0;
  return ends
    .toSorted((a, b) => a.down - b.down)
    .map((end, i) => {
      if (i > 0 && i === ends.length - 1 && end.down < ROOM_BELOW) return { ...end, place: end.down, below: true };
      const place = Math.min(1, Math.max(end.down, last + APART));
      last = place;
      return { ...end, place, below: false };
    });
}
