/** The long work of the lab: a long text by speculation, what it took, and whether the target could have written it. */

import { countNgramTable } from '@/lib/ml/counting/ngram-table';
import {
  acceptanceRate,
  type NextDistribution,
  type Round,
  type SpeculativeCounts,
  type SpeculativeRule,
  speculativeRound,
} from '@/lib/ml/decoding/speculative';
import { chiSquareTest, upperGamma } from '@/lib/ml/metrics/chi-square';
import { createRandom } from '@/lib/random';
import { BOUNDARY, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { currentName, type Tables } from './drafts';

export const TOKENS = 6000;
/** Rounds from the learner's prefix, whose first tokens are counted. */
export const ROUNDS = 3000;
/** Tokens of the text at which the agreement of every draft is computed. */
const PLACES = 3000;
const TOKENS_BETWEEN_YIELDS = 100;
const ROUNDS_BETWEEN_YIELDS = 100;

export type Settings = { readonly gamma: number; readonly rule: SpeculativeRule; readonly seed: number };

export type Text = {
  readonly counts: SpeculativeCounts & { readonly tokens: number };
  /**
   * Tokens to which the draft gives more probability than the target. Any favour that the text does the draft shows there, so
   * their share is held against the share that the target would have written at the same places.
   */
  readonly favoured: { readonly observed: number; readonly expected: number; readonly pValue: number };
  /** Where the text stood and what the target thought, for comparing drafts at the same places. */
  readonly places: readonly Place[];
};
export type Place = { readonly ids: readonly number[]; readonly p: readonly number[] };

export function countTables(): Tables {
  const names = functionNames().train.map(encodeName);
  return { bigram: countNgramTable(names, 2, VOCAB), trigram: countNgramTable(names, 3, VOCAB) };
}

/** The target's distribution at each token a round wrote. */
export function targetsOf({ drafted, accepted, last }: Round): readonly (readonly number[])[] {
  const kept = drafted.slice(0, accepted).map(({ target }) => target);
  return [...kept, drafted[accepted]?.target ?? last.p];
}

/** Writes `length` tokens or a few more, name after name. Yields the tokens done. */
export function* writeText(
  target: NextDistribution,
  draft: NextDistribution,
  { gamma, rule, seed }: Settings,
  length = TOKENS,
): Generator<number, Text, void> {
  const random = createRandom(seed).split('text');
  const counts = { targetPasses: 0, draftSteps: 0, judged: 0, accepted: 0, tokens: 0 };
  const places: Place[] = [];
  let [observed, expected, variance] = [0, 0, 0];
  let name: readonly number[] = [BOUNDARY];
  let reported = 0;
  while (counts.tokens < length) {
    const round = speculativeRound(target, draft, name, { gamma, random, rule, scoreAll: false });
    counts.targetPasses += 1;
    counts.draftSteps += round.drafted.length;
    counts.judged += round.judged;
    counts.accepted += round.accepted;
    counts.tokens += round.tokens.length;
    targetsOf(round).forEach((p, i) => {
      const ids = currentName([...name, ...round.tokens.slice(0, i)]);
      const q = round.drafted[i]?.draft ?? draft(ids);
      const share = p.reduce((sum, value, id) => (value < (q[id] as number) ? sum + value : sum), 0);
      const token = round.tokens[i] as number;
      if ((p[token] as number) < (q[token] as number)) observed += 1;
      expected += share;
      variance += share * (1 - share);
      if (places.length < PLACES) places.push({ ids, p });
    });
    name = currentName([...name, ...round.tokens]);
    if (counts.tokens - reported >= TOKENS_BETWEEN_YIELDS) {
      reported = counts.tokens;
      yield Math.min(length, counts.tokens);
    }
  }
  // Given the places, the count is a sum of independent draws in the eyes of the target: z is standard normal (martingale CLT).
  const z2 = variance > 0 ? (observed - expected) ** 2 / variance : 0;
  const favoured = {
    observed: observed / counts.tokens,
    expected: expected / counts.tokens,
    pValue: upperGamma(0.5, z2 / 2),
  };
  return { counts, favoured, places };
}

/** Mean Σ min(p, q) over places: the acceptance rate without the luck of drawing. */
export function agreement(draft: NextDistribution, places: readonly Place[]): number {
  return places.reduce((sum, { ids, p }) => sum + acceptanceRate(p, draft(ids)), 0) / places.length;
}

export type FirstTokens = {
  readonly observed: readonly number[];
  readonly pValue: number;
};

/**
 * First tokens of many rounds from one prefix, held against the target's distribution there. One draft a round is enough: the
 * first token of a round depends on its first draft alone. Yields the rounds done.
 */
export function* firstTokens(
  target: NextDistribution,
  draft: NextDistribution,
  prefix: readonly number[],
  { rule, seed }: Settings,
): Generator<number, FirstTokens, void> {
  const random = createRandom(seed).split('first');
  const observed = Array.from({ length: VOCAB }, () => 0);
  const [p, q] = [remembered(target), remembered(draft)];
  for (let n = 1; n <= ROUNDS; n += 1) {
    const token = speculativeRound(p, q, prefix, { gamma: 1, random, rule }).tokens[0] as number;
    observed[token] = (observed[token] as number) + 1;
    if (n % ROUNDS_BETWEEN_YIELDS === 0) yield n;
  }
  return { observed, pValue: chiSquareTest(observed, p(prefix)).pValue };
}

/** Many rounds from one prefix ask the same questions. */
function remembered(next: NextDistribution): NextDistribution {
  const known = new Map<string, readonly number[]>();
  return (ids) => {
    const key = ids.join();
    const answer = known.get(key) ?? next(ids);
    known.set(key, answer);
    return answer;
  };
}
