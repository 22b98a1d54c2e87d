/**
 * The bench: the tiny GPT trained from the same weights on the same batches, once with each schedule. Small batches, so that the
 * gradient is noisy and a high rate has a price at the end.
 */
import type { WorkProgress } from '@/lib/labs/core';
import { createSequenceSet, type SequenceSet } from '@/lib/ml/gpt/batch';
import type { GptConfig } from '@/lib/ml/gpt/config';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { CONTEXT, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { STEPS } from './schedule';

export const CONFIG: GptConfig = { layers: 1, heads: 4, kvHeads: 4, width: 16, context: CONTEXT, vocab: VOCAB };
export const BATCH = 8;
/** Constant rates to beat: the best of them lies well inside. */
export const CONSTANT_RATES = [0.006, 0.01, 0.015, 0.02, 0.03] as const;
const BETAS = [0.9, 0.99] as const;
/** Steps between two looks at the validation loss. */
export const LOOK_EVERY = 20;
const LOOK_NAMES = 128;
const FINAL_NAMES = 1024;

export type Point = { readonly step: number; readonly loss: number };
export type Trained = {
  /** Validation loss on the way, on a few names. */
  readonly curve: readonly Point[];
  /** Validation loss at the end, on many names; null while it trains, and for a run that broke down. */
  readonly loss: number | null;
};

export type Bench = { readonly data: SequenceSet; readonly look: SequenceSet; readonly judge: SequenceSet };

export function createBench(): Bench {
  const { train, validation } = functionNames();
  const encoded = validation.slice(0, FINAL_NAMES).map(encodeName);
  return {
    data: createSequenceSet(train.map(encodeName)),
    look: createSequenceSet(encoded.slice(0, LOOK_NAMES)),
    judge: createSequenceSet(encoded),
  };
}

/** One run. Yields after each step what stands so far. */
export function* trainWith(
  { data, look, judge }: Bench,
  { rate, seed, steps = STEPS }: { rate: (step: number) => number; seed: number; steps?: number },
): Generator<WorkProgress<Trained>, Trained, void> {
  const trainer = createGptTrainer({
    config: CONFIG,
    data,
    batchSize: BATCH,
    optimizer: { kind: 'adam', betas: BETAS },
    learningRate: rate,
    seed,
  });
  const curve: Point[] = [];
  const evaluate = function* (set: SequenceSet): Generator<void, number, void> {
    const evaluation = evaluateInSteps(trainer.runner, set);
    let next = evaluation.next();
    for (; !next.done; next = evaluation.next()) yield;
    return next.value.loss;
  };
  const state = { done: 0, total: steps };
  while (trainer.steps < steps) {
    const { loss } = trainer.step();
    state.done = trainer.steps;
    if (!Number.isFinite(loss)) return { curve, loss: null };
    if (trainer.steps % LOOK_EVERY === 0) {
      const seen = yield* quietly(evaluate(look), state);
      if (!Number.isFinite(seen)) return { curve, loss: null };
      curve.push({ step: trainer.steps, loss: seen });
    }
    yield { ...state, given: () => ({ curve: [...curve], loss: null }) };
  }
  const loss = yield* quietly(evaluate(judge), state);
  return { curve, loss: Number.isFinite(loss) ? loss : null };
}

function* quietly<T>(
  steps: Generator<void, T, void>,
  state: { readonly done: number; readonly total: number },
): Generator<{ done: number; total: number }, T, void> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield { ...state };
  }
}
