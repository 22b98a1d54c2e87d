/**
 * Adapting the model to the names of tests twice: by LoRA, and by training every weight, with the same steps on the same batches.
 * Both are measured on the new names and on the old ones while they learn.
 */
import type { WorkProgress } from '@/lib/labs/core';
import { type Checkpoint, deriveCheckpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet, type SequenceSet } from '@/lib/ml/gpt/batch';
import { gptLayout } from '@/lib/ml/gpt/config';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { cosineWithWarmup } from '@/lib/ml/optim/schedule';
import { createLoraAdapter } from '@/lib/ml/tuning/lora-adapter';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { createBatchStream } from '@/lib/thread/batch-stream';
import { functionNames } from '@/lib/thread/names';
import { testNames } from '@/lib/thread/tasks';

export const STEPS = 300;
/** Steps between two looks. */
const LOOK = 25;
const BATCH = 32;
/** Old names that are looked at; of the new ones all validation names are. */
const OLD_NAMES = 341;
/** Where every weight is trained: the rate that reached the lowest loss on the new names, of 0.002 to 0.04 (tests/bench/thresholds). */
export const FULL_RATE = 0.04;
/** The update is scaled by alpha / r; alpha = 2r is the common choice. */
const ALPHA_PER_RANK = 2;

/** Losses in nats per token: on the names of tests, and on the function names the model came with. */
export type Look = { readonly step: number; readonly fresh: number; readonly old: number };

export type Outcome = {
  readonly key: string;
  readonly lora: readonly Look[];
  readonly full: readonly Look[];
  /** Both losses once the adapter was taken out again; null until then. */
  readonly unmerged: Omit<Look, 'step'> | null;
  /** The adapted model, measured on all validation names of the functions; null until everything is done. */
  readonly merged: Checkpoint | null;
};

export type Given = { readonly model: Checkpoint; readonly outcome: Outcome | null };
export type Question = {
  /** Names of matrices in the layout. */
  readonly targets: readonly string[];
  readonly rank: number;
  readonly rate: number;
  readonly seed: number;
};

/** Whether this model reads the names of the thread. */
export function canAdapt({ config }: Checkpoint): boolean {
  return config.vocab === VOCAB && config.context >= CONTEXT;
}

export function keyOf({ id }: Checkpoint, question: Question): string {
  return JSON.stringify([id, question]);
}

export function* tune(given: Given, question: Question): Generator<WorkProgress<Given>, Given, void> {
  const { model } = given;
  if (!canAdapt(model) || question.targets.length === 0) return given;
  const { targets, rank, rate, seed } = question;
  const layout = gptLayout(model.config);
  const runner = createGptRunner(model.config, { maxTokens: BATCH * CONTEXT });
  const data = createSequenceSet(testNames().train.map(encodeName));
  const fresh = createSequenceSet(testNames().validation.map(encodeName));
  const old = createSequenceSet(functionNames().validation.slice(0, OLD_NAMES).map(encodeName));
  const random = createRandom(seed);
  let done = 0;
  let outcome: Outcome = { key: keyOf(model, question), lora: [], full: [], unmerged: null, merged: null };
  const report = () => ({ done, total: 2 * STEPS, given: () => ({ model, outcome }) });
  function* measure(set: SequenceSet) {
    const evaluation = evaluateInSteps(runner, set);
    for (;;) {
      const next = evaluation.next();
      if (next.done) return next.value.loss;
      yield report();
    }
  }
  /** STEPS updates by `update`, looking now and then. Both runs see the same batches. */
  function* train(which: 'lora' | 'full', update: (step: number) => void) {
    const nextBatch = createBatchStream(data, BATCH, createRandom(seed).split('order'));
    for (let step = 0; step <= STEPS; step += 1) {
      if (step % LOOK === 0) {
        const look = { step, fresh: yield* measure(fresh), old: yield* measure(old) };
        outcome = { ...outcome, [which]: [...outcome[which], look] };
      }
      if (step === STEPS) return;
      runner.train(nextBatch());
      update(step);
      done += 1;
      yield report();
    }
  }

  const adapter = createLoraAdapter({
    layout,
    targets,
    rank,
    alpha: ALPHA_PER_RANK * rank,
    random: random.split('adapter'),
  });
  const small = createOptimizer({ kind: 'adam', betas: [0.9, 0.99] }, adapter.parameters.length);
  adapter.merge(model.weights, runner.weights);
  yield* train('lora', (step) => {
    adapter.gradients(runner.grads);
    small.step(adapter.parameters, adapter.grads, rate * scheduled(step));
    adapter.merge(model.weights, runner.weights);
  });
  const weights = Float32Array.from(runner.weights);

  const large = createOptimizer({ kind: 'adam', betas: [0.9, 0.99] }, layout.size);
  runner.weights.set(model.weights);
  yield* train('full', (step) => large.step(runner.weights, runner.grads, FULL_RATE * scheduled(step)));

  runner.weights.set(weights);
  const validationLoss = yield* measure(createSequenceSet(functionNames().validation.map(encodeName)));
  adapter.unmerge(runner.weights);
  const unmerged = { fresh: yield* measure(fresh), old: yield* measure(old) };
  const change = { weights, validationLoss, step: model.step + STEPS };
  outcome = { ...outcome, unmerged, merged: deriveCheckpoint(model, change, `lora:${rank}`) };
  return { model, outcome };
}

const schedule = { warmup: 20, firstStep: 'above', total: STEPS, floor: 0.1 } as const;
const scheduled = (step: number) => cosineWithWarmup(step, schedule);
