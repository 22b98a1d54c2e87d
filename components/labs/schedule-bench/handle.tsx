/** A point of a plot that can be dragged, or moved by arrow keys. Its place and its moves are shares of the plot. */
'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import { percentage } from '@/components/ui/plot/round';

type Props = {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly onDrag: (x: number, y: number) => void;
  /** Arrow keys: steps to the right and up. */
  readonly onNudge: (right: number, up: number) => void;
};

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

export function Handle({ label, x, y, onDrag, onNudge }: Props) {
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const plot = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!plot || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onDrag((event.clientX - plot.left) / plot.width, (event.clientY - plot.top) / plot.height);
  };
  const press = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    onNudge(...by);
  };
  return (
    <button
      type="button"
      aria-label={label}
      className="absolute size-11 -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none rounded-full"
      style={{ left: percentage(x), top: percentage(y) }}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <span className="absolute inset-3.5 rounded-full border-2 border-data-1 bg-paper" />
    </button>
  );
}
