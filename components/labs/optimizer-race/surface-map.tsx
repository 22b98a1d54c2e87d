/** The surface as level lines, the paths over it, and the start, to be dragged or moved by arrow keys. */
'use client';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { contour } from './contours';
import { params, type Result, type Values } from './core';
import { laneStyles } from './lane-style';
import type { RaceStrings } from './strings';
import { REACH, surfaceOf } from './surfaces';

type Props = {
  readonly t: RaceStrings;
  readonly values: Values;
  readonly result: Result;
  readonly onStart: (start: readonly number[]) => void;
};

const SIDE = 400;
const CELLS = 96;
const share = (x: number) => (x + REACH) / (2 * REACH);
const px = (x: number) => pixel(SIDE * share(x));
const py = (y: number) => pixel(SIDE * (1 - share(y)));
const KEY_STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function SurfaceMap({ t, values, result, onStart }: Props) {
  const hydrated = useHydrated();
  const box = useRef<HTMLDivElement>(null);
  const { start, surface, kappa } = values;
  const [startX = 0, startY = 0] = start;
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const area = box.current?.getBoundingClientRect();
    if (!area || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const x = ((event.clientX - area.left) / area.width) * 2 * REACH - REACH;
    const y = REACH - ((event.clientY - area.top) / area.height) * 2 * REACH;
    onStart([x, y]);
  };
  const press = (event: KeyboardEvent) => {
    const by = KEY_STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    const step = params.start.step * (event.shiftKey ? 10 : 1);
    onStart([startX + by[0] * step, startY + by[1] * step]);
  };
  return (
    <figure>
      <figcaption className="mb-1 text-sm font-semibold">{t.mapTitle}</figcaption>
      <div ref={box} className="relative aspect-square w-full max-w-md border border-line bg-raised">
        <svg
          role="img"
          aria-label={t.mapText(result, values)}
          viewBox={`0 0 ${SIDE} ${SIDE}`}
          className="absolute inset-0 block h-full w-full overflow-hidden"
        >
          {hydrated && (
            <>
              <Levels surface={surface} kappa={kappa} />
              <Paths result={result} />
            </>
          )}
        </svg>
        <button
          type="button"
          aria-label={t.startHandle(startX, startY)}
          className="absolute size-11 -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none rounded-full"
          style={{ left: percentage(share(startX)), top: percentage(1 - share(startY)) }}
          onPointerDown={drag}
          onPointerMove={drag}
          onKeyDown={press}
        >
          <span className="absolute inset-3.5 rounded-full border-2 border-ink bg-paper" />
        </button>
        <span className="pointer-events-none absolute right-1 bottom-0 text-xs text-soft" aria-hidden="true">
          w₁
        </span>
        <span className="pointer-events-none absolute top-0 left-1 text-xs text-soft" aria-hidden="true">
          w₂
        </span>
      </div>
    </figure>
  );
}

function Levels({ surface, kappa }: Pick<Values, 'surface' | 'kappa'>) {
  const { lines, minima } = useMemo(() => {
    const { value, lowest, levels, minima } = surfaceOf(surface, Number(kappa));
    return {
      minima,
      lines: levels.map((level) =>
        contour(value, { level, lowest, reach: REACH, cells: CELLS })
          .map(([x1, y1, x2, y2]) => `M${px(x1)} ${py(y1)}L${px(x2)} ${py(y2)}`)
          .join(''),
      ),
    };
  }, [surface, kappa]);
  return (
    <>
      {lines.map((d, i) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: levels have a fixed order
          key={i}
          d={d}
          className="fill-none stroke-strong"
          strokeOpacity={pixel(0.75 - 0.5 * (i / lines.length))}
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {minima.map(([x, y]) => (
        <path
          key={`${x} ${y}`}
          d={`M${px(x) - 6} ${py(y)}h12m-6 -6v12`}
          className="stroke-good"
          strokeWidth={2.5}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  );
}

function Paths({ result }: { readonly result: Result }) {
  return result.lanes.map(({ lane, path }) => {
    const { stroke, dash } = laneStyles[lane];
    const points = path.slice(0, result.step + 1).map(([x, y]) => `${px(x)} ${py(y)}`);
    return (
      <g key={lane} className={`fill-none ${stroke}`}>
        <polyline
          points={points.join(' ')}
          strokeWidth={2}
          strokeLinejoin="round"
          strokeDasharray={dash}
          vectorEffect="non-scaling-stroke"
        />
        <path d={`M${points.at(-1)}h0`} strokeWidth={9} strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      </g>
    );
  });
}
