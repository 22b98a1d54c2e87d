/** Runs through the checkpoints, or jumps to the one with the lowest validation error. Stops off-screen and without motion. */
'use client';
import { useEffect, useRef, useState } from 'react';
import type { FitStrings } from './strings';
import { CHECKPOINTS, LAST } from './training';

type Props = {
  readonly t: FitStrings;
  readonly checkpoint: number;
  /** Step with the lowest validation error. */
  readonly best: number;
  /** False where the reader wants no motion: then only steps. */
  readonly motion: boolean;
  readonly onMove: (checkpoint: number) => void;
};

const TICK_MS = 110;

export function CheckpointPlayer({ t, checkpoint, best, motion, onMove }: Props) {
  const [playing, setPlaying] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const running = playing && motion && checkpoint < LAST;

  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => onMove(checkpoint + 1), TICK_MS);
    return () => clearTimeout(timer);
  }, [running, checkpoint, onMove]);

  useEffect(() => {
    if (!root.current || !running) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => !entry.isIntersecting)) setPlaying(false);
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [running]);

  const play = () => {
    if (running) return setPlaying(false);
    if (checkpoint >= LAST) onMove(0);
    setPlaying(true);
  };
  return (
    <div ref={root} className="lab-playback">
      {motion && (
        <button type="button" className="button button-primary" onClick={play}>
          {running ? t.pause : t.play}
        </button>
      )}
      <input
        type="range"
        className="min-w-32 flex-1"
        aria-label={t.params.checkpoint}
        aria-valuetext={t.stepNow(CHECKPOINTS[checkpoint] ?? 0)}
        min={0}
        max={LAST}
        step={1}
        value={checkpoint}
        onChange={(event) => onMove(event.target.valueAsNumber)}
      />
      <span className="text-sm text-soft tabular-nums">{t.stepNow(CHECKPOINTS[checkpoint] ?? 0)}</span>
      <button type="button" className="button" onClick={() => onMove(Math.max(0, CHECKPOINTS.indexOf(best)))}>
        {t.toBest(best)}
      </button>
      <button type="button" className="button" disabled={checkpoint === LAST} onClick={() => onMove(LAST)}>
        {t.toEnd}
      </button>
    </div>
  );
}
