/**
 * A polynomial as a linear model: y = Σ w_k φ_k(x) with the Legendre polynomials φ_k = √(2k + 1) P_k, each of mean square 1
 * over [−1, 1]. Plain powers x^k would make gradient descent crawl. Recurrence: Abramowitz & Stegun 1964, 22.7.10.
 */
import type { Point } from './data';

/** φ_0(x) … φ_degree(x), [degree + 1]. */
export function features(x: number, degree: number): Float64Array {
  const values = new Float64Array(degree + 1);
  let [before, now] = [0, 1];
  for (let k = 0; k <= degree; k += 1) {
    values[k] = Math.sqrt(2 * k + 1) * now;
    [before, now] = [now, ((2 * k + 1) * x * now - k * before) / (k + 1)];
  }
  return values;
}

/** Σ a_k b_k over the length of `a`. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

/** Value at x of the polynomial with these weights. */
export function evaluate(weights: Float64Array, x: number): number {
  return dot(weights, features(x, weights.length - 1));
}

/** Mean square error over points. */
export function errorOf(weights: Float64Array, points: readonly Point[]): number {
  return points.reduce((sum, { x, y }) => sum + (evaluate(weights, x) - y) ** 2, 0) / points.length;
}
