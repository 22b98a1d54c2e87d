/**
 * Calibration: does confidence match accuracy? Reliability bins, expected calibration error, temperature scaling.
 * Source: Guo, Pleiss, Sun, Weinberger 2017, "On Calibration of Modern Neural Networks" (arXiv 1706.04599), §2 and §4.2.
 */

/** One bin (low, high] of confidence; `confidence` and `accuracy` are means over its `count` answers, 0 if it is empty. */
export type ReliabilityBin = {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
};

/**
 * Sorts answers into `bins` equal-width bins of confidence, (low, high], the first one closed at 0.
 * confidence [N] in [0, 1], correct [N]. Throws RangeError on different lengths, a confidence outside [0, 1] or bins < 1.
 */
export function reliabilityBins(
  confidence: readonly number[],
  correct: readonly boolean[],
  bins: number,
): ReliabilityBin[] {
  if (confidence.length !== correct.length) {
    throw new RangeError(`${confidence.length} confidences but ${correct.length} outcomes`);
  }
  if (!Number.isInteger(bins) || bins < 1) throw new RangeError(`bins must be a positive integer, got ${bins}`);
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  confidence.forEach((value, i) => {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`confidence must lie in [0, 1], got ${value}`);
    const sum = sums[Math.max(0, Math.ceil(value * bins) - 1)];
    if (!sum) return;
    sum.count += 1;
    sum.confidence += value;
    if (correct[i]) sum.right += 1;
  });
  return sums.map((sum, b) => ({
    low: b / bins,
    high: (b + 1) / bins,
    count: sum.count,
    confidence: sum.count === 0 ? 0 : sum.confidence / sum.count,
    accuracy: sum.count === 0 ? 0 : sum.right / sum.count,
  }));
}

/** ECE = Σ_b (n_b / N) · |accuracy_b − confidence_b|, Guo 2017 eq. 3; 0 if there are no answers. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (total === 0) return 0;
  return bins.reduce((sum, bin) => sum + (bin.count / total) * Math.abs(bin.accuracy - bin.confidence), 0);
}

/**
 * Temperature scaling: the one T that minimises mean cross-entropy of softmax(z / T) on labelled logits [N][V].
 * The loss is convex in β = 1/T with gradient E_p[z] − z_label and curvature Var_p[z], so Newton's method is enough;
 * β is kept in [1/maxT, 1/minT]. Order never changes, so accuracy does not either. Guo 2017 §4.2.
 * Throws RangeError if there are no rows or a label is out of range.
 */
export function fitTemperature(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { minT = 0.05, maxT = 20 }: { readonly minT?: number; readonly maxT?: number } = {},
): number {
  if (logits.length === 0 || logits.length !== labels.length) {
    throw new RangeError(`need as many labels as rows, at least one; got ${labels.length} for ${logits.length}`);
  }
  // The root of the gradient stays between `low` and `high`; a Newton step that leaves them is replaced by halving.
  let low = 1 / maxT;
  let high = 1 / minT;
  let beta = Math.min(high, Math.max(low, 1));
  for (let step = 0; step < 100 && high - low > 1e-12; step += 1) {
    const { gradient, curvature } = slope(logits, labels, beta);
    if (gradient > 0) high = beta;
    else low = beta;
    const newton = beta - gradient / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const moved = Math.abs(next - beta);
    beta = next;
    if (moved < 1e-12) break;
  }
  return 1 / beta;
}

/**
 * First and second derivative by β of Σ_i −ln softmax(β z_i)[label_i]: Σ (E_p[z] − z_label) and Σ Var_p[z].
 * Runs dozens of times over all answers, so it keeps no arrays; the shift by the maximum is softmax's.
 */
function slope(logits: readonly (readonly number[])[], labels: readonly number[], beta: number) {
  let gradient = 0;
  let curvature = 0;
  for (let i = 0; i < logits.length; i += 1) {
    const z = logits[i] ?? [];
    const target = z[labels[i] ?? -1];
    if (target === undefined) throw new RangeError(`label ${labels[i]} out of range for ${z.length} classes`);
    const max = Math.max(...z);
    let sum = 0;
    let first = 0;
    let second = 0;
    for (const logit of z) {
      const weight = Math.exp(beta * (logit - max));
      sum += weight;
      first += weight * logit;
      second += weight * logit * logit;
    }
    const mean = first / sum;
    gradient += mean - target;
    curvature += Math.max(0, second / sum - mean * mean);
  }
  return { gradient, curvature };
}
