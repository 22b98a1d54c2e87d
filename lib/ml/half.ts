/** IEEE 754 half precision (binary16), the format in which models are usually handed out before quantization. */

const MAX_HALF = 65504;
const SMALLEST_NORMAL_EXPONENT = -14;
const FRACTION_BITS = 10;

/**
 * Nearest half-precision number, ties to even; beyond ±65520 it overflows to ±Infinity; below 2^−25 it becomes 0.
 * Equals `torch.tensor(x).to(torch.float16)` for every float32 `x`. The sign of zero is kept.
 */
export function roundToHalf(x: number): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const size = Math.abs(x);
  const exponent = Math.max(SMALLEST_NORMAL_EXPONENT, exponentOf(size));
  const step = 2 ** (exponent - FRACTION_BITS);
  const steps = size / step; // exact: a power of two
  const below = Math.floor(steps);
  const rest = steps - below;
  const rounded = (rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below) * step;
  return Math.sign(x) * (rounded > MAX_HALF ? Infinity : rounded);
}

/** Largest e with 2^e ≤ size, for size > 0. `Math.log2` alone may be off by one next to powers of two. */
function exponentOf(size: number): number {
  const guess = Math.floor(Math.log2(size));
  if (2 ** guess > size) return guess - 1;
  return 2 ** (guess + 1) <= size ? guess + 1 : guess;
}
