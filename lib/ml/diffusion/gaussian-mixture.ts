/**
 * A mixture of round Gaussians in the plane, and what diffusion does to it. Noise keeps a Gaussian a Gaussian, so density and
 * score are known exactly at every noise level: a diffusion model without a network to blame.
 */
import type { Random } from '@/lib/random';

export type GaussianMode = {
  /** Relative; a mixture's weights need not add up to 1. */
  readonly weight: number;
  readonly mean: readonly [x: number, y: number];
  /** Standard deviation in each direction. */
  readonly std: number;
};
export type GaussianMixture = readonly GaussianMode[];

/** Throws RangeError unless there is a mode, and all weights and standard deviations are positive. */
export function checkMixture(mixture: GaussianMixture): void {
  if (mixture.length === 0) throw new RangeError('a mixture needs at least one mode');
  if (!mixture.every(({ weight, std, mean }) => weight > 0 && std > 0 && mean.every(Number.isFinite)))
    throw new RangeError('weights and standard deviations must be positive, means finite');
}

/** The distribution of √ᾱ x₀ + √(1−ᾱ) ε: every mode moves inwards and widens. */
export function noisedMixture(mixture: GaussianMixture, alphaBar: number): GaussianMixture {
  checkMixture(mixture);
  if (!(alphaBar >= 0 && alphaBar <= 1)) throw new RangeError(`alphaBar must lie in [0, 1], got ${alphaBar}`);
  const signal = Math.sqrt(alphaBar);
  return mixture.map(({ weight, mean, std }) => ({
    weight,
    mean: [signal * mean[0], signal * mean[1]],
    std: Math.sqrt(alphaBar * std * std + 1 - alphaBar),
  }));
}

export type MixtureView = {
  /** ln p(x). */
  readonly logDensity: number;
  /** p(mode | x), one for each mode. */
  readonly posterior: readonly number[];
  /** ∇ ln p(x). */
  readonly score: readonly [x: number, y: number];
};

/** Density, score and the share of each mode at one point. */
export function viewMixture(mixture: GaussianMixture, x: number, y: number): MixtureView {
  checkMixture(mixture);
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  const logs = mixture.map((mode) => Math.log(mode.weight / total) + logNormal(mode, x, y));
  const peak = Math.max(...logs);
  const logDensity = peak + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - peak), 0));
  const posterior = logs.map((log) => Math.exp(log - logDensity));
  const pull = (axis: 0 | 1, at: number) =>
    mixture.reduce((sum, { mean, std }, k) => sum + ((posterior[k] ?? 0) * (mean[axis] - at)) / (std * std), 0);
  return { logDensity, posterior, score: [pull(0, x), pull(1, y)] };
}

function logNormal({ mean, std }: GaussianMode, x: number, y: number): number {
  const squared = (x - mean[0]) ** 2 + (y - mean[1]) ** 2;
  return -squared / (2 * std * std) - 2 * Math.log(std) - Math.log(2 * Math.PI);
}

// #region mixture-score
/**
 * ∇ ln p(x) at many points [N, 2], flat → [N, 2]: each mode pulls towards its mean with the share it has of the point.
 * The same numbers as `viewMixture`, without its allocations.
 */
export function mixtureScore(mixture: GaussianMixture, points: ArrayLike<number>): Float64Array {
  checkMixture(mixture);
  const scores = new Float64Array(points.length);
  const logs = new Float64Array(mixture.length);
  const inverse = Float64Array.from(mixture, ({ std }) => 1 / (std * std));
  const height = Float64Array.from(mixture, ({ weight, std }) => Math.log(weight / (std * std)));
  const means = Float64Array.from(mixture.flatMap(({ mean }) => [...mean]));
  for (let n = 0; n + 1 < points.length; n += 2) {
    const x = points[n] as number;
    const y = points[n + 1] as number;
    let peak = -Infinity;
    for (let k = 0; k < logs.length; k += 1) {
      const dx = x - (means[2 * k] as number);
      const dy = y - (means[2 * k + 1] as number);
      const log = (height[k] as number) - 0.5 * (dx * dx + dy * dy) * (inverse[k] as number);
      logs[k] = log;
      if (log > peak) peak = log;
    }
    let sum = 0;
    let pullX = 0;
    let pullY = 0;
    for (let k = 0; k < logs.length; k += 1) {
      const share = Math.exp((logs[k] as number) - peak);
      sum += share;
      pullX += share * (inverse[k] as number) * ((means[2 * k] as number) - x);
      pullY += share * (inverse[k] as number) * ((means[2 * k + 1] as number) - y);
    }
    scores[n] = pullX / sum;
    scores[n + 1] = pullY / sum;
  }
  return scores;
}
// #endregion mixture-score

/** `count` samples [count, 2], flat. */
export function sampleMixture(mixture: GaussianMixture, count: number, random: Random): Float64Array {
  checkMixture(mixture);
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  const points = new Float64Array(2 * count);
  for (let n = 0; n < count; n += 1) {
    const mode = modeAt(mixture, random.next() * total);
    points[2 * n] = mode.mean[0] + mode.std * random.normal();
    points[2 * n + 1] = mode.mean[1] + mode.std * random.normal();
  }
  return points;
}

/** The mode in whose stretch of the stacked weights `place` lies. */
function modeAt(mixture: GaussianMixture, place: number): GaussianMode {
  let end = 0;
  for (const mode of mixture) {
    end += mode.weight;
    if (place < end) return mode;
  }
  return mixture.at(-1) as GaussianMode;
}
