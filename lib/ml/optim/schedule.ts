/**
 * Learning-rate schedules: pure functions from the number of a step (the first is 0) to a factor of the peak learning rate.
 * They agree with `transformers.get_*_schedule*` up to the last step; after it they stay at the floor, where the cosine of
 * transformers would rise again.
 */
export type Warmup = {
  /** Steps in which the rate rises in a straight line to its peak, which step number `warmup` has. */
  readonly warmup: number;
  /**
   * 'zero' (default): step k of the warm-up has the factor k / warmup, so the very first step moves nothing (transformers).
   * 'above': (k + 1) / (warmup + 1), so every step moves (nanoGPT).
   */
  readonly firstStep?: 'zero' | 'above';
};

export type Decay = Warmup & {
  /** The step at which the decay has arrived at the floor. */
  readonly total: number;
  /** Smallest factor of the decay; default 0. */
  readonly floor?: number;
};

/** How a decay goes from 1 to 0 while its progress goes from 0 to 1. */
export type DecayShape = 'linear' | 'cosine' | '1-sqrt';

const shapes: Readonly<Record<DecayShape, (progress: number) => number>> = {
  linear: (p) => 1 - p,
  cosine: (p) => 0.5 * (1 + Math.cos(Math.PI * p)),
  '1-sqrt': (p) => 1 - Math.sqrt(p),
};

/** 1 after the warm-up. Throws RangeError, as all here do, on a step, warm-up or total below 0 or not a number. */
export function constantWithWarmup(step: number, options: Warmup): number {
  return warmingUp(step, options) ?? 1;
}

export function linearWithWarmup(step: number, options: Decay): number {
  return warmingUp(step, options) ?? above(options.floor, shapes.linear(progressOf(step, options)));
}

/** SGDR with `cycles` restarts of equal length: Loshchilov & Hutter 2017 (arXiv 1608.03983). */
export function cosineWithRestarts(step: number, options: Decay & { readonly cycles: number }): number {
  const progress = progressOf(step, options);
  const inCycle = progress === 1 ? 1 : (options.cycles * progress) % 1;
  return warmingUp(step, options) ?? above(options.floor, shapes.cosine(inCycle));
}

export function polynomialWithWarmup(step: number, options: Decay & { readonly power: number }): number {
  return warmingUp(step, options) ?? above(options.floor, shapes.linear(progressOf(step, options)) ** options.power);
}

/** Warm-up, a plateau up to step `decayFrom`, then a decay: WSD, Hu et al. 2024 (arXiv 2404.06395). */
export function warmupStableDecay(
  step: number,
  options: Decay & { readonly decayFrom: number; readonly shape: DecayShape },
): number {
  const { decayFrom, total, shape, floor } = options;
  const progress = clampToUnit((step - decayFrom) / Math.max(1, total - decayFrom));
  return warmingUp(step, options) ?? above(floor, shapes[shape](progress));
}

/** √(warmup / step) after the warm-up; needs a warm-up of at least 1. Zhai et al. 2021 (arXiv 2106.04560). */
export function inverseSquareRoot(step: number, options: Warmup): number {
  return warmingUp(step, options) ?? Math.sqrt(Math.max(1, options.warmup) / Math.max(1, step));
}

/**
 * The learning rate itself, not a factor: width^−½ · min(step^−½, step · warmup^−1.5), with steps counted from 1.
 * Vaswani 2017, §5.3. It peaks at step `warmup`.
 */
export function noam(step: number, { width, warmup }: { readonly width: number; readonly warmup: number }): number {
  check('step', step, 1);
  check('warmup', warmup, 1);
  return Math.min(step ** -0.5, step * warmup ** -1.5) / Math.sqrt(width);
}

/** Cosine up, then cosine down: Smith & Topin 2018 (arXiv 1708.07120), as `torch.optim.lr_scheduler.OneCycleLR`. */
export function oneCycle(
  step: number,
  options: {
    readonly total: number;
    /** Share of the steps that go up; default 0.3. */
    readonly up?: number;
    /** The first factor is 1 / startDivisor, the last that divided by endDivisor; 25 and 10,000 by default. */
    readonly startDivisor?: number;
    readonly endDivisor?: number;
  },
): number {
  const { total, up = 0.3, startDivisor = 25, endDivisor = 1e4 } = options;
  check('step', step, 0);
  check('total', total, 1);
  if (!(up >= 0 && up < 1)) throw new RangeError(`up must be in [0, 1), got ${up}`);
  const start = 1 / startDivisor;
  const peakAt = up * total - 1;
  if (step < peakAt) return 1 - (1 - start) * shapes.cosine(clampToUnit(step / peakAt));
  return above(start / endDivisor, shapes.cosine(clampToUnit((step - peakAt) / (total - 1 - peakAt))));
}

// #region cosine
/** Loshchilov & Hutter 2017 (arXiv 1608.03983) without restarts, after a warm-up. */
export function cosineWithWarmup(step: number, options: Decay): number {
  return warmingUp(step, options) ?? above(options.floor, shapes.cosine(progressOf(step, options)));
}

/** The factor during the warm-up, undefined after it. */
function warmingUp(step: number, { warmup, firstStep = 'zero' }: Warmup): number | undefined {
  check('step', step, 0);
  check('warmup', warmup, 0);
  if (step >= warmup) return undefined;
  return firstStep === 'zero' ? step / Math.max(1, warmup) : (step + 1) / (warmup + 1);
}

function progressOf(step: number, { warmup, total }: Decay): number {
  check('total', total, 0);
  return clampToUnit((step - warmup) / Math.max(1, total - warmup));
}
// #endregion cosine

function above(floor = 0, factor: number): number {
  return floor + (1 - floor) * factor;
}

function clampToUnit(x: number): number {
  return Math.min(1, Math.max(0, x));
}

function check(name: string, value: number, least: number): void {
  if (!(value >= least && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be a number of at least ${least}, got ${value}`);
  }
}
