/** The loss of a model on sequences it is not trained on, in pieces small enough to stop between them. */
import { createBatch, createSequenceSet, fillBatch, type SequenceSet } from './batch';
import type { GptRunner } from './runner';

/** Mean negative log-likelihood in nats per token, over `tokens` targets. */
export type Evaluation = { readonly loss: number; readonly tokens: number };

const SEQUENCES_AT_ONCE = 64;

/** Yields how many sequences are done. Throws RangeError when a sequence is longer than the context or there is none. */
export function* evaluateInSteps(
  runner: GptRunner,
  sequences: readonly (readonly number[])[] | SequenceSet,
): Generator<number, Evaluation, void> {
  const set = 'ids' in sequences ? sequences : createSequenceSet(sequences);
  if (set.count === 0) throw new RangeError('nothing to evaluate');
  const atOnce = Math.max(1, Math.min(SEQUENCES_AT_ONCE, Math.floor(runner.maxTokens / set.longest)));
  const batch = createBatch(atOnce, set.longest);
  const order = Int32Array.from({ length: set.count }, (_, i) => i);
  let total = 0;
  let tokens = 0;
  for (let from = 0; from < set.count; from += atOnce) {
    const to = Math.min(set.count, from + atOnce);
    fillBatch(batch, set, order, from, to);
    runner.forward(batch);
    total += runner.crossEntropy(batch) * batch.size;
    tokens += batch.size;
    yield to;
  }
  return { loss: total / tokens, tokens };
}

/** The same in one go. */
export function evaluateLoss(runner: GptRunner, sequences: readonly (readonly number[])[] | SequenceSet): Evaluation {
  const steps = evaluateInSteps(runner, sequences);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
