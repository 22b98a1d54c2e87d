/**
 * Contrastive decoding: prefer what a strong model (expert) finds more likely than a weak one (amateur) does, among the tokens
 * that the expert itself finds plausible. Li 2022 (arXiv 2210.15097), §3.
 */

import { logSoftmax } from '@/lib/ml/softmax';
import { applyFilters } from './sample';

export type ContrastiveOptions = {
  /** α in [0, 1]: a token is plausible if p_expert ≥ α · max p_expert. */
  readonly alpha: number;
  /** Temperature of the amateur only; below 1 makes its habits more pronounced. */
  readonly amateurTemperature?: number;
};

// #region contrastive
/**
 * Scores [V]: ln p_expert − ln p_amateur for plausible tokens, −Infinity for all others (Li 2022, eq. 3 and 4). A token that the
 * amateur gives no probability at all counts as if it had the smallest positive one, so that scores stay finite.
 * Throws RangeError if the vocabularies differ, α is outside [0, 1], or as `softmax` does.
 */
export function contrastiveScores(
  expertLogits: readonly number[],
  amateurLogits: readonly number[],
  { alpha, amateurTemperature = 1 }: ContrastiveOptions,
): number[] {
  if (expertLogits.length !== amateurLogits.length) {
    throw new RangeError(`expert has ${expertLogits.length} tokens, amateur ${amateurLogits.length}`);
  }
  const plausible = applyFilters(expertLogits, [{ type: 'minP', value: alpha }]);
  const expert = logSoftmax(expertLogits);
  const amateur = logSoftmax(amateurLogits, amateurTemperature);
  return plausible.map((z, i) =>
    z === -Infinity ? -Infinity : (expert[i] as number) - Math.max(amateur[i] as number, LEAST_LOG),
  );
}
// #endregion contrastive

const LEAST_LOG = Math.log(Number.MIN_VALUE);
