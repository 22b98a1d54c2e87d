/**
 * Softmax with temperature, its logarithm, the naive form that overflows, and entropy.
 * Vectors are plain number arrays [V]; −Infinity marks a masked entry and gets probability exactly 0.
 */

/** Largest x for which e^x still fits in float32: ln(3.4028234663852886e38). In float64 the limit is about 709.78. */
export const FLOAT32_EXP_LIMIT = Math.log(3.4028234663852886e38);

function checkLogits(logits: readonly number[], temperature: number): number {
  if (!(temperature > 0) || temperature === Infinity) {
    throw new RangeError(`temperature must be positive and finite, got ${temperature}`);
  }
  let max = -Infinity;
  for (const z of logits) {
    if (Number.isNaN(z) || z === Infinity) throw new RangeError(`logits must be finite or −Infinity, got ${z}`);
    if (z > max) max = z;
  }
  if (max === -Infinity) throw new RangeError('logits need at least one finite entry');
  return max;
}

// #region softmax
/**
 * Softmax of logits [V] at temperature T: p_i = e^((z_i − max z) / T) / Σ_j e^((z_j − max z) / T), shape [V].
 * Subtracting the maximum changes nothing in exact arithmetic (it cancels) and keeps every exponent ≤ 0,
 * so nothing overflows and the sum is at least 1. Goodfellow 2016, Deep Learning, §4.1; temperature: Hinton 2015, eq. 1.
 * Throws RangeError if T ≤ 0, an entry is NaN or +Infinity, or no entry is finite.
 */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const max = checkLogits(logits, temperature);
  const exponentials = logits.map((z) => Math.exp((z - max) / temperature));
  const sum = exponentials.reduce((total, e) => total + e, 0);
  return exponentials.map((e) => e / sum);
}
// #endregion softmax

/** ln Σ_j e^(z_j) of logits [V], by the same shift. Throws RangeError like `softmax`. */
export function logSumExp(logits: readonly number[]): number {
  const max = checkLogits(logits, 1);
  return max + Math.log(logits.reduce((total, z) => total + Math.exp(z - max), 0));
}

/** ln softmax(z / T), shape [V], without ever taking the logarithm of a rounded-down zero. */
export function logSoftmax(logits: readonly number[], temperature = 1): number[] {
  checkLogits(logits, temperature);
  const scaled = logits.map((z) => z / temperature);
  const norm = logSumExp(scaled);
  return scaled.map((z) => z - norm);
}

/** The steps of a softmax in float32, as a GPU kernel would see them: may hold Infinity and NaN, which is the point. */
export type Float32Softmax = { readonly exponentials: number[]; readonly sum: number; readonly p: number[] };

/**
 * Softmax in float32 (every intermediate rounded by `Math.fround`).
 * `shift` false is the naive form: e^x is Infinity above 88.72 and 0 below −103.98, so p may be NaN (∞/∞ or 0/0).
 * `shift` true subtracts the maximum first and is always finite for finite logits.
 */
export function softmaxFloat32(logits: readonly number[], temperature: number, shift: boolean): Float32Softmax {
  const max = checkLogits(logits, temperature);
  const exponentials = logits.map((z) => {
    const x = Math.fround(Math.fround(shift ? z - max : z) / Math.fround(temperature));
    return Math.fround(Math.exp(Math.fround(x)));
  });
  const sum = exponentials.reduce((total, e) => Math.fround(total + e), 0);
  return { exponentials, sum, p: exponentials.map((e) => Math.fround(e / sum)) };
}

/** Shannon entropy −Σ p log₂ p in bits of a distribution [V]; 0·log 0 counts as 0. Cover & Thomas 2006, eq. 2.1. */
export function entropyBits(p: readonly number[]): number {
  let bits = 0;
  for (const value of p) {
    if (!(value >= 0 && value <= 1 + 1e-9)) throw new RangeError(`probabilities lie in [0, 1], got ${value}`);
    if (value > 0) bits -= value * Math.log2(value);
  }
  return Math.max(0, bits);
}
