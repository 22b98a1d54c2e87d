/** The answer to the lab's prediction: a short adaptation of a model, and its loss on the old names before and after. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { gptLayout } from '@/lib/ml/gpt/config';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { createLoraAdapter } from '@/lib/ml/tuning/lora-adapter';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { testNames } from '@/lib/thread/tasks';

const STEPS = 60;
const BATCH = 32;
const OLD_NAMES = 96;
const known = new WeakMap<Checkpoint, { readonly before: number; readonly after: number }>();

/** Rank 2 on the query and value matrices of the first layer: as little as the lab offers by default. Computed once a model. */
export function forgettingAfter(model: Checkpoint): { readonly before: number; readonly after: number } {
  const remembered = known.get(model);
  if (remembered) return remembered;
  const runner = createGptRunner(model.config, { maxTokens: BATCH * CONTEXT });
  const adapter = createLoraAdapter({
    layout: gptLayout(model.config),
    targets: ['layer0.wq', 'layer0.wv'],
    rank: 2,
    alpha: 4,
    random: createRandom(1),
  });
  const optimizer = createOptimizer({ kind: 'adam' }, adapter.parameters.length);
  const names = testNames().train.map(encodeName);
  const old = functionNames().validation.slice(0, OLD_NAMES).map(encodeName);
  runner.weights.set(model.weights);
  const before = evaluateLoss(runner, old).loss;
  for (let step = 0; step < STEPS; step += 1) {
    runner.train(packSequences(names.slice(BATCH * step, BATCH * (step + 1))));
    adapter.gradients(runner.grads);
    optimizer.step(adapter.parameters, adapter.grads, 0.02);
    adapter.merge(model.weights, runner.weights);
  }
  const outcome = { before, after: evaluateLoss(runner, old).loss };
  known.set(model, outcome);
  return outcome;
}
