/** Runs through the checkpoints, or jumps to the one with the lowest validation error. */
'use client';
import { usePlayback } from '@/components/labs/frame/use-playback';
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
  const { root, running, toggle } = usePlayback({
    step: checkpoint,
    last: LAST,
    tickMs: TICK_MS,
    motion,
    onStep: onMove,
  });
  return (
    <div ref={root} className="lab-playback">
      {motion && (
        <button type="button" className="button button-primary" onClick={toggle}>
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
