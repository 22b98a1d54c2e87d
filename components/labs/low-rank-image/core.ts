/**
 * A picture as a matrix of grey values, rebuilt from the k largest terms σᵢuᵢvᵢᵀ of its SVD. No matrix of rank k comes closer:
 * Eckart & Young 1936. Storing k terms takes k · (32 + 32) numbers, with σ folded into u.
 * The baseline spends the same numbers on big square pixels.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { capturedEnergy, type Svd, svd, truncate, truncationError } from '@/lib/ml/svd';
import { type Picture, paint, pictures, SIDE } from './pictures';

export const GOAL = { picture: 'balloon', error: 0.05 } as const;
/** A singular value below this share of the first is rounding, not picture. */
const NOTHING = 1e-6;

export const params = {
  picture: { kind: 'choice', options: pictures, default: 'balloon' },
  /** Terms kept. */
  k: { kind: 'number', min: 0, max: SIDE, step: 1, default: 1 },
  seed: { kind: 'seed', default: 3 },
} as const;
export type Values = ParamValues<typeof params>;

export type Result = {
  readonly image: readonly number[];
  readonly rebuilt: readonly number[];
  readonly coarse: readonly number[];
  /** Side of the coarse picture in big pixels. */
  readonly blocks: number;
  /** Singular values, largest first. */
  readonly values: readonly number[];
  /** Share of the sum of squares that the first k terms keep, in [0, 1]. */
  readonly captured: number;
  /** ‖A − A_k‖ ÷ ‖A‖, and the same of the coarse picture. */
  readonly error: number;
  readonly coarseError: number;
  readonly numbers: number;
  readonly rank: number;
  /** Fewest terms with which this picture has at most the error of the goal. */
  readonly fewest: number;
};

type Taken = { readonly image: readonly number[]; readonly parts: Svd };
const taken = new Map<string, Taken>();

/** The picture and its SVD, remembered: taking it costs more than all the rest. */
function takeApart(picture: Picture, seed: number): Taken {
  const key = picture === 'noise' ? `${picture}/${seed}` : picture;
  const known = taken.get(key);
  if (known) return known;
  const image = paint(picture, seed);
  const made = { image, parts: svd(image, SIDE, SIDE) };
  if (taken.size > 12) taken.clear();
  taken.set(key, made);
  return made;
}

/** `blocks` × `blocks` big pixels, each the mean of what it covers; one number for each is all that is stored. */
export function coarsen(image: readonly number[], blocks: number): number[] {
  const block = (i: number) => Math.floor((i * blocks) / SIDE);
  const sums = new Array<number>(blocks * blocks).fill(0);
  const counts = new Array<number>(blocks * blocks).fill(0);
  const home = (at: number) => block(Math.floor(at / SIDE)) * blocks + block(at % SIDE);
  image.forEach((value, at) => {
    sums[home(at)] = (sums[home(at)] ?? 0) + value;
    counts[home(at)] = (counts[home(at)] ?? 0) + 1;
  });
  return image.map((_, at) => (sums[home(at)] ?? 0) / (counts[home(at)] ?? 1));
}

const size = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
export const relativeError = (values: readonly number[], k: number) =>
  truncationError(values, k) / Math.max(truncationError(values, 0), 1e-12);

function fewestTerms(values: readonly number[]): number {
  let k = 0;
  while (k < SIDE && relativeError(values, k) > GOAL.error) k += 1;
  return k;
}

function run({ picture, k, seed }: Values): Result {
  const { image, parts } = takeApart(picture, seed);
  const numbers = k * 2 * SIDE;
  const blocks = Math.min(SIDE, Math.floor(Math.sqrt(numbers)));
  const coarse = blocks === 0 ? image.map(() => 0) : coarsen(image, blocks);
  const { values } = parts;
  return {
    image,
    rebuilt: truncate(parts, k),
    coarse,
    blocks,
    values,
    captured: Math.min(1, capturedEnergy(values, k)),
    error: relativeError(values, k),
    coarseError: size(image.map((value, at) => value - (coarse[at] ?? 0))) / size(image),
    numbers,
    rank: values.filter((value) => value > NOTHING * (values[0] ?? 0)).length,
    fewest: fewestTerms(values),
  };
}

export const core = defineCore({
  id: 'low-rank-image',
  params,
  run,
  goal({ error, fewest }, { picture, k }) {
    if (picture !== GOAL.picture) return { met: false, progress: 0 };
    const met = k === fewest;
    const near = error > GOAL.error ? GOAL.error / error : fewest / k;
    return { met, progress: met ? 1 : Math.min(0.99, near) };
  },
  solution: { picture: GOAL.picture, k: 7 },
  /** Terms that hold nine tenths of the energy of the diagonal line. */
  predict() {
    const { values } = takeApart('diagonal', 0).parts;
    const terms = values.findIndex((_, kept) => capturedEnergy(values, kept + 1) >= 0.9) + 1;
    return terms <= 1 ? 'one' : terms <= 8 ? 'few' : 'nearly-all';
  },
  table({ values }) {
    return {
      columns: ['term', 'sigma', 'share', 'sum', 'error', 'numbers'],
      rows: values.map((sigma, i) => [
        i + 1,
        sigma,
        (sigma / size(values)) ** 2,
        Math.min(1, capturedEnergy(values, i + 1)),
        relativeError(values, i + 1),
        (i + 1) * 2 * SIDE,
      ]),
    };
  },
});
