/**
 * A curve through twelve noisy points: too stiff at a low degree, too supple at a high one, and three ways to tame it. L2 and
 * early stopping shrink the same directions (Goodfellow et al. 2016, §7.1.1, §7.8); dropout of the inputs of a linear model is,
 * on average, an L2 penalty as well (Srivastava et al. 2014, §9.1).
 *
 * Goal: at the highest degree, trained to the end, decay or dropout bring the validation error within a third of the lowest
 * that any checkpoint of the plain run reaches. Reachable for every seed tried, see the test.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { type Data, makeData, NOISE_FLOOR } from './data';
import { errorOf, evaluate } from './polynomial';
import { type Checkpoint, LAST, train } from './training';

export const MAX_DEGREE = 11;
export const GOAL = { degree: MAX_DEGREE, slack: 4 / 3 } as const;
/** A training error this far above the noise means that the pattern itself is missed. */
export const UNDERFIT_ABOVE = 1.5 * NOISE_FLOOR;
/** A validation error so many times the best within reach, while training goes well, means that noise has been learnt. */
export const OVERFIT_ABOVE = 1.5;

export const params = {
  degree: { kind: 'number', min: 0, max: MAX_DEGREE, step: 1, default: MAX_DEGREE },
  decay: { kind: 'choice', options: ['0', '0.001', '0.01', '0.1', '1', '10'], default: '0' },
  dropout: { kind: 'number', min: 0, max: 0.6, step: 0.05, default: 0 },
  checkpoint: { kind: 'number', min: 0, max: LAST, step: 1, default: LAST },
  seed: { kind: 'seed', default: 7 },
} as const;
export type Values = ParamValues<typeof params>;

export type Verdict = 'under' | 'over' | 'fine';
export type Result = {
  readonly data: Data;
  readonly run: readonly Checkpoint[];
  /** The same degree without decay and dropout: the baseline. */
  readonly plain: readonly Checkpoint[];
  readonly shown: Checkpoint;
  /** The checkpoint of the run with the lowest validation error, which early stopping would keep. */
  readonly best: Checkpoint;
  /** Places where the fitted curve passes, left to right. */
  readonly curve: readonly { readonly x: number; readonly y: number }[];
  /** √Σ w_k², without the constant. */
  readonly norm: number;
  /** Validation error that the goal asks for. */
  readonly target: number;
  readonly testError: number;
  readonly verdict: Verdict;
};

const CURVE_POINTS = 161;

const lowest = (run: readonly Checkpoint[]): Checkpoint =>
  run.reduce((low, one) => (one.validation < low.validation ? one : low));

function run({ degree, decay, dropout, checkpoint, seed }: Values): Result {
  const data = makeData(seed);
  const checkpoints = train({ degree, decay: Number(decay), dropout, seed });
  const reach = lowest(train({ degree: GOAL.degree, decay: 0, dropout: 0, seed })).validation;
  const shown = checkpoints[checkpoint] ?? (checkpoints[LAST] as Checkpoint);
  return {
    data,
    run: checkpoints,
    plain: train({ degree, decay: 0, dropout: 0, seed }),
    shown,
    best: lowest(checkpoints),
    curve: Array.from({ length: CURVE_POINTS }, (_, i) => {
      const x = -1 + (2 * i) / (CURVE_POINTS - 1);
      return { x, y: evaluate(shown.weights, x) };
    }),
    norm: Math.hypot(...shown.weights.subarray(1)),
    target: GOAL.slack * reach,
    testError: errorOf(shown.weights, data.test),
    verdict: shown.train > UNDERFIT_ABOVE ? 'under' : shown.validation > OVERFIT_ABOVE * reach ? 'over' : 'fine',
  };
}

export const core = defineCore({
  id: 'over-underfit',
  params,
  run,
  goal({ shown, target }: Result, { degree, checkpoint }) {
    const counts = degree === GOAL.degree && checkpoint === LAST;
    const met = counts && shown.validation <= target;
    const share = target / Math.max(target, shown.validation);
    return { met, progress: met ? 1 : counts ? Math.min(0.99, share) : 0 };
  },
  solution: { degree: GOAL.degree, decay: '0.1', dropout: 0, checkpoint: LAST },
  /** Where the validation error of the plain run is lowest. */
  predict() {
    const { step } = lowest(train({ degree: GOAL.degree, decay: 0, dropout: 0, seed: params.seed.default }));
    return step < 100 ? 'early' : step < 2000 ? 'middle' : 'late';
  },
  table({ run: checkpoints, plain }: Result) {
    return {
      columns: ['step', 'train', 'validation', 'plain'],
      rows: checkpoints.map((one, i) => [one.step, one.train, one.validation, plain[i]?.validation ?? 0]),
    };
  },
  play: { param: 'checkpoint', last: () => LAST },
});
