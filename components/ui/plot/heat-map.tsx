/**
 * A matrix as tints. Equal tints share one path, so a thousand cells cost a dozen elements.
 * It fills the width it is given; text and marks stay outside, where they do not stretch.
 */
import { useHydrated } from '@/components/ui/use-hydrated';

type Props = {
  /** Row-major, in [−1, 1]; values beyond are clamped. Positive and negative have a colour each, 0 is paper. */
  readonly values: readonly number[];
  readonly columns: number;
  /** What the picture shows, for whoever cannot see it. */
  readonly label: string;
  /** Colour of positive and negative values, as text colours. */
  readonly tones?: readonly [positive: string, negative: string];
  /** Outlined cell. */
  readonly picked?: number;
  /** Draws a line after every so many columns. */
  readonly groupWidth?: number;
};

const TINTS = 8;
const defaultTones = ['text-data-1', 'text-data-2'] as const;

export function HeatMap({ values, columns, label, tones = defaultTones, picked, groupWidth = columns }: Props) {
  const hydrated = useHydrated();
  const rows = Math.ceil(values.length / columns);
  const paths = new Map<number, string>();
  values.forEach((value, i) => {
    const tint = Math.round(Math.max(-1, Math.min(1, value)) * TINTS);
    if (tint === 0) return;
    paths.set(tint, `${paths.get(tint) ?? ''}M${i % columns} ${Math.floor(i / columns)}h1v1h-1z`);
  });
  const lines = Array.from({ length: Math.ceil(columns / groupWidth) - 1 }, (_, i) => (i + 1) * groupWidth);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className="block h-full w-full bg-sunken"
    >
      {hydrated && (
        <>
          {[...paths].map(([tint, d]) => (
            <path
              key={tint}
              d={d}
              className={tones[tint > 0 ? 0 : 1]}
              fill="currentColor"
              opacity={Math.abs(tint) / TINTS}
            />
          ))}
          {lines.map((x) => (
            <line
              key={x}
              x1={x}
              x2={x}
              y1={0}
              y2={rows}
              className="stroke-strong"
              strokeWidth={1}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {picked !== undefined && (
            <rect
              x={picked % columns}
              y={Math.floor(picked / columns)}
              width={1}
              height={1}
              fill="none"
              className="stroke-ink"
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          )}
        </>
      )}
    </svg>
  );
}
