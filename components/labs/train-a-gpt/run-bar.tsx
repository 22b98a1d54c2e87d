/** Start, pause, step and stop of a training run, and its pace. */
'use client';
import { useEffect, useRef, useState } from 'react';
import type { WorkState } from '@/components/labs/frame/lab-types';
import { formatSignificant } from '@/lib/format-number';
import type { TrainStrings } from './strings';
import type { Training } from './training';

type Props = {
  readonly t: TrainStrings;
  readonly work: WorkState;
  readonly training: Training | null;
  readonly label: string;
};

const LOCK = 'layerwise-training';

export function RunBar({ t, work, training, label }: Props) {
  const [busy, setBusy] = useState(false);
  const release = useRef<(() => void) | null>(null);
  const active = work.phase === 'running' || work.phase === 'paused';
  const perSecond = usePace(work.phase === 'running', training?.tokens ?? 0);

  // The lock tells other tabs that this one trains; the browser frees it when the tab goes away.
  useEffect(() => {
    if (active) return;
    release.current?.();
    release.current = null;
  }, [active]);
  useEffect(() => () => release.current?.(), []);

  const begin = (whateverOthersDo: boolean) => {
    const go = () => {
      setBusy(false);
      work.start();
    };
    if (!navigator.locks || whateverOthersDo || release.current) return go();
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (!lock) return setBusy(true);
      go();
      return new Promise<void>((resolve) => {
        release.current = resolve;
      });
    });
  };

  return (
    <div className="my-4" data-training={work.phase}>
      <div className="flex flex-wrap items-center gap-2">
        {!active && (
          <button type="button" className="button button-primary" onClick={() => begin(false)}>
            {label}
          </button>
        )}
        {active && (
          <>
            <button
              type="button"
              className="button button-primary"
              onClick={work.phase === 'running' ? work.pause : work.resume}
            >
              {work.phase === 'running' ? t.pause : t.resume}
            </button>
            <button type="button" className="button" onClick={work.step}>
              {t.oneStep}
            </button>
            <button type="button" className="button" onClick={work.cancel}>
              {t.stop}
            </button>
          </>
        )}
        {active && training && (
          <span className="text-sm text-soft tabular-nums">
            {t.status(training.step, training.steps)}
            {perSecond !== null && ` · ${t.speed(formatSignificant(perSecond, 2))}`}
            {work.secondsLeft !== null && work.secondsLeft >= 1 && ` · ${t.left(Math.ceil(work.secondsLeft))}`}
          </span>
        )}
      </div>
      {active && <progress className="mt-2 w-full max-w-md" max={1} value={work.progress} aria-label={label} />}
      <p role="status" className="text-sm">
        {busy && !active && (
          <>
            {t.busy}{' '}
            <button type="button" className="lab-link" onClick={() => begin(true)}>
              {t.anyway}
            </button>
          </>
        )}
        {work.phase === 'failed' && <span className="text-bad">{t.failed}</span>}
        {training?.phase === 'diverged' && <span className="text-bad">{t.diverged}</span>}
      </p>
    </div>
  );
}

/** Tokens in a second over the last moments of a run; null while it stands still. */
function usePace(running: boolean, tokens: number): number | null {
  const [pace, setPace] = useState<number | null>(null);
  const last = useRef<{ readonly tokens: number; readonly at: number } | null>(null);
  useEffect(() => {
    if (!running) {
      last.current = null;
      setPace(null);
      return;
    }
    const at = performance.now();
    if (!last.current || tokens < last.current.tokens) {
      last.current = { tokens, at };
      return;
    }
    if (at - last.current.at < 400) return;
    setPace((1000 * (tokens - last.current.tokens)) / (at - last.current.at));
    last.current = { tokens, at };
  }, [running, tokens]);
  return pace;
}
