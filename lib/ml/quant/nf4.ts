/**
 * NF4, the 4-bit NormalFloat of QLoRA: 16 fixed levels at quantiles of a normal distribution, scaled by the largest
 * magnitude of each block. Source: Dettmers et al. 2023 (arXiv 2305.14314), §3 and appendix E.
 */

/** The levels, exact in float32. Seven are negative, one is 0, eight are positive. */
export const nf4Levels = [
  -1, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334,
  -0.09105003625154495, 0, 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224,
  0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1,
] as const;

/** Half-way between neighbouring levels: 15 borders. */
export const nf4Boundaries: readonly number[] = nf4Levels
  .slice(1)
  .map((level, i) => (level + (nf4Levels[i] as number)) / 2);

/** Index of the nearest level for `x` in [−1, 1]; on a border the lower one, outside the range the end. */
export function nf4Index(x: number): number {
  let index = 0;
  while (index < nf4Boundaries.length && x > (nf4Boundaries[index] as number)) index += 1;
  return index;
}

export function nf4Value(index: number, absmax: number): number {
  return (nf4Levels[index] ?? 0) * absmax;
}
