/** How far the goal is; the goal itself stands above the lab. Met is said in words and by shape, never by colour alone. */
'use client';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { GoalState } from '@/lib/labs/core';
import type { FrameStrings } from './strings';

type Props = {
  readonly t: FrameStrings;
  readonly state: GoalState;
  readonly onSolve: () => void;
};

export function Goal({ t, state, onSolve }: Props) {
  const hydrated = useHydrated();
  const percent = state.met ? 100 : Math.min(99, Math.max(0, Math.floor(state.progress * 100)));
  return (
    <div className="lab-goal" data-goal={state.met ? 'met' : 'open'}>
      <div className="lab-goal-bar">
        <span className="lab-label">{state.met ? `✓ ${t.goalMet}` : t.goal}</span>
        <progress max={100} value={percent} aria-label={t.goal} />
        {!state.met && <span className="tabular-nums">{t.goalProgress(percent)}</span>}
        {!state.met && (
          <button type="button" className="lab-link" disabled={!hydrated} onClick={onSolve}>
            {t.showSolution}
          </button>
        )}
      </div>
      <p className="sr-only" aria-live="polite">
        {state.met ? t.goalMet : ''}
      </p>
    </div>
  );
}
