/**
 * Speculative decoding: a cheap draft model proposes γ tokens, the target model judges all of them in one pass, and a rule of
 * acceptance makes the result a sample of the target alone. Leviathan 2023 (arXiv 2211.17192); Chen 2023 (arXiv 2302.01318).
 * Distributions are [V] and sum to 1.
 */

import type { Random } from '@/lib/random';
import { sampleToken } from './sample';

/** Distribution [V] of the token after `tokens`. Must depend on nothing else. */
export type NextDistribution = (tokens: readonly number[]) => readonly number[];

// #region accept
/** Probability that a drafted token is kept: min(1, p(x) / q(x)), target p over draft q. Leviathan 2023, §2.3. */
export function acceptProbability(target: readonly number[], draft: readonly number[], token: number): number {
  const p = target[token] ?? 0;
  const q = draft[token] ?? 0;
  return p >= q ? 1 : p / q;
}

/** What a rejected token is replaced from: max(0, p − q), normalised. Where p = q nothing is ever rejected, and it is p. */
export function residualDistribution(target: readonly number[], draft: readonly number[]): readonly number[] {
  checkSizes(target, draft);
  const rest = target.map((p, i) => Math.max(0, p - (draft[i] as number)));
  const sum = rest.reduce((total, value) => total + value, 0);
  return sum > 0 ? rest.map((value) => value / sum) : target;
}
// #endregion accept

/** α at one position: the chance that a drafted token is kept, Σ min(p, q) = 1 − total variation distance. Leviathan 2023, cor. 3.6. */
export function acceptanceRate(target: readonly number[], draft: readonly number[]): number {
  checkSizes(target, draft);
  return Math.min(
    1,
    target.reduce((sum, p, i) => sum + Math.min(p, draft[i] as number), 0),
  );
}

// #region expected
/** Mean tokens a target pass yields if each draft is kept with chance α: (1 − α^(γ+1)) / (1 − α). Leviathan 2023, eq. 1. */
export function expectedTokens(alpha: number, gamma: number): number {
  checkRound(alpha, gamma);
  return alpha === 1 ? gamma + 1 : (1 - alpha ** (gamma + 1)) / (1 - alpha);
}

/** Factor over plain decoding when a draft step costs `cost` target passes: E[tokens] / (γ·c + 1). Leviathan 2023, thm. 3.8. */
export function expectedSpeedup(alpha: number, gamma: number, cost: number): number {
  if (!(cost >= 0) || cost === Infinity)
    throw new RangeError(`the cost ratio must be finite and not negative, got ${cost}`);
  return expectedTokens(alpha, gamma) / (gamma * cost + 1);
}

/** The γ in 0…`most` with the largest expected speed-up, the smaller among equals; 0 means: do not speculate. */
export function bestGamma(alpha: number, cost: number, most = 20): number {
  let best = 0;
  for (let gamma = 1; gamma <= most; gamma += 1) {
    if (expectedSpeedup(alpha, gamma, cost) > expectedSpeedup(alpha, best, cost)) best = gamma;
  }
  return best;
}
// #endregion expected

export type DraftedToken = {
  readonly token: number;
  /** p at this place; empty where it was not asked for. */
  readonly target: readonly number[];
  readonly draft: readonly number[];
  /** min(1, p / q) of this token. */
  readonly chance: number;
  /** The uniform number it was held against; null once an earlier token was rejected. */
  readonly uniform: number | null;
  readonly accepted: boolean;
};

export type Round = {
  readonly drafted: readonly DraftedToken[];
  /** Drafts kept, from the front. */
  readonly accepted: number;
  /** Drafts that were judged: the accepted ones and, unless all were, the rejected one. */
  readonly judged: number;
  /** What the last token of the round was drawn from: a residual after a rejection, else the target's own next distribution. */
  readonly last: { readonly kind: 'residual' | 'bonus'; readonly p: readonly number[]; readonly token: number };
  /** All tokens of the round: the accepted drafts and the last token, 1 to γ + 1 of them. */
  readonly tokens: readonly number[];
};

/** What stands in for the rule of acceptance, to see what goes wrong without it. */
export type SpeculativeRule =
  | 'exact'
  /** Rejects as it should but draws the replacement from p instead of the residual: x is then too likely where q > p. */
  | 'no-residual'
  /** Keeps every draft: the text is the draft model's. */
  | 'accept-all';

export type RoundOptions = {
  readonly gamma: number;
  readonly random: Random;
  readonly rule?: SpeculativeRule;
  /** False leaves out p behind the first rejection, which a real pass computes and nobody reads. Changes no token. Default true. */
  readonly scoreAll?: boolean;
};

// #region round
/**
 * One round after `tokens`: γ drafts one by one, then one pass of the target over all of them. One uniform number of `random`
 * for each draft, for each judgement up to the first rejection, and for the last token. Throws RangeError unless γ is an integer ≥ 0.
 */
export function speculativeRound(
  target: NextDistribution,
  draft: NextDistribution,
  tokens: readonly number[],
  { gamma, random, rule = 'exact', scoreAll = true }: RoundOptions,
): Round {
  checkRound(1, gamma);
  const history = [...tokens];
  const proposals = Array.from({ length: gamma }, () => {
    const q = draft(history);
    const token = sampleToken(q, random.next());
    history.push(token);
    return { token, draft: q };
  });
  const length = tokens.length;
  let accepted = 0;
  const drafted = proposals.map(({ token, draft: q }, i): DraftedToken => {
    const p = accepted === i || scoreAll ? target(history.slice(0, length + i)) : [];
    const chance = rule === 'accept-all' ? 1 : acceptProbability(p, q, token);
    const uniform = accepted === i ? random.next() : null;
    const kept = uniform !== null && uniform < chance;
    if (kept) accepted += 1;
    return { token, target: p, draft: q, chance, uniform, accepted: kept };
  });
  const p = target(history.slice(0, length + accepted));
  const rejected = drafted[accepted];
  const from = rejected && rule === 'exact' ? residualDistribution(p, rejected.draft) : p;
  const token = sampleToken(from, random.next());
  return {
    drafted,
    accepted,
    judged: accepted + (rejected ? 1 : 0),
    last: { kind: rejected ? 'residual' : 'bonus', p: from, token },
    tokens: [...history.slice(length, length + accepted), token],
  };
}
// #endregion round

export type SpeculativeCounts = {
  readonly targetPasses: number;
  readonly draftSteps: number;
  readonly judged: number;
  readonly accepted: number;
};

/** Rounds until `length` tokens stand after `prompt`, cut to that length, and what they took. */
export function speculativeDecode(
  target: NextDistribution,
  draft: NextDistribution,
  prompt: readonly number[],
  { length, ...options }: RoundOptions & { readonly length: number },
): { readonly tokens: readonly number[]; readonly counts: SpeculativeCounts } {
  const tokens = [...prompt];
  const counts = { targetPasses: 0, draftSteps: 0, judged: 0, accepted: 0 };
  while (tokens.length < prompt.length + length) {
    const round = speculativeRound(target, draft, tokens, options);
    tokens.push(...round.tokens);
    counts.targetPasses += 1;
    counts.draftSteps += round.drafted.length;
    counts.judged += round.judged;
    counts.accepted += round.accepted;
  }
  return { tokens: tokens.slice(prompt.length, prompt.length + length), counts };
}

/** A distribution with all mass on the most likely token: sampling from it is greedy decoding. */
export function oneHot(size: number, token: number): number[] {
  if (!Number.isInteger(token) || token < 0 || token >= size) throw new RangeError(`no token ${token} among ${size}`);
  return Array.from({ length: size }, (_, i) => (i === token ? 1 : 0));
}

function checkSizes(target: readonly number[], draft: readonly number[]): void {
  if (target.length !== draft.length) {
    throw new RangeError(`target has ${target.length} tokens, draft ${draft.length}`);
  }
}

function checkRound(alpha: number, gamma: number): void {
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`an acceptance rate lies in [0, 1], got ${alpha}`);
  if (!Number.isInteger(gamma) || gamma < 0) throw new RangeError(`gamma must be an integer ≥ 0, got ${gamma}`);
}
