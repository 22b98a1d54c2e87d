/**
 * Denoising diffusion, variance preserving: x_t = √ᾱ_t x₀ + √(1−ᾱ_t) ε with ε normal.
 *
 * Times t are 0-based, T is the number of noise levels, and ᾱ before t = 0 is 1, which is the clean end: t = −1.
 * Everything acts on each number by itself, so arrays may hold one sample or a whole batch.
 * Sources: Ho 2020 (DDPM), Nichol & Dhariwal 2021 (cosine), Song 2021 (DDIM), Ho & Salimans 2022 (guidance),
 * Salimans & Ho 2022 (v), Lin 2024 (trailing time steps, terminal signal-to-noise ratio).
 */
import { mapNumbers, mapPairs } from '@/lib/ml/array-map';

type Numbers = ArrayLike<number>;

/** Noise added at each level, and the share ᾱ_t of the signal's variance that is left after it. Both [T]. */
export type NoiseSchedule = { readonly beta: Float64Array; readonly alphaBar: Float64Array };

/** β from `start` to `end`, both included, in equal steps (Ho 2020, §4). Throws RangeError as `fromBeta` does. */
export function linearSchedule(levels: number, start = 1e-4, end = 0.02): NoiseSchedule {
  return fromBeta(levels, (i) => start + ((end - start) * i) / Math.max(1, levels - 1));
}

/** √β in equal steps: the schedule of Stable Diffusion 1 and 2. */
export function scaledLinearSchedule(levels: number, start = 0.00085, end = 0.012): NoiseSchedule {
  const [from, to] = [Math.sqrt(start), Math.sqrt(end)];
  return fromBeta(levels, (i) => (from + ((to - from) * i) / Math.max(1, levels - 1)) ** 2);
}

/** ᾱ follows a squared cosine, with β capped at 0.999 (Nichol & Dhariwal 2021, eq. 17). */
export function cosineSchedule(levels: number, offset = 0.008): NoiseSchedule {
  const wanted = (i: number) => Math.cos(((i / levels + offset) / (1 + offset)) * (Math.PI / 2)) ** 2;
  return fromBeta(levels, (i) => Math.min(0.999, 1 - wanted(i + 1) / wanted(i)));
}

/** Throws RangeError unless there is a positive integer of levels and each β lies in (0, 1). */
function fromBeta(levels: number, betaOf: (i: number) => number): NoiseSchedule {
  if (!Number.isInteger(levels) || levels < 1) throw new RangeError(`levels must be a positive integer, got ${levels}`);
  const beta = Float64Array.from({ length: levels }, (_, i) => betaOf(i));
  if (!beta.every((b) => b > 0 && b < 1)) throw new RangeError('every beta must lie strictly between 0 and 1');
  let left = 1;
  return {
    beta,
    alphaBar: beta.map((b) => {
      left *= 1 - b;
      return left;
    }),
  };
}

/** ᾱ_t, and 1 at t = −1. Throws RangeError on a time the schedule does not have. */
export function alphaBarAt({ alphaBar }: NoiseSchedule, t: number): number {
  const value = t === -1 ? 1 : alphaBar[t];
  if (value === undefined) throw new RangeError(`t must be an integer from -1 to ${alphaBar.length - 1}, got ${t}`);
  return value;
}

/**
 * `steps` times from T − 1 downwards in (almost) equal gaps; the step after the last leads to −1. Ending at T − 1 matters: a
 * sampler that skips the noisiest level starts from noise the model was never shown (Lin 2024, table 2, "trailing").
 */
export function trailingTimesteps(levels: number, steps: number): number[] {
  if (!Number.isInteger(steps) || steps < 1 || steps > levels)
    throw new RangeError(`steps must be an integer from 1 to ${levels}, got ${steps}`);
  return Array.from({ length: steps }, (_, i) => Math.round(levels - (i * levels) / steps) - 1);
}

/** q(x_t | x₀): the sample at noise level ᾱ (Ho 2020, eq. 4). */
export function addNoise(x0: Numbers, eps: Numbers, alphaBar: number): Float64Array {
  const [signal, noise] = [Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar)];
  return mapPairs(x0, eps, (x, e) => signal * x + noise * e);
}

/** The clean sample that x_t and its noise imply. Throws RangeError at ᾱ = 0, where no signal is left. */
export function x0FromEps(xt: Numbers, eps: Numbers, alphaBar: number): Float64Array {
  if (!(alphaBar > 0)) throw new RangeError('at alphaBar 0 the noise says nothing about x0');
  const [signal, noise] = [Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar)];
  return mapPairs(xt, eps, (x, e) => (x - noise * e) / signal);
}

/** The noise that x_t and a clean sample imply. Throws RangeError at ᾱ = 1, where there is no noise. */
export function epsFromX0(xt: Numbers, x0: Numbers, alphaBar: number): Float64Array {
  if (!(alphaBar < 1)) throw new RangeError('at alphaBar 1 there is no noise to recover');
  const [signal, noise] = [Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar)];
  return mapPairs(xt, x0, (x, clean) => (x - signal * clean) / noise);
}

/** v = √ᾱ ε − √(1−ᾱ) x₀, a target that stays useful at both ends (Salimans & Ho 2022, §4). */
export function vFromEps(eps: Numbers, x0: Numbers, alphaBar: number): Float64Array {
  const [signal, noise] = [Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar)];
  return mapPairs(eps, x0, (e, clean) => signal * e - noise * clean);
}

/** ε = √ᾱ v + √(1−ᾱ) x_t. */
export function epsFromV(xt: Numbers, v: Numbers, alphaBar: number): Float64Array {
  const [signal, noise] = [Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar)];
  return mapPairs(xt, v, (x, y) => signal * y + noise * x);
}

/** ∇ log p_t(x_t) = −ε / √(1−ᾱ). Throws RangeError at ᾱ = 1. */
export function scoreFromEps(eps: Numbers, alphaBar: number): Float64Array {
  if (!(alphaBar < 1)) throw new RangeError('at alphaBar 1 noise and score have no fixed ratio');
  const noise = Math.sqrt(1 - alphaBar);
  return mapNumbers(eps, (e) => -e / noise);
}

export function epsFromScore(score: Numbers, alphaBar: number): Float64Array {
  const noise = Math.sqrt(1 - alphaBar);
  return mapNumbers(score, (s) => -s * noise);
}

/** ε_u + w (ε_c − ε_u): w = 0 ignores the condition, w = 1 obeys it, w > 1 exaggerates it. */
export function guideEps(unconditional: Numbers, conditional: Numbers, w: number): Float64Array {
  return mapPairs(unconditional, conditional, (u, c) => u + w * (c - u));
}

export type DdpmVariance = 'small' | 'large';

/** Variance of x_{t−1} given x_t: β̃_t (small, right for a known x₀) or β_t (large, right for normal data). Ho 2020, §3.2. */
export function ddpmVariance(schedule: NoiseSchedule, t: number, which: DdpmVariance): number {
  const beta = schedule.beta[t];
  if (beta === undefined) throw new RangeError(`the schedule has no level ${t}`);
  if (which === 'large') return beta;
  return (beta * (1 - alphaBarAt(schedule, t - 1))) / (1 - alphaBarAt(schedule, t));
}

/** One ancestral step x_t → x_{t−1} with fresh noise z, which is left out at t = 0 (Ho 2020, algorithm 2). */
export function ddpmStep(
  schedule: NoiseSchedule,
  t: number,
  xt: Numbers,
  eps: Numbers,
  z: Numbers,
  which: DdpmVariance = 'small',
): Float64Array {
  const spread = t === 0 ? 0 : Math.sqrt(ddpmVariance(schedule, t, which));
  const beta = schedule.beta[t] as number;
  const share = beta / Math.sqrt(1 - alphaBarAt(schedule, t));
  const mean = mapPairs(xt, eps, (x, e) => (x - share * e) / Math.sqrt(1 - beta));
  return spread === 0 ? mean : mapPairs(mean, z, (m, n) => m + spread * n);
}

/** Noise a DDIM step adds: 0 for η = 0, as much as DDPM for η = 1 (Song 2021, eq. 16). */
export function ddimSigma(alphaBarFrom: number, alphaBarTo: number, eta: number): number {
  return eta * Math.sqrt((1 - alphaBarTo) / (1 - alphaBarFrom)) * Math.sqrt(1 - alphaBarFrom / alphaBarTo);
}

// #region ddim-step
/**
 * One step from noise level ᾱ_t to any less noisy ᾱ_s (Song 2021, eq. 12): guess the clean sample, then put back as much of
 * the same noise as level s asks for. η = 1 replaces part of it by fresh noise z, which makes it DDPM.
 */
export function ddimStep(
  xt: Numbers,
  eps: Numbers,
  alphaBarFrom: number,
  alphaBarTo: number,
  eta = 0,
  z: Numbers = [],
): Float64Array {
  const sigma = ddimSigma(alphaBarFrom, alphaBarTo, eta);
  const kept = Math.sqrt(Math.max(0, 1 - alphaBarTo - sigma * sigma));
  const clean = x0FromEps(xt, eps, alphaBarFrom);
  const signal = Math.sqrt(alphaBarTo);
  const next = mapPairs(clean, eps, (x0, e) => signal * x0 + kept * e);
  return sigma === 0 ? next : mapPairs(next, z, (x, n) => x + sigma * n);
}
// #endregion ddim-step
