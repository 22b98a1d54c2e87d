/** Step, play and pause. Playing stops at the end, when the lab leaves the screen, and never starts by itself. */
'use client';
import { useEffect, useRef, useState } from 'react';
import type { FrameStrings } from './strings';

type Props = {
  readonly t: FrameStrings;
  readonly step: number;
  readonly last: number;
  readonly onStep: (step: number) => void;
};

const STEP_MS = 900;

export function Playback({ t, step, last, onStep }: Props) {
  const [playing, setPlaying] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const running = playing && step < last;

  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => onStep(step + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [running, step, onStep]);

  useEffect(() => {
    if (!root.current || !running) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => !entry.isIntersecting)) setPlaying(false);
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [running]);

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
      <button type="button" className="button" disabled={step >= last} onClick={() => setPlaying(!running)}>
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
