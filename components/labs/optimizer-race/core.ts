/**
 * Five optimizers race over a surface of two weights, and one weight of the thread's GPT shows what an optimizer keeps about it.
 * On a bowl of condition number κ the best gradient descent shrinks the distance by (κ − 1)/(κ + 1) a step, the best momentum by
 * (√κ − 1)/(√κ + 1): Polyak 1964, Goh 2017.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { type QuadraticRates, quadraticRates, stabilityLimit } from '@/lib/ml/optim/quadratic-rates';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { GOAL_LOSS, type Lane, lanes, type Run, race } from './race';
import { type Point, REACH, type SurfaceName, surfaceOf } from './surfaces';
import { keyOf, matrices, methods, recordTrace, replay, STEPS, type Trace, type WeightStep } from './trace';

export const GOAL = { kappa: 100, steps: 100, loss: GOAL_LOSS } as const;
export const ADAMW_DECAY = 0.01;
const START: Point = [-2, 1.5];
const LAST_STEP = 300;

export const params = {
  view: { kind: 'choice', options: ['surface', 'model'], default: 'surface' },
  surface: { kind: 'choice', options: ['bowl', 'valley', 'saddle', 'noisy'], default: 'bowl' },
  kappa: { kind: 'choice', options: ['1', '10', '100', '1000'], default: '100' },
  rate: { kind: 'number', min: 0.0001, max: 2, step: 0.0001, default: 0.003 },
  beta: { kind: 'number', min: 0, max: 0.99, step: 0.01, default: 0.3 },
  adamRate: { kind: 'number', min: 0.001, max: 2, step: 0.001, default: 0.1 },
  start: { kind: 'vector', min: -REACH, max: REACH, step: 0.05, default: START },
  step: { kind: 'number', min: 0, max: LAST_STEP, step: 1, default: LAST_STEP },
  method: { kind: 'choice', options: methods, default: 'adam' },
  matrix: { kind: 'choice', options: matrices, default: 'layer0.wv' },
  row: { kind: 'number', min: 0, max: 1023, step: 1, default: 2 },
  column: { kind: 'number', min: 0, max: 1023, step: 1, default: 6 },
  moment: { kind: 'number', min: 1, max: STEPS, step: 1, default: 1 },
  seed: { kind: 'seed', default: 1 },
} as const;
export type Values = ParamValues<typeof params>;

/** Where each surface is best watched from, and with which learning rates. */
export const presets: Readonly<Record<SurfaceName, Pick<Values, 'start' | 'rate' | 'beta' | 'adamRate'>>> = {
  bowl: { start: START, rate: params.rate.default, beta: params.beta.default, adamRate: params.adamRate.default },
  noisy: { start: START, rate: 0.01, beta: 0.8, adamRate: 0.1 },
  valley: { start: [-1.2, 1], rate: 0.001, beta: 0.9, adamRate: 0.1 },
  saddle: { start: [-2, 0.05], rate: 0.1, beta: 0.8, adamRate: 0.1 },
};

export type Given = { readonly model: Checkpoint; readonly trace: Trace | null };

export type LaneResult = Run & {
  /** Learning rate from which this lane is unstable at its start; null for the Adam family, whose steps are bounded. */
  readonly limit: number | null;
};

export type WeightView = {
  readonly rows: number;
  readonly columns: number;
  /** Row-major place of the weight looked at, inside the matrix. */
  readonly index: number;
  readonly start: number;
  readonly steps: readonly WeightStep[];
  readonly decay: Trace['decay'];
  /** How far each weight has moved, [rows · columns]. */
  readonly moved: Float32Array;
  readonly validationLoss: number;
};

export type Result = {
  readonly lanes: readonly LaneResult[];
  readonly steps: number;
  /** Step that is shown. */
  readonly step: number;
  /** Closed forms, where the surface is a bowl. */
  readonly rates: QuadraticRates | null;
  /** Whether this is the race that the goal is about. */
  readonly counts: boolean;
  /** null until the training steps were run. */
  readonly weight: WeightView | null;
};

const stabilityKinds = {
  gd: 'gd',
  momentum: 'momentum',
  nesterov: 'nesterov',
  adam: null,
  adamw: null,
} as const satisfies Record<Lane, unknown>;

function run(values: Values, given: Given): Result {
  const { rate, beta, adamRate, seed } = values;
  const kappa = Number(values.kappa);
  const surface = surfaceOf(values.surface, kappa);
  const start: Point = [values.start[0] ?? 0, values.start[1] ?? 0];
  const curvature = surface.curvature(...start);
  const runs = race({ surface, start, rate, beta, adamRate, weightDecay: ADAMW_DECAY, seed });
  const isBowl = values.surface === 'bowl' || values.surface === 'noisy';
  return {
    lanes: runs.map((one) => {
      const kind = stabilityKinds[one.lane];
      return { ...one, limit: kind === null ? null : stabilityLimit(kind, curvature, beta) };
    }),
    steps: surface.steps,
    step: Math.min(values.step, surface.steps),
    rates: isBowl ? quadraticRates(1, kappa) : null,
    counts: values.surface === 'bowl' && kappa === GOAL.kappa && start.every((at, i) => at === START[i]),
    weight: weightView(values, given),
  };
}

function weightView({ method, matrix, row, column, seed }: Values, { model, trace }: Given): WeightView | null {
  if (trace?.key !== keyOf(model, method, matrix, seed)) return null;
  const { rows, columns, first, last, decay, validationLoss } = trace;
  const index = Math.min(row, rows - 1) * columns + Math.min(column, columns - 1);
  return {
    rows,
    columns,
    index,
    start: first[index] as number,
    steps: replay(trace, index, method),
    decay,
    moved: last.map((w, i) => w - (first[i] as number)),
    validationLoss,
  };
}

/** Loss of a lane after `step` steps; null once it is lost. */
export function lossAt({ losses }: Run, step: number): number | null {
  return losses[step] ?? null;
}

export const core = defineCore({
  id: 'optimizer-race',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), trace: null }),
  run,
  *work({ view, method, matrix, seed }, given) {
    if (view === 'surface') return given;
    const steps = recordTrace(given.model, method, matrix, seed);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { ...given, trace: value };
      yield { done: value.done, total: value.total };
    }
  },
  workParams: ['view', 'method', 'matrix', 'seed'],
  goal({ lanes: runs, counts }) {
    if (!counts) return { met: false, progress: 0 };
    const met = runs.some(({ settledAt }) => settledAt !== null && settledAt <= GOAL.steps);
    const ends = runs.flatMap((one) => lossAt(one, GOAL.steps) ?? []);
    const first = runs[0]?.losses[0] ?? 1;
    const share = Math.log(first / Math.max(GOAL.loss, Math.min(first, ...ends))) / Math.log(first / GOAL.loss);
    return { met, progress: met ? 1 : Math.min(0.99, Math.max(0, share)) };
  },
  solution: { surface: 'bowl', kappa: '100', start: START, rate: 0.03, beta: 0.72 },
  predict() {
    const { gdFactor } = quadraticRates(1, GOAL.kappa);
    return gdFactor < 0.7 ? 'half' : gdFactor < 0.95 ? 'tenth' : 'fiftieth';
  },
  table(result, { view }) {
    if (view === 'model') {
      return {
        columns: ['step', 'g', 'm', 'v', 'mHat', 'vHat', 'change', 'w'],
        rows: (result.weight?.steps ?? []).map((one, k) => [
          k + 1,
          one.g,
          one.m,
          one.v,
          one.mHat,
          one.vHat,
          one.change,
          one.w,
        ]),
      };
    }
    const marks = [0, 1, 2, 5, 10, 20, 50, 100, 150, 200, 300].filter((k) => k <= result.steps);
    return {
      columns: ['step', ...lanes],
      rows: marks.map((k) => [k, ...result.lanes.map((one) => lossAt(one, k) ?? '–')]),
    };
  },
  play: { param: 'step', last: ({ steps }) => steps },
});
