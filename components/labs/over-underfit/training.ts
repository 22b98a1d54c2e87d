/**
 * Full-batch gradient descent on ½ · mean square error, with L2 (here the same as weight decay: Loshchilov & Hutter 2019,
 * arXiv 1711.05101, Proposition 1) and inverted dropout of the features (Srivastava et al. 2014, JMLR 15). The constant feature
 * is neither decayed nor dropped, as a bias should be. A checkpoint is kept at steps that grow by a constant factor.
 */
import { createRandom, type Random } from '@/lib/random';
import { makeData } from './data';
import { dot, errorOf, features } from './polynomial';

export const RATE = 0.1;
export const STEPS = 4000;
/** Steps with a checkpoint: 0, 1, 2 … and from there by about a fifth each, to STEPS. */
export const CHECKPOINTS: readonly number[] = growingSteps(48);
export const LAST = CHECKPOINTS.length - 1;

export type Setup = {
  readonly degree: number;
  readonly decay: number;
  readonly dropout: number;
  readonly seed: number;
};
export type Checkpoint = {
  readonly step: number;
  readonly weights: Float64Array;
  readonly train: number;
  readonly validation: number;
};

function growingSteps(wanted: number): number[] {
  const steps = Array.from({ length: wanted }, (_, i) => Math.round(STEPS ** (i / (wanted - 1))));
  return [0, ...new Set(steps)];
}

const known = new Map<string, readonly Checkpoint[]>();

/** All checkpoints of a run. The last runs are remembered: playing through one must not train it again. */
export function train(setup: Setup): readonly Checkpoint[] {
  const key = [setup.degree, setup.decay, setup.dropout, setup.seed].join();
  const before = known.get(key);
  if (before) return before;
  const run = descend(setup);
  if (known.size >= 40) known.clear();
  known.set(key, run);
  return run;
}

function descend({ degree, decay, dropout, seed }: Setup): Checkpoint[] {
  const { train: points, validation } = makeData(seed);
  const rows = points.map(({ x, y }) => ({ features: features(x, degree), y }));
  const random = createRandom(seed).split('dropout');
  const weights = new Float64Array(degree + 1);
  const checkpoints: Checkpoint[] = [];
  for (let step = 0; ; step += 1) {
    if (step === CHECKPOINTS[checkpoints.length]) {
      const copy = weights.slice();
      checkpoints.push({ step, weights: copy, train: errorOf(copy, points), validation: errorOf(copy, validation) });
    }
    if (step === STEPS) return checkpoints;
    update(weights, rows, { decay, dropout }, random);
  }
}

type Row = { readonly features: Float64Array; readonly y: number };
type Regularizers = { readonly decay: number; readonly dropout: number };

// #region update
/** One step of gradient descent on all rows, in place. Weight 0 belongs to the constant. */
function update(weights: Float64Array, rows: readonly Row[], { decay, dropout }: Regularizers, random: Random): void {
  const gradient = weights.map((w, k) => (k === 0 ? 0 : decay * w));
  for (const row of rows) {
    const kept = dropout === 0 ? row.features : drop(row.features, dropout, random);
    const miss = (dot(kept, weights) - row.y) / rows.length;
    for (let k = 0; k < kept.length; k += 1) gradient[k] = (gradient[k] as number) + miss * (kept[k] as number);
  }
  for (let k = 0; k < weights.length; k += 1) weights[k] = (weights[k] as number) - RATE * (gradient[k] as number);
}

/** Inverted dropout: what is kept grows, so that the average stays. */
function drop(features: Float64Array, rate: number, random: Random): Float64Array {
  const kept = features.slice();
  for (let k = 1; k < kept.length; k += 1) {
    kept[k] = random.next() < rate ? 0 : (kept[k] as number) / (1 - rate);
  }
  return kept;
}
// #endregion update
