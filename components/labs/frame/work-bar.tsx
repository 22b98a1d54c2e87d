/** Starts a lab's long work, shows how far it is, and stops it. What it will cost stands on the button. */
'use client';
import type { WorkState } from './lab-types';
import type { FrameStrings } from './strings';

type Props = {
  readonly t: FrameStrings;
  readonly work: WorkState;
  readonly label: string;
  /** Starts by itself: then there is nothing to press unless it failed. */
  readonly auto: boolean;
};

export function WorkBar({ t, work, label, auto }: Props) {
  const { phase, progress, secondsLeft, start, cancel } = work;
  const percent = Math.floor(progress * 100);
  return (
    <div className="lab-work" data-work={phase}>
      {phase === 'running' || phase === 'paused' ? (
        <>
          <button type="button" className="button" onClick={cancel}>
            {t.stop}
          </button>
          <progress max={100} value={percent} aria-label={t.working} />
          <span className="tabular-nums text-soft">
            {t.working} {t.percent(percent)}
            {secondsLeft !== null && secondsLeft >= 1 && ` · ${t.secondsLeft(Math.ceil(secondsLeft))}`}
          </span>
        </>
      ) : (
        <>
          {(!auto || phase === 'failed') && (
            <button type="button" className="button button-primary" onClick={start}>
              {label}
            </button>
          )}
          <span className="text-soft" role="status">
            {phase === 'failed' ? t.workFailed : ''}
          </span>
        </>
      )}
    </div>
  );
}
