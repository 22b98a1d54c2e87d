/** Five optimizers from one start over one surface, each step made by lib/ml/optim. */
import { createOptimizer, type OptimizerSpec } from '@/lib/ml/optim/optimizer';
import { createRandom } from '@/lib/random';
import type { Point, Surface } from './surfaces';

export const lanes = ['gd', 'momentum', 'nesterov', 'adam', 'adamw'] as const;
export type Lane = (typeof lanes)[number];

export type Setup = {
  readonly surface: Surface;
  readonly start: Point;
  /** Learning rate of gradient descent, momentum and Nesterov. */
  readonly rate: number;
  readonly beta: number;
  /** Learning rate of the Adam family. */
  readonly adamRate: number;
  readonly weightDecay: number;
  readonly seed: number;
};

export type Run = {
  readonly lane: Lane;
  /** Where it stands after k steps; ends where it left the map for good. */
  readonly path: readonly Point[];
  /** f − lowest at each of them. */
  readonly losses: readonly number[];
  /** The step in which it was lost; null where it was not. */
  readonly lostAt: number | null;
  /** First step from which the loss stays below GOAL_LOSS to the end; null where there is none. */
  readonly settledAt: number | null;
};

export const GOAL_LOSS = 1e-6;
/** Farther out than this an optimizer does not come back. */
const LOST_BEYOND = 1000;

export function specOf(lane: Lane, { beta, weightDecay }: Pick<Setup, 'beta' | 'weightDecay'>): OptimizerSpec {
  switch (lane) {
    case 'gd':
      return { kind: 'sgd' };
    case 'momentum':
      return { kind: 'sgd', momentum: beta };
    case 'nesterov':
      return beta === 0 ? { kind: 'sgd' } : { kind: 'sgd', momentum: beta, nesterov: true };
    case 'adam':
      return { kind: 'adam' };
    case 'adamw':
      return { kind: 'adamw', weightDecay };
  }
}

export function race(setup: Setup): Run[] {
  const { surface, seed } = setup;
  // All meet the same noise, as they would meet the same batches.
  const random = createRandom(seed).split('noise');
  const noise = Float64Array.from({ length: 2 * surface.steps }, () => surface.noise * random.normal());
  return lanes.map((lane) => runLane(lane, setup, noise));
}

// #region lane
function runLane(lane: Lane, setup: Setup, noise: Float64Array): Run {
  const { surface, start, rate, adamRate } = setup;
  const optimizer = createOptimizer(specOf(lane, setup), 2, 'float64');
  const learningRate = lane === 'adam' || lane === 'adamw' ? adamRate : rate;
  const w = Float64Array.from(start);
  const grads = new Float64Array(2);
  const path: Point[] = [start];
  const losses = [surface.value(...start) - surface.lowest];
  for (let k = 0; k < surface.steps; k += 1) {
    const [gx, gy] = surface.gradient(w[0] as number, w[1] as number);
    grads[0] = gx + (noise[2 * k] as number);
    grads[1] = gy + (noise[2 * k + 1] as number);
    optimizer.step(w, grads, learningRate);
    const [x, y] = w as unknown as [number, number];
    if (!(Math.hypot(x, y) < LOST_BEYOND)) return { lane, path, losses, lostAt: k + 1, settledAt: null };
    path.push([x, y]);
    losses.push(Math.max(0, surface.value(x, y) - surface.lowest));
  }
  const last = losses.findLastIndex((loss) => loss >= GOAL_LOSS);
  return { lane, path, losses, lostAt: null, settledAt: last + 1 < losses.length ? last + 1 : null };
}
// #endregion lane
