/** The clock of what is watched step by step: it stops at the end, when the lab leaves the screen, and never starts by itself. */
'use client';
import { useEffect, useRef, useState } from 'react';

type Options = {
  readonly step: number;
  readonly last: number;
  readonly tickMs: number;
  /** False where the reader wants no motion: then only steps. */
  readonly motion?: boolean;
  readonly onStep: (step: number) => void;
};

export function usePlayback({ step, last, tickMs, motion = true, onStep }: Options) {
  const [playing, setPlaying] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const running = playing && motion && step < last;
  // Arrived: whoever goes back from the end must not be carried off again.
  if (playing && step >= last) setPlaying(false);

  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => onStep(step + 1), tickMs);
    return () => clearTimeout(timer);
  }, [running, step, tickMs, onStep]);

  useEffect(() => {
    if (!root.current || !running) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => !entry.isIntersecting)) setPlaying(false);
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [running]);

  /** Plays or pauses; from the end it plays from the start. */
  const toggle = () => {
    if (running) return setPlaying(false);
    if (step >= last) onStep(0);
    setPlaying(true);
  };
  /** `root` goes on the element whose leaving the screen pauses. */
  return { root, running, toggle };
}
