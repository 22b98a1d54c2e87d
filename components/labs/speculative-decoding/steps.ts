/** What of a round has happened after so many steps: γ drafts, the target's pass, the judgements, the last token. */
import type { Round } from '@/lib/ml/decoding/speculative';

export type Shown = {
  /** Drafts written so far. */
  readonly drafted: number;
  /** The target has run: p is known. */
  readonly seen: boolean;
  readonly judged: number;
  readonly finished: boolean;
  /** The draft to look at, from 0; γ stands for the extra token. */
  readonly focus: number;
};

export function shownAt(round: Round, step: number): Shown {
  const gamma = round.drafted.length;
  const drafted = Math.min(gamma, step);
  const judged = Math.max(0, Math.min(round.judged, step - gamma - 1));
  const finished = step >= gamma + 2 + round.judged;
  const focus = step <= gamma ? Math.max(0, drafted - 1) : finished ? round.accepted : Math.max(0, judged - 1);
  return { drafted, seen: step > gamma, judged, finished, focus };
}

/** The step at which a draft has just been judged; for one that never is, the last step. */
export function stepOfJudgement(round: Round, place: number): number {
  const gamma = round.drafted.length;
  return place < round.judged ? gamma + 2 + place : gamma + 2 + round.judged;
}
