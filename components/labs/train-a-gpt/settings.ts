/** From the words of the controls to the numbers of a training run. */
import type { TrainerOptions } from '@/lib/ml/gpt/trainer';
import { cosineWithWarmup } from '@/lib/ml/optim/schedule';
import { CONTEXT, VOCAB } from '@/lib/thread/alphabet';

export const sizes = {
  small: { layers: 1, width: 16 },
  medium: { layers: 2, width: 32 },
  large: { layers: 2, width: 64 },
} as const;
export type Size = keyof typeof sizes;

export type Settings = {
  readonly size: Size;
  readonly rate: string;
  readonly steps: number;
  readonly batch: string;
  readonly schedule: 'cosine' | 'constant';
  readonly seed: number;
};

const HEADS = 4;
const WARMUP = 50;
const FLOOR = 0.05;

export function configOf(size: Size) {
  return { ...sizes[size], heads: HEADS, kvHeads: HEADS, context: CONTEXT, vocab: VOCAB };
}

/** Adam with the momentum constants of the thread, and the learner's schedule. */
export function shapeOf({ size, rate, steps, batch, schedule }: Settings): Omit<TrainerOptions, 'data' | 'seed'> {
  const peak = Number(rate);
  return {
    config: configOf(size),
    batchSize: Number(batch),
    optimizer: { kind: 'adam', betas: [0.9, 0.99] },
    learningRate:
      schedule === 'constant'
        ? () => peak
        : (step) => peak * cosineWithWarmup(step, { warmup: Math.min(WARMUP, steps / 10), total: steps, floor: FLOOR }),
  };
}
