/**
 * A lab's long work: started by a press or by itself, in a worker of the lab's own, paused by a message, cancelled by ending the
 * worker. The outcome replaces what the lab is given; whether it still answers the question the parameters ask is for the core
 * to say.
 */
'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LabCore } from '@/lib/labs/core';
import type { ParamTable, ParamValues } from '@/lib/labs/params';
import type { WorkReport, WorkRequest } from '@/lib/labs/work-protocol';
import type { WorkState } from './lab-types';

type Progress = { readonly done: number; readonly total: number; readonly secondsLeft: number | null };
const IDLE_MS = 150;
/** Before this share is done, a guess of the time left would only jump about. */
const PACE_FROM = 0.05;
const NOTHING_YET: Progress = { done: 0, total: 0, secondsLeft: null };

export function useWork<T extends ParamTable, R, G>(
  core: LabCore<T, R, G>,
  base: G,
  values: ParamValues<T>,
  makeWorker: (() => Worker) | undefined,
): { readonly given: G; readonly work: WorkState | null } {
  const [outcome, setOutcome] = useState<{ readonly base: G; readonly given: G } | null>(null);
  const [phase, setPhase] = useState<WorkState['phase']>('idle');
  const [progress, setProgress] = useState(NOTHING_YET);
  const worker = useRef<Worker | null>(null);
  // An outcome of another model says nothing about this one.
  const given = outcome !== null && outcome.base === base ? outcome.given : base;

  const end = useCallback((next: WorkState['phase']) => {
    worker.current?.terminate();
    worker.current = null;
    setPhase(next);
  }, []);
  const cancel = useCallback(() => end('idle'), [end]);

  const start = useCallback(() => {
    if (!makeWorker || !core.work) return;
    worker.current?.terminate();
    const mine = makeWorker();
    worker.current = mine;
    const begun = performance.now();
    setPhase('running');
    setProgress(NOTHING_YET);
    mine.onerror = () => worker.current === mine && end('failed');
    mine.onmessage = ({ data }: MessageEvent<WorkReport<G>>) => {
      if (worker.current !== mine) return;
      if (data.type === 'failed') return end('failed');
      if (data.given !== undefined) setOutcome({ base, given: data.given });
      if (data.type === 'done') return end('idle');
      const { done, total } = data;
      const share = total > 0 ? done / total : 0;
      const seconds = (performance.now() - begun) / 1000;
      setProgress({ done, total, secondsLeft: share > PACE_FROM ? (seconds * (1 - share)) / share : null });
    };
    mine.postMessage({ type: 'start', values, given: base } satisfies WorkRequest<G>);
  }, [core, base, values, makeWorker, end]);

  const send = useCallback((type: 'pause' | 'resume' | 'step') => {
    if (!worker.current) return;
    worker.current.postMessage({ type } satisfies WorkRequest<G>);
    setPhase(type === 'resume' ? 'running' : 'paused');
  }, []);

  useEffect(() => () => worker.current?.terminate(), []);

  const question = useMemo(() => {
    const names = core.workParams ?? Object.keys(core.params);
    return JSON.stringify(names.map((name) => values[name]));
  }, [core, values]);
  const latest = useRef({ start, cancel });
  latest.current = { start, cancel };
  const auto = core.autoWork === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question or another model is what starts it
  useEffect(() => {
    latest.current.cancel();
    if (!auto) return;
    const timer = setTimeout(() => latest.current.start(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [auto, question, base]);

  const work = useMemo<WorkState | null>(() => {
    if (!core.work) return null;
    const { done, total, secondsLeft } = progress;
    return {
      phase,
      done,
      total,
      progress: total > 0 ? Math.min(1, done / total) : 0,
      secondsLeft: phase === 'running' ? secondsLeft : null,
      start,
      cancel,
      pause: () => send('pause'),
      resume: () => send('resume'),
      step: () => send('step'),
    };
  }, [core, phase, progress, start, cancel, send]);
  return { given, work };
}
