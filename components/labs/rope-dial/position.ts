/**
 * Three ways of telling attention where a token stands, on plain vectors.
 * Rotary: Su 2021, §3.2 (neighbours x[2i], x[2i+1] turn together). Sinusoidal: Vaswani 2017, §3.5. ALiBi: Press 2022, §3.
 */
import { dotProduct } from '@/lib/ml/attention';

/** base^(−2i/d) for each pair i of a vector of `width` numbers: how far the pair turns for one token, in radians. */
export function pairFrequencies(width: number, base: number): number[] {
  return Array.from({ length: width / 2 }, (_, i) => base ** ((-2 * i) / width));
}

// #region rope
/** x [d] turned pair by pair by position · base^(−2i/d). Lengths stay; d must be even. */
export function rotatePairs(x: readonly number[], position: number, base: number): number[] {
  return pairFrequencies(x.length, base).flatMap((frequency, i) => {
    const [a = 0, b = 0] = [x[2 * i], x[2 * i + 1]];
    const [cos, sin] = [Math.cos(position * frequency), Math.sin(position * frequency)];
    return [a * cos - b * sin, a * sin + b * cos];
  });
}

/** The score that attention sees: it depends on the two positions through m − n alone. */
export function ropeScore(q: readonly number[], k: readonly number[], m: number, n: number, base: number): number {
  return dotProduct(rotatePairs(q, m, base), rotatePairs(k, n, base)) / Math.sqrt(q.length);
}
// #endregion rope

/** The vector added to an embedding: sin and cos of position · base^(−2i/d), by turns. */
export function sinusoid(width: number, position: number, base: number): number[] {
  return pairFrequencies(width, base).flatMap((frequency) => [
    Math.sin(position * frequency),
    Math.cos(position * frequency),
  ]);
}

/** Slope of each head when their number is a power of two: 2^(−8/h), its square, its cube… */
export function alibiSlopes(heads: number): number[] {
  return Array.from({ length: heads }, (_, h) => 2 ** ((-8 * (h + 1)) / heads));
}
