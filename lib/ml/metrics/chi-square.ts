/** Pearson's test of goodness of fit: could these counts have been drawn from this distribution? */

export type ChiSquare = {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Chance of a statistic at least this large if the counts were drawn from the expected distribution. */
  readonly pValue: number;
};

/** Cells that expect less than this are taken together: below, the χ² distribution is a poor approximation (Cochran 1954). */
const LEAST_EXPECTED = 5;

/**
 * χ² = Σ (observed − expected)² / expected over cells [V], with `expected` probabilities that sum to 1. Cells expecting less
 * than 5 are pooled into one, which may leave a single cell: then nothing can be tested and pValue is 1.
 * A count where the expected probability is 0 gives pValue 0. Throws RangeError if lengths differ or there are no counts.
 */
export function chiSquareTest(observed: readonly number[], expected: readonly number[]): ChiSquare {
  if (observed.length !== expected.length) {
    throw new RangeError(`${observed.length} counts for ${expected.length} probabilities`);
  }
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) throw new RangeError('nothing was counted');
  if (observed.some((count, i) => count > 0 && expected[i] === 0)) {
    return { statistic: Number.MAX_VALUE, degreesOfFreedom: observed.length - 1, pValue: 0 };
  }
  const cells: [seen: number, mean: number][] = [];
  const pooled: [seen: number, mean: number] = [0, 0];
  observed.forEach((count, i) => {
    const mean = total * (expected[i] as number);
    if (mean >= LEAST_EXPECTED) cells.push([count, mean]);
    else {
      pooled[0] += count;
      pooled[1] += mean;
    }
  });
  if (pooled[1] >= LEAST_EXPECTED) cells.push(pooled);
  else {
    // Too little even together: it joins the smallest cell, so that no count is lost.
    const smallest = cells.reduce((least, cell) => (cell[1] < least[1] ? cell : least), cells[0] ?? pooled);
    if (smallest !== pooled) {
      smallest[0] += pooled[0];
      smallest[1] += pooled[1];
    }
  }
  const degreesOfFreedom = Math.max(0, cells.length - 1);
  const statistic = cells.reduce((sum, [seen, mean]) => sum + (seen - mean) ** 2 / mean, 0);
  return {
    statistic,
    degreesOfFreedom,
    pValue: degreesOfFreedom === 0 ? 1 : upperGamma(degreesOfFreedom / 2, statistic / 2),
  };
}

const TERMS = 1000;
const PRECISION = 1e-15;

/**
 * Regularised upper incomplete gamma function Q(a, x), a > 0, x ≥ 0: the series of P for x < a + 1, else Lentz's continued
 * fraction. DLMF §8.7.1 and §8.9.2; Lentz 1976.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`Q(a, x) needs a > 0 and x ≥ 0, got ${a}, ${x}`);
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (front === 0) return x > a ? 0 : 1;
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < TERMS && term > sum * PRECISION; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c = 1 / Number.MIN_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return front * fraction;
}

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188] as const;
const SHIFT = 12;

/** ln Γ(a) for a > 0: Stirling's series, after a shift to arguments where five terms give full precision. DLMF §5.11.1. */
function logGamma(a: number): number {
  let shifted = a;
  let product = 1;
  while (shifted < SHIFT) {
    product *= shifted;
    shifted += 1;
  }
  const series = STIRLING.reduce((sum, b, k) => sum + b / shifted ** (2 * k + 1), 0);
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
