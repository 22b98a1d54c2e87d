/** Step, play and pause, to the start and to the end. */
'use client';
import type { FrameStrings } from './strings';
import { usePlayback } from './use-playback';

type Props = {
  readonly t: FrameStrings;
  readonly step: number;
  readonly last: number;
  readonly onStep: (step: number) => void;
};

const STEP_MS = 900;

export function Playback({ t, step, last, onStep }: Props) {
  const { root, running, toggle } = usePlayback({ step, last, tickMs: STEP_MS, onStep });
  return (
    <div ref={root} className="lab-playback">
      <button
        type="button"
        className="button"
        aria-label={t.first}
        title={t.first}
        disabled={step <= 0}
        onClick={() => onStep(0)}
      >
        <span aria-hidden="true">⇤</span>
      </button>
      <button
        type="button"
        className="button"
        aria-label={t.back}
        title={t.back}
        disabled={step <= 0}
        onClick={() => onStep(step - 1)}
      >
        <span aria-hidden="true">◀</span>
      </button>
      <button type="button" className="button button-primary" disabled={step >= last} onClick={() => onStep(step + 1)}>
        {t.step}
      </button>
      <button type="button" className="button" disabled={step >= last} onClick={toggle}>
        {running ? t.pause : t.play}
      </button>
      <button
        type="button"
        className="button"
        aria-label={t.last}
        title={t.last}
        disabled={step >= last}
        onClick={() => onStep(last)}
      >
        <span aria-hidden="true">⇥</span>
      </button>
      <span className="tabular-nums text-soft">{t.stepOf(Math.min(step, last), last)}</span>
    </div>
  );
}
