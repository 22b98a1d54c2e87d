/** The prices of a guess q for a truth p, in bits. Total: an infinite price is the word 'inf', never a number. */

export type Bits = number | 'inf';

// #region divergence
/** Surprise of an outcome that the guess gave probability q: −log₂ q bits; infinite for q = 0. Shannon 1948, §6. */
export const surprise = (q: number): Bits => (q > 0 ? Math.abs(Math.log2(q)) : 'inf');

/** H(p, q) = −Σ p log₂ q: mean surprise of guess q [V] when p [V] happens. What never happens (p = 0) costs nothing. */
export function crossEntropy(p: readonly number[], q: readonly number[]): Bits {
  let bits = 0;
  for (const [i, share] of p.entries()) {
    const one = surprise(q[i] ?? 0);
    if (share === 0) continue;
    if (one === 'inf') return 'inf';
    bits += share * one;
  }
  return bits;
}

/** KL(p‖q) = Σ p log₂(p/q) = H(p, q) − H(p) ≥ 0: what the wrong guess costs on top. Goodfellow 2016, eq. 3.50. */
export function divergence(p: readonly number[], q: readonly number[]): Bits {
  const [cost, floor] = [crossEntropy(p, q), crossEntropy(p, p)];
  return cost === 'inf' || floor === 'inf' ? 'inf' : Math.max(0, cost - floor);
}
// #endregion divergence
