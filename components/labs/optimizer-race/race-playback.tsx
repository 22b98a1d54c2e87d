/** Watches the race again: play runs through it in a few seconds. */
'use client';
import { usePlayback } from '@/components/labs/frame/use-playback';
import type { RaceStrings } from './strings';

type Props = {
  readonly t: RaceStrings;
  readonly step: number;
  readonly last: number;
  /** False where the reader wants no motion: then only steps. */
  readonly motion: boolean;
  readonly onStep: (step: number) => void;
};

const TICK_MS = 50;

export function RacePlayback({ t, step, last, motion, onStep }: Props) {
  const { root, running, toggle } = usePlayback({ step, last, tickMs: TICK_MS, motion, onStep });
  return (
    <div ref={root} className="lab-playback">
      {motion && (
        <button type="button" className="button button-primary" onClick={toggle}>
          {running ? t.pause : step >= last ? t.replay : t.play}
        </button>
      )}
      <button
        type="button"
        className="button"
        aria-label={t.stepBack}
        disabled={step <= 0}
        onClick={() => onStep(step - 1)}
      >
        −1
      </button>
      <button
        type="button"
        className="button"
        aria-label={t.stepOn}
        disabled={step >= last}
        onClick={() => onStep(step + 1)}
      >
        +1
      </button>
      <input
        type="range"
        className="min-w-24 flex-1"
        aria-label={t.params.step}
        min={0}
        max={last}
        step={1}
        value={step}
        onChange={(event) => onStep(event.target.valueAsNumber)}
      />
      <span className="text-sm text-soft tabular-nums">{t.stepOf(step, last)}</span>
    </div>
  );
}
