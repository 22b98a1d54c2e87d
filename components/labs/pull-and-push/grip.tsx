/** The handle of a point on the circle: to drag along it, to turn by arrow keys, to press. */
'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import { percentage } from '@/components/ui/plot/round';

type GripProps = {
  readonly label: string;
  /** Its place, as shares of the plane. */
  readonly left: number;
  readonly top: number;
  readonly angle: number;
  readonly onPress: () => void;
  readonly onMove: (angle: number) => void;
};

const STEP = Math.PI / 180;
const TURN: Readonly<Record<string, number>> = { ArrowLeft: 1, ArrowUp: 1, ArrowRight: -1, ArrowDown: -1 };

export function Grip({ label, left, top, angle, onPress, onMove }: GripProps) {
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    onMove(Math.atan2(box.top + box.height / 2 - event.clientY, event.clientX - box.left - box.width / 2));
  };
  const press = (event: KeyboardEvent) => {
    const turn = TURN[event.key];
    if (!turn) return;
    event.preventDefault();
    onMove(angle + turn * STEP * (event.shiftKey ? 10 : 1));
  };
  return (
    <button
      type="button"
      aria-label={label}
      className="absolute size-8 -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none rounded-full"
      style={{ left: percentage(left), top: percentage(top) }}
      onPointerMove={drag}
      onClick={onPress}
      onKeyDown={press}
    />
  );
}
