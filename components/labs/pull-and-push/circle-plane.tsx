/**
 * Queries as rings and keys as squares on the unit circle, so that of a pair that meets the square is seen inside the ring; each
 * point can be dragged along the circle or moved by arrow keys.
 * From the pinned query a line runs to each key, as thick as the probability it takes it with.
 */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Result } from './core';
import { Grip } from './grip';
import type { PullStrings } from './strings';

type Kind = 'query' | 'key';
type Props = {
  readonly t: PullStrings;
  readonly result: Result;
  readonly onPin: (pair: number) => void;
  /** Angle in radians. */
  readonly onMove: (kind: Kind, pair: number, angle: number) => void;
};

const SIDE = 360;
const RADIUS = 128;
/** Names of keys stand inside the circle and those of queries outside, so that a pair that meets stays legible. */
const OUTSIDE = RADIUS + 21;
const INSIDE = RADIUS - 21;

/** A key is held a little inside and a query a little outside: of a pair that meets, each can still be taken. */
const GRIP = 16;

const x = (angle: number, radius = RADIUS) => pixel(SIDE / 2 + radius * Math.cos(angle));
const y = (angle: number, radius = RADIUS) => pixel(SIDE / 2 - radius * Math.sin(angle));

export function CirclePlane({ t, result, onPin, onMove }: Props) {
  const hydrated = useHydrated();
  const { queries, keys, probabilities, pin } = result;
  const row = probabilities[pin] ?? [];
  const from = queries[pin] ?? 0;
  return (
    <figure className="min-w-0">
      <figcaption className="text-sm">
        <strong className="font-semibold">{t.planeTitle}</strong>
        <p className="text-soft">{t.planeNote}</p>
      </figcaption>
      <div className="relative mx-auto aspect-square w-full max-w-md">
        <svg
          role="img"
          aria-label={t.planeText(result)}
          viewBox={`0 0 ${SIDE} ${SIDE}`}
          className="absolute inset-0 block h-full w-full select-none"
        >
          {hydrated && (
            <>
              <circle cx={SIDE / 2} cy={SIDE / 2} r={RADIUS} className="fill-none stroke-line" strokeWidth={1.5} />
              {queries.map((angle, i) => (
                <line
                  // biome-ignore lint/suspicious/noArrayIndexKey: a pair is its place
                  key={i}
                  x1={x(angle)}
                  y1={y(angle)}
                  x2={x(keys[i] ?? 0)}
                  y2={y(keys[i] ?? 0)}
                  className="stroke-strong"
                  strokeDasharray="2 4"
                />
              ))}
              {row.map((p, j) => (
                <line
                  // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
                  key={j}
                  x1={x(from)}
                  y1={y(from)}
                  x2={x(keys[j] ?? 0)}
                  y2={y(keys[j] ?? 0)}
                  className={j === pin ? 'stroke-data-1' : 'stroke-data-2'}
                  strokeWidth={pixel(10 * p)}
                  strokeOpacity={0.55}
                  strokeLinecap="round"
                />
              ))}
              <Forces result={result} />
              {keys.map((angle, j) => (
                <Point
                  key={t.keyName(j + 1)}
                  name={t.keyName(j + 1)}
                  kind="key"
                  pair={j}
                  angle={angle}
                  pinned={j === pin}
                />
              ))}
              {queries.map((angle, i) => (
                <Point
                  key={t.queryName(i + 1)}
                  name={t.queryName(i + 1)}
                  kind="query"
                  pair={i}
                  angle={angle}
                  pinned={i === pin}
                />
              ))}
            </>
          )}
        </svg>
        {(['key', 'query'] as const).flatMap((kind) =>
          (kind === 'key' ? keys : queries).map((angle, i) => (
            <Grip
              key={kind === 'key' ? t.keyName(i + 1) : t.queryName(i + 1)}
              label={(kind === 'key' ? t.keyHandle : t.queryHandle)(i + 1, angle)}
              left={x(angle, kind === 'key' ? RADIUS - GRIP : RADIUS + GRIP) / SIDE}
              top={y(angle, kind === 'key' ? RADIUS - GRIP : RADIUS + GRIP) / SIDE}
              angle={angle}
              onPress={() => onPin(i)}
              onMove={(to) => onMove(kind, i, to)}
            />
          )),
        )}
      </div>
    </figure>
  );
}

type PointProps = {
  readonly name: string;
  readonly kind: Kind;
  readonly pair: number;
  readonly angle: number;
  readonly pinned: boolean;
};

function Point({ name, kind, pair, angle, pinned }: PointProps) {
  const tone = kind === 'key' ? 'fill-data-1' : 'fill-data-2';
  // Every other name stands farther from the circle, so that two neighbours do not write over each other.
  const aside = pair % 2 === 0 ? 0 : 14;
  const radius = kind === 'key' ? INSIDE - aside : OUTSIDE + aside;
  return (
    <g>
      {kind === 'key' ? (
        <rect x={x(angle) - 4.5} y={y(angle) - 4.5} width={9} height={9} className={pinned ? tone : 'fill-ink'} />
      ) : (
        <circle
          cx={x(angle)}
          cy={y(angle)}
          r={8.5}
          className={`fill-none ${pinned ? 'stroke-data-2' : 'stroke-ink'}`}
          strokeWidth={pinned ? 3 : 2}
        />
      )}
      <text
        x={x(angle, radius)}
        y={y(angle, radius) + 4}
        textAnchor="middle"
        className={`stroke-paper text-[13px] ${pinned ? `font-semibold ${tone}` : 'fill-soft'}`}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {name}
      </text>
    </g>
  );
}

/** Length of the longest arrow, in pixels. Shorter ones keep their share of it. */
const LONGEST = 46;
/** Below this force even the longest arrow shrinks, so that a batch at rest looks at rest. */
const REST = 0.03;
const LEAST = 4;

/** Where descent would move each point: arrows along the circle, the longest always as long until little is left. */
function Forces({ result }: { readonly result: Result }) {
  const all = [
    ...result.keys.map((angle, i) => ({ angle, force: result.keyForces[i] ?? 0, pinned: i === result.pin })),
    ...result.queries.map((angle, i) => ({ angle, force: result.queryForces[i] ?? 0, pinned: i === result.pin })),
  ];
  const largest = Math.max(REST, ...all.map(({ force }) => Math.abs(force)));
  return all.map(({ angle, force, pinned }, i) => {
    const size = (LONGEST * force) / largest;
    if (Math.abs(size) < LEAST) return null;
    const [dx, dy] = [-Math.sin(angle), -Math.cos(angle)];
    const tip = (along: number, aside: number) =>
      `${pixel(x(angle) + along * dx + aside * dy)} ${pixel(y(angle) + along * dy - aside * dx)}`;
    const back = size - Math.sign(size) * 7;
    return (
      <path
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
        key={i}
        d={`M${tip(0, 0)}L${tip(size, 0)}M${tip(back, 4)}L${tip(size, 0)}L${tip(back, -4)}`}
        className={`fill-none ${pinned ? 'stroke-data-4' : 'stroke-data-3'}`}
        strokeWidth={pinned ? 2.5 : 1.75}
        strokeLinejoin="round"
      />
    );
  });
}
