/**
 * The learner's model with fewer key-value heads: pooled, measured, trained on for a while, measured again. Ainslie 2023, §2.1,
 * trains on for 5% of the steps of the original training.
 */
import type { Work } from '@/lib/labs/core';
import { type Checkpoint, deriveCheckpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet, type SequenceSet } from '@/lib/ml/gpt/batch';
import type { GptConfig } from '@/lib/ml/gpt/config';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { groupHeads, type Pooling } from '@/lib/ml/gpt/group-heads';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { linearWithWarmup } from '@/lib/ml/optim/schedule';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { kvHeadsOf, type Share } from './serving';

export type Question = {
  readonly share: Share;
  readonly pooling: Pooling;
  readonly steps: number;
  readonly seed: number;
};

export type Conversion = {
  /** What was asked, and of which model: an outcome of another question is stale. */
  readonly key: string;
  readonly kvHeads: number;
  /** Validation loss right after pooling, and at the end; null until measured. */
  readonly pooled: number | null;
  readonly tuned: number | null;
  /** Mean training loss of each stretch of `stretch` steps. */
  readonly losses: readonly number[];
  readonly stretch: number;
  readonly model: Checkpoint | null;
};

export type Given = { readonly model: Checkpoint; readonly conversion: Conversion | null };

const BATCH = 32;
const WARMUP = 20;
const CLIP = 1;
/** Peak learning rate times width: 0.04 for the shipped model of width 16. Wider models take smaller steps. */
const RATE_TIMES_WIDTH = 0.64;
const STRETCHES = 50;
const STEPS_AT_ONCE = 10;
/** What one evaluation counts for in the progress, in steps. */
const EVALUATION = 100;
const SEQUENCES_AT_ONCE = 64;

export function keyOf(model: Checkpoint, { share, pooling, steps, seed }: Question): string {
  return [model.id, share, pooling, steps, seed].join(' ');
}

/** As many key-value heads as the share asks for, or the next smaller number that divides those there are. */
export function targetKvHeads({ heads, kvHeads }: GptConfig, share: Share): number {
  let target = Math.min(kvHeads, kvHeadsOf(heads, share));
  while (kvHeads % target !== 0) target -= 1;
  return target;
}

type Data = { readonly train: SequenceSet; readonly validation: SequenceSet };
let data: Data | undefined;

function sequences(): Data {
  const { train, validation } = functionNames();
  data ??= {
    train: createSequenceSet(train.map(encodeName)),
    validation: createSequenceSet(validation.map(encodeName)),
  };
  return data;
}

export function* convert(question: Question, given: Given): Work<Given> {
  const { model } = given;
  const { steps, seed } = question;
  const { train, validation } = sequences();
  const total = steps + (steps > 0 ? 2 : 1) * EVALUATION;
  const kvHeads = targetKvHeads(model.config, question.share);
  const random = createRandom(seed);
  const grouped = groupHeads(model.config, model.weights, kvHeads, question.pooling, random.split('fresh heads'));
  let conversion: Conversion = {
    key: keyOf(model, question),
    kvHeads,
    pooled: null,
    tuned: null,
    losses: [],
    stretch: Math.max(1, steps / STRETCHES),
    model: null,
  };

  const judge = createGptRunner(grouped.config, { maxTokens: SEQUENCES_AT_ONCE * CONTEXT });
  function* evaluate(
    weights: ArrayLike<number>,
    done: number,
  ): Generator<{ done: number; total: number }, number, void> {
    judge.weights.set(weights);
    const work = evaluateInSteps(judge, validation);
    for (;;) {
      const next = work.next();
      if (next.done) return next.value.loss;
      yield { done: done + (EVALUATION * next.value) / validation.count, total };
    }
  }

  const pooled = yield* evaluate(grouped.weights, 0);
  conversion = { ...conversion, pooled };
  const pooledModel =
    kvHeads === model.config.kvHeads
      ? model
      : deriveCheckpoint(model, { ...grouped, validationLoss: pooled }, `gqa:${kvHeads}`);
  if (steps === 0) return { model, conversion: { ...conversion, tuned: pooled, model: pooledModel } };
  yield { done: EVALUATION, total, given: { model, conversion } };

  const peak = RATE_TIMES_WIDTH / model.config.width;
  const trainer = createGptTrainer({
    config: grouped.config,
    data: train,
    batchSize: BATCH,
    optimizer: { kind: 'adamw' },
    learningRate: (step) => peak * linearWithWarmup(step, { warmup: WARMUP, total: steps, firstStep: 'above' }),
    clip: CLIP,
    seed,
    weights: grouped.weights,
  });
  const losses: number[] = [];
  let sum = 0;
  for (let step = 1; step <= steps; step += 1) {
    sum += trainer.step().loss;
    if (step % conversion.stretch === 0) {
      losses.push(sum / conversion.stretch);
      sum = 0;
      conversion = { ...conversion, losses: [...losses] };
      yield { done: EVALUATION + step, total, given: { model, conversion } };
    } else if (step % STEPS_AT_ONCE === 0) yield { done: EVALUATION + step, total };
  }
  const weights = Float32Array.from(trainer.runner.weights);
  const tuned = yield* evaluate(weights, EVALUATION + steps);
  const step = model.step + steps;
  const finished = deriveCheckpoint(pooledModel, { weights, validationLoss: tuned, step }, `tune:${steps}`);
  return { model, conversion: { ...conversion, tuned, model: finished } };
}
