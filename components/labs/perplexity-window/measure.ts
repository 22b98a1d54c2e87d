/** The lab's long work: train on pieces of the stream where asked, then the loss of every prediction from every start of a window. */
import type { Work } from '@/lib/labs/core';
import { type Checkpoint, deriveCheckpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { clipGradNorm } from '@/lib/ml/optim/clip';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { createRandom } from '@/lib/random';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { measuredStream, TARGETS, trainingStream } from './stream';

/** Longest window. The model's context is 24, but names rarely fill its end, so the last positions were hardly trained. */
export const LONGEST = 16;
const PIECES = 32;
const RATE = 0.01;
const AT_ONCE = 32;
const STEPS_A_YIELD = 5;

export type Measured = {
  /** What was asked: model, steps, seed. */
  readonly key: string;
  /** [TARGETS × LONGEST] nats: row b, column k is prediction b + k in a window that starts at token b; 0 past the end. */
  readonly losses: Float32Array;
  /** The model after training on the stream, or null if there was none. */
  readonly tuned: Checkpoint | null;
};
export type Given = { readonly model: Checkpoint; readonly measured: Measured | null };

export function keyOf(model: Checkpoint, steps: number, seed: number): string {
  return steps === 0 ? model.id : `${model.id} ${steps} ${seed}`;
}

/** Throws RangeError when the model's context is shorter than the longest window. */
export function* measure(given: Given, steps: number, seed: number): Work<Given> {
  const { model } = given;
  if (model.config.context < LONGEST) {
    throw new RangeError(`a context of ${model.config.context} tokens for windows of ${LONGEST}`);
  }
  const runner = createGptRunner(model.config, { maxTokens: PIECES * LONGEST });
  runner.weights.set(model.weights);
  const rows = Math.ceil(TARGETS / AT_ONCE);
  const total = steps + rows;
  yield* trainOnStream(runner, steps, seed, total);
  const tuned = steps === 0 ? null : yield* tunedModel(runner, model, steps, total);
  const losses = new Float32Array(TARGETS * LONGEST);
  for (let row = 0; row < rows; row += 1) {
    fillLosses(runner, losses, row * AT_ONCE);
    yield { done: steps + row + 1, total };
  }
  return { model, measured: { key: keyOf(model, steps, seed), losses, tuned } };
}

/** AdamW on random pieces, cut anywhere, even in the middle of a name: the learning rate falls to 0 in a straight line. */
function* trainOnStream(runner: GptRunner, steps: number, seed: number, total: number): Generator<Step, void, void> {
  if (steps === 0) return;
  const ids = trainingStream();
  const random = createRandom(seed).split('pieces');
  const optimizer = createOptimizer({ kind: 'adamw', betas: [0.9, 0.95] }, runner.weights.length);
  for (let step = 0; step < steps; step += 1) {
    const pieces = Array.from({ length: PIECES }, () => {
      const start = random.integer(ids.length - LONGEST);
      return ids.slice(start, start + LONGEST + 1);
    });
    runner.train(packSequences(pieces));
    clipGradNorm(runner.grads, 1);
    optimizer.step(runner.weights, runner.grads, RATE * (1 - step / steps));
    if ((step + 1) % STEPS_A_YIELD === 0) yield { done: step + 1, total };
  }
}

type Step = { readonly done: number; readonly total: number };

/** The trained model with its loss on single names, which the passport compares. */
function* tunedModel(
  runner: GptRunner,
  model: Checkpoint,
  steps: number,
  total: number,
): Generator<Step, Checkpoint, void> {
  const evaluation = evaluateInSteps(runner, functionNames().validation.map(encodeName));
  for (;;) {
    const { done, value } = evaluation.next();
    if (!done) {
      yield { done: steps, total };
      continue;
    }
    const change = {
      weights: Float32Array.from(runner.weights),
      validationLoss: value.loss,
      step: model.step + steps,
    };
    return deriveCheckpoint(model, change, `tune:${steps}`);
  }
}

function fillLosses(runner: GptRunner, losses: Float32Array, from: number): void {
  const ids = measuredStream();
  const to = Math.min(TARGETS, from + AT_ONCE);
  const windows = Array.from({ length: to - from }, (_, i) => ids.slice(from + i, from + i + LONGEST + 1));
  const batch = packSequences(windows);
  runner.forward(batch);
  runner.crossEntropy(batch);
  for (let s = 0; s < windows.length; s += 1) {
    const first = batch.starts[s] as number;
    const length = (batch.starts[s + 1] as number) - first;
    for (let k = 0; k < length; k += 1) losses[(from + s) * LONGEST + k] = runner.nll[first + k] as number;
  }
}
