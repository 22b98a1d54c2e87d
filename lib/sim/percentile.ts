/**
 * The smallest value with at least `percent` % of the values at or below it (nearest rank; numpy's `inverted_cdf`).
 * Throws RangeError for an empty list or a percent outside (0, 100].
 */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new RangeError('percentile: no values');
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`percentile: percent must be in (0, 100], got ${percent}`);
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length - 1e-9) - 1] ?? 0;
}
