const TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

/**
 * Error function erf(x) = 2/√π ∫₀ˣ e^(−t²) dt, to about 15 digits.
 * The series 2/√π · e^(−x²) Σ 2ⁿ x^(2n+1) / (2n+1)!! has only terms of one sign, so nothing cancels.
 * Beyond |x| = 6 the result is ±1 in float64. Abramowitz & Stegun 1964, 7.1.6.
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
}
