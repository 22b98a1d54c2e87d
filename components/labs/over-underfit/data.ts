/** Twelve noisy points of a known curve to learn from, and others the training never sees. */
import { createRandom, type Random } from '@/lib/random';

export type Point = { readonly x: number; readonly y: number };
export type Data = {
  readonly train: readonly Point[];
  /** Chooses degree, decay, dropout and checkpoint. */
  readonly validation: readonly Point[];
  /** Looked at once, when everything is chosen. */
  readonly test: readonly Point[];
};

export const TRAIN = 12;
export const VALIDATION = 40;
export const TEST = 200;
export const NOISE = 0.3;
/** Nobody can predict the noise: the mean square error that is left even for the true curve. */
export const NOISE_FLOOR = NOISE ** 2;

export const truth = (x: number): number => Math.sin(1.5 * Math.PI * x);

/** The three sets of a seed. Points are spread evenly with some jitter, so that no seed leaves a wide gap. */
export function makeData(seed: number): Data {
  const random = createRandom(seed);
  return {
    train: sample(TRAIN, 0.5, random.split('train')),
    validation: sample(VALIDATION, 1, random.split('validation')),
    test: sample(TEST, 1, random.split('test')),
  };
}

function sample(count: number, jitter: number, random: Random): Point[] {
  return Array.from({ length: count }, (_, i) => {
    const x = -1 + (2 * (i + 0.5 + jitter * (random.next() - 0.5))) / count;
    return { x, y: truth(x) + NOISE * random.normal() };
  });
}
