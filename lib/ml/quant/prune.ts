/**
 * Pruning masks: which weights of a matrix stay (1) and which are held at 0.
 *
 * Sources: Han et al. 2015 (arXiv 1510.00149), §2; Mishra et al. 2021 (arXiv 2104.08378), §3 (2:4). Counts and choices equal
 * `torch.nn.utils.prune` (l1_unstructured, ln_structured with n = 2 and dim = 0); where magnitudes tie, the earlier weight goes.
 */

import type { Random } from '@/lib/random';
import { roundHalfToEven } from './quantize';

export type PruneMask = Uint8Array;

/** Number of things to prune: a share of `count`, rounded half to even as Python does. Throws RangeError outside [0, 1]. */
export function pruneCount(share: number, count: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`the share to prune must lie in [0, 1], got ${share}`);
  return roundHalfToEven(share * count);
}

// #region magnitude
/** Zeroes the given share of weights [n], the smallest magnitudes first. */
export function magnitudeMask(weights: ArrayLike<number>, share: number): PruneMask {
  const pruned = pruneCount(share, weights.length);
  const border =
    pruned === 0 ? -1 : (Float64Array.from(weights, (weight) => Math.abs(weight)).sort()[pruned - 1] as number);
  const mask = Uint8Array.from(weights, (weight) => (Math.abs(weight) < border ? 0 : 1));
  let ties = pruned - mask.reduce((zeros, kept) => zeros + 1 - kept, 0);
  for (let i = 0; ties > 0; i += 1) {
    if (size(weights, i) !== border) continue;
    mask[i] = 0;
    ties -= 1;
  }
  return mask;
}
// #endregion magnitude

/** 2:4: of every four neighbours in a row of a matrix [rows, columns], the two of largest magnitude stay. */
export function twoOfFourMask(weights: ArrayLike<number>, columns: number): PruneMask {
  checkColumns(weights.length, columns);
  if (columns % 4 !== 0) throw new RangeError(`2:4 needs rows of a multiple of 4 weights, got ${columns}`);
  const drop = Array.from({ length: weights.length / 4 }, (_, g) =>
    [0, 1, 2, 3]
      .map((j) => 4 * g + j)
      .sort((a, b) => size(weights, a) - size(weights, b) || a - b)
      .slice(0, 2),
  );
  return maskWithout(weights.length, drop.flat());
}
/** Zeroes the same share of n weights, chosen at random. */
export function randomMask(count: number, share: number, random: Random): PruneMask {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const pruned = pruneCount(share, count);
  for (let i = 0; i < pruned; i += 1) {
    const other = i + random.integer(count - i);
    [order[i], order[other]] = [order[other] as number, order[i] as number];
  }
  return maskWithout(count, order.subarray(0, pruned));
}

/** Structured: drops the given share of whole rows of a matrix [rows, columns], those of smallest L2 norm. */
export function rowMask(weights: ArrayLike<number>, columns: number, share: number): PruneMask {
  checkColumns(weights.length, columns);
  const norms = rowNorms(weights, columns);
  const kept = magnitudeMask(norms, share);
  return Uint8Array.from(weights, (_, i) => kept[Math.floor(i / columns)] ?? 0);
}

/** L2 norm of each row of a matrix [rows, columns]. */
export function rowNorms(weights: ArrayLike<number>, columns: number): readonly number[] {
  checkColumns(weights.length, columns);
  return Array.from({ length: weights.length / columns }, (_, r) => {
    let sum = 0;
    for (let i = r * columns; i < (r + 1) * columns; i += 1) sum += (weights[i] as number) ** 2;
    return Math.sqrt(sum);
  });
}

/** Sets the weights that the mask drops to 0, in place. Throws RangeError if the lengths differ. */
export function applyMask(weights: Float32Array | Float64Array, mask: PruneMask): void {
  if (weights.length !== mask.length) throw new RangeError(`${mask.length} mask bits for ${weights.length} weights`);
  for (let i = 0; i < mask.length; i += 1) if (mask[i] === 0) weights[i] = 0;
}

/** Share of weights that the mask drops, in [0, 1]. */
export function sparsityOf(mask: PruneMask): number {
  let kept = 0;
  for (let i = 0; i < mask.length; i += 1) kept += mask[i] as number;
  return mask.length === 0 ? 0 : 1 - kept / mask.length;
}

function size(weights: ArrayLike<number>, i: number): number {
  return Math.abs(weights[i] as number);
}

function maskWithout(count: number, dropped: Iterable<number>): PruneMask {
  const mask = new Uint8Array(count).fill(1);
  for (const i of dropped) mask[i] = 0;
  return mask;
}

function checkColumns(count: number, columns: number): void {
  if (!Number.isInteger(columns) || columns < 1 || count % columns !== 0) {
    throw new RangeError(`rows of ${columns} do not divide ${count} weights`);
  }
}
