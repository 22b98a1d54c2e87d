/** The long part: prune at every sparsity in every way, measure, then fine-tune with the mask kept and measure again. */
import type { Work } from '@/lib/labs/core';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet, type SequenceSet } from '@/lib/ml/gpt/batch';
import { gptLayout } from '@/lib/ml/gpt/config';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { cosineWithWarmup } from '@/lib/ml/optim/schedule';
import { applyMask, type PruneMask } from '@/lib/ml/quant/prune';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { type Method, maskOfModel, masksOf } from './masks';

export const sparsities = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
export const HALF = 0.5;
export const MAX_STEPS = 300;
/** Validation names the loss is measured on, and names in a batch of fine-tuning. */
export const SAMPLE = 512;
export const BATCH = 32;
const PEAK_RATE = 0.01;
const STEPS_A_YIELD = 2;

export type Question = { readonly steps: number; readonly seed: number };

export type PrunedPoint = {
  readonly method: Method;
  readonly sparsity: number;
  /** Loss right after pruning, in nats per token. */
  readonly oneShot: number;
  /** Loss after fine-tuning; null until it was done. */
  readonly tuned: number | null;
};

export type Measured = {
  readonly question: Question;
  readonly base: number;
  /** The unpruned model after the same fine-tuning: what of the gain is not due to pruning. Null until it was done. */
  readonly dense: number | null;
  readonly points: readonly PrunedPoint[];
  /** Weights of each point, in the order of `points`; empty until all is done. */
  readonly weights: readonly Float32Array[];
};

type PlannedPoint = Pick<PrunedPoint, 'method' | 'sparsity'>;

/** Everything that is pruned, the most telling ways first. */
export const plans: readonly PlannedPoint[] = [
  ...sparsities.map((sparsity) => ({ method: 'magnitude' as const, sparsity })),
  { method: 'two-of-four', sparsity: HALF },
  ...sparsities.map((sparsity) => ({ method: 'random' as const, sparsity })),
];

// #region tune
/** Fine-tunes from weights that are pruned already; the mask is put on again after every step. Yields the steps done. */
export function* tuneMasked(
  { config, weights }: Pick<Checkpoint, 'config' | 'weights'>,
  mask: PruneMask,
  data: SequenceSet,
  { steps, seed }: Question,
): Generator<number, Float32Array, void> {
  const trainer = createGptTrainer({
    config,
    weights,
    data,
    batchSize: BATCH,
    optimizer: { kind: 'adam', betas: [0.9, 0.99] },
    learningRate: (step) => PEAK_RATE * cosineWithWarmup(step, { warmup: 0, total: steps }),
    seed,
  });
  while (trainer.steps < steps) {
    trainer.step();
    applyMask(trainer.runner.weights, mask);
    if (trainer.steps % STEPS_A_YIELD === 0) yield trainer.steps;
  }
  return Float32Array.from(trainer.runner.weights);
}
// #endregion tune

/**
 * Reports after each measurement. All masks are tuned on the same batches, so that only the mask differs; an evaluation counts as
 * one step of `done`.
 */
export function* measure<G extends { readonly model: Checkpoint }>(
  given: G,
  question: Question,
  which: readonly PlannedPoint[] = plans,
): Work<G & { measured: Measured }> {
  const { model } = given;
  const { steps, seed } = question;
  const total = 2 + which.length + (steps === 0 ? 0 : steps * (which.length + 1));
  yield { done: 0, total };
  const { train, validation } = functionNames();
  yield { done: 0, total };
  const data = createSequenceSet(train.map(encodeName));
  const sample = createSequenceSet(validation.slice(0, SAMPLE).map(encodeName));
  yield { done: 1, total };
  const judge = createGptRunner(model.config, { maxTokens: 64 * sample.longest });
  const lossOf = (weights: Float32Array) => {
    judge.weights.set(weights);
    return evaluateLoss(judge, sample).loss;
  };
  const base = lossOf(model.weights);
  const layout = gptLayout(model.config);
  const masks: PruneMask[] = [];
  const points: PrunedPoint[] = [];
  const weights: Float32Array[] = [];
  let dense = steps === 0 ? base : null;
  const outcome = (finished: boolean) => ({
    ...given,
    measured: { question, base, dense, points: [...points], weights: finished ? weights : [] },
  });
  let done = 2;
  for (const plan of which) {
    const mask = maskOfModel(layout, masksOf(layout, model.weights, { ...plan, seed }));
    const pruned = model.weights.slice();
    applyMask(pruned, mask);
    masks.push(mask);
    const oneShot = lossOf(pruned);
    points.push({ ...plan, oneShot, tuned: steps === 0 ? oneShot : null });
    weights.push(pruned);
    done += 1;
    yield { done, total, given: () => outcome(false) };
  }
  if (steps === 0) return outcome(true);
  const whole = new Uint8Array(layout.size).fill(1);
  for (const [i, mask] of [whole, ...masks].entries()) {
    const start = i === 0 ? model.weights : (weights[i - 1] as Float32Array);
    const tuning = tuneMasked({ config: model.config, weights: start }, mask, data, question);
    let next = tuning.next();
    for (; !next.done; next = tuning.next()) yield { done: done + next.value, total };
    const tuned = lossOf(next.value);
    if (i === 0) dense = tuned;
    else {
      points[i - 1] = { ...(points[i - 1] as PrunedPoint), tuned };
      weights[i - 1] = next.value;
    }
    done += steps;
    yield { done, total, given: () => outcome(false) };
  }
  return outcome(true);
}
