/** A square piece of the plane around the origin: grid, arrows, curves, and tips to drag or to move by arrow keys. */
'use client';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { percentage, pixel } from '@/components/ui/plot/round';
import type { Vector } from './core';

const SIDE = 320;
/** A head stands at the end of an arrow that is at least this long, in pixels. */
const HEAD = 9;

type PlaneProps = {
  readonly label: string;
  /** The plane runs from −reach to reach on both axes. */
  readonly reach: number;
  readonly children: ReactNode;
  /** Tips, laid over the drawing. */
  readonly tips: ReactNode;
};

export function Plane({ label, reach, children, tips }: PlaneProps) {
  const lines = Array.from({ length: 2 * Math.floor(reach) + 1 }, (_, i) => i - Math.floor(reach));
  return (
    <div className="relative mt-2 aspect-square w-full max-w-sm border border-line bg-raised">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        className="absolute inset-0 block h-full w-full select-none overflow-hidden"
      >
        {lines.map((at) => (
          <path
            key={at}
            d={`M${place(at, reach)} 0V${SIDE}M0 ${place(at, reach)}H${SIDE}`}
            className={at === 0 ? 'stroke-strong' : 'stroke-line'}
          />
        ))}
        {children}
      </svg>
      {tips}
    </div>
  );
}

/** Where a coordinate lies along an axis, in pixels. */
function place(value: number, reach: number): number {
  return pixel((SIDE / 2) * (1 + value / reach));
}

export function at([x, y]: Vector, reach: number): string {
  return `${place(x, reach)} ${place(-y, reach)}`;
}

export function Curve({ points, reach, tone }: { points: readonly Vector[]; reach: number; tone: string }) {
  return (
    <path
      d={`M${points.map((point) => at(point, reach)).join('L')}Z`}
      className={`${tone} fill-current stroke-current`}
      fillOpacity={0.1}
      strokeWidth={1.5}
    />
  );
}

type ArrowProps = {
  readonly to: Vector;
  readonly reach: number;
  /** A text colour, which line, head and name share. */
  readonly tone: string;
  readonly name: string;
  readonly dashed?: boolean;
};

export function Arrow({ to, reach, tone, name, dashed = false }: ArrowProps) {
  const [x, y] = [place(to[0], reach), place(-to[1], reach)];
  const [dx, dy] = [x - SIDE / 2, y - SIDE / 2];
  const size = Math.hypot(dx, dy);
  const [ux, uy] = size === 0 ? [0, 0] : [dx / size, dy / size];
  const back = (side: number) =>
    `${pixel(x - HEAD * ux + side * HEAD * 0.5 * uy)} ${pixel(y - HEAD * uy - side * HEAD * 0.5 * ux)}`;
  const beyond = size + 13 > SIDE / 2 ? -24 : 13;
  return (
    <g className={`${tone} fill-current stroke-current`}>
      <line
        x1={SIDE / 2}
        y1={SIDE / 2}
        x2={x}
        y2={y}
        strokeWidth={dashed ? 1.75 : 2.5}
        strokeDasharray={dashed ? '5 4' : undefined}
      />
      {size > HEAD && <path d={`M${x} ${y}L${back(1)}L${back(-1)}Z`} stroke="none" />}
      <text
        x={pixel(x + beyond * ux - 7 * uy)}
        y={pixel(y + beyond * uy + 7 * ux + 4)}
        textAnchor="middle"
        className="stroke-raised text-[13px] font-semibold"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {name}
      </text>
    </g>
  );
}

type TipProps = {
  readonly label: string;
  readonly to: Vector;
  readonly reach: number;
  /** A border colour. */
  readonly tone: string;
  readonly onDrag: (to: Vector) => void;
  /** Arrow keys: steps to the right and up, ten at a time with Shift. */
  readonly onNudge: (right: number, up: number) => void;
};

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function Tip({ label, to, reach, tone, onDrag, onNudge }: TipProps) {
  const share = (value: number) => Math.min(1, Math.max(0, (1 + value / reach) / 2));
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onDrag([
      reach * (2 * ((event.clientX - box.left) / box.width) - 1),
      reach * (1 - 2 * ((event.clientY - box.top) / box.height)),
    ]);
  };
  const press = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    const steps = event.shiftKey ? 10 : 1;
    onNudge(steps * by[0], steps * by[1]);
  };
  return (
    <button
      type="button"
      aria-label={label}
      className="absolute size-11 -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none rounded-full"
      style={{ left: percentage(share(to[0])), top: percentage(share(-to[1])) }}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <span className={`absolute inset-3.5 rounded-full border-2 bg-paper/70 ${tone}`} />
    </button>
  );
}
