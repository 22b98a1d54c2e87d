/** From the learner's settings to the learning rate of each step. */
import {
  constantWithWarmup,
  cosineWithRestarts,
  cosineWithWarmup,
  inverseSquareRoot,
  linearWithWarmup,
  type Warmup,
  warmupStableDecay,
} from '@/lib/ml/optim/schedule';

export const shapes = ['constant', 'linear', 'cosine', 'wsd', 'restarts', 'inverse'] as const;
export type Shape = (typeof shapes)[number];

export const STEPS = 400;
const CYCLES = 2;

export type Schedule = {
  readonly shape: Shape;
  readonly peak: number;
  readonly warmup: number;
  /** Step at which the plateau of WSD ends. */
  readonly decayFrom: number;
  /** As a share of the peak. */
  readonly floor: number;
  readonly counting: NonNullable<Warmup['firstStep']>;
};

/** Learning rate of update `step`, counted from 0. */
export function rateAt(
  step: number,
  { shape, peak, warmup, decayFrom, floor, counting }: Schedule,
  total = STEPS,
): number {
  const options = { warmup, total, floor, firstStep: counting };
  switch (shape) {
    case 'constant':
      return peak * constantWithWarmup(step, options);
    case 'linear':
      return peak * linearWithWarmup(step, options);
    case 'cosine':
      return peak * cosineWithWarmup(step, options);
    case 'wsd':
      return peak * warmupStableDecay(step, { ...options, decayFrom: Math.max(warmup, decayFrom), shape: 'linear' });
    case 'restarts':
      return peak * cosineWithRestarts(step, { ...options, cycles: CYCLES });
    case 'inverse':
      return peak * inverseSquareRoot(step, options);
  }
}
