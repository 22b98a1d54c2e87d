import { expect, test } from 'vitest';
import { createSequenceSet, packSequences } from '@/lib/ml/gpt/batch';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { baselinesOf } from '@/lib/thread/baselines';
import { functionNames } from '@/lib/thread/names';
import { exactAccuracy, SORTING, sortingTask, testNames } from '@/lib/thread/tasks';

const { train, validation } = sortingTask();
const all = [...train, ...validation];
const question = (ids: readonly number[]) => ids.slice(0, SORTING.digits);
const answer = (ids: readonly number[]) => ids.slice(SORTING.digits + 1, -1);

test('names of tests are clearly another distribution: letters counted on function names fit them badly', () => {
  const own = baselinesOf(testNames()).trigram.loss;
  const foreign = baselinesOf({ train: functionNames().train, validation: testNames().validation }).trigram.loss;
  expect(foreign - own).toBeGreaterThan(0.5);
});

test('sorting asks all 10,000 questions once', () => {
  expect(train).toHaveLength(8_958);
  expect(validation).toHaveLength(1_042);
  expect(new Set(all.map((ids) => question(ids).join(' '))).size).toBe(10_000);
});

test('every sequence is four digits, the separator, the same digits in order, the end', () => {
  for (const ids of all) {
    expect(ids).toEqual([...question(ids), SORTING.separator, ...question(ids).toSorted((a, b) => a - b), SORTING.end]);
    expect(question(ids).every((id) => id >= 1 && id <= 10)).toBe(true);
    expect(ids.length - 1).toBeLessThanOrEqual(SORTING.context);
  }
});

test('no held-out answer occurs in training', () => {
  const seen = new Set(train.map((ids) => answer(ids).join(' ')));
  expect(validation.filter((ids) => seen.has(answer(ids).join(' ')))).toEqual([]);
});

test('the same order every time', () => {
  expect(train[0]).toEqual([8, 4, 4, 2, 11, 2, 4, 4, 8, 0]);
});

/** Logits that put everything on the targets, but for the given rows. */
function perfectLogits(batch: ReturnType<typeof packSequences>, wrong: readonly number[]): Float32Array {
  const logits = new Float32Array(batch.size * SORTING.vocab);
  for (let n = 0; n < batch.size; n += 1) {
    const id = wrong.includes(n) ? ((batch.targets[n] ?? 0) + 1) % SORTING.vocab : (batch.targets[n] ?? 0);
    logits[n * SORTING.vocab + id] = 1;
  }
  return logits;
}

test('an answer counts when every digit and the end are right; the question need not be guessed', () => {
  const batch = packSequences(validation.slice(0, 4));
  expect(exactAccuracy(perfectLogits(batch, []), batch)).toBe(1);
  expect(exactAccuracy(perfectLogits(batch, [0, 1, 2, 9 + 3 - 1]), batch)).toBe(1);
  expect(exactAccuracy(perfectLogits(batch, [4]), batch)).toBe(0.75);
  expect(exactAccuracy(perfectLogits(batch, [8, 9 + 5, 9 + 6]), batch)).toBe(0.5);
});

test('logits without a preference are right about nothing that does not start with the end token', () => {
  const batch = packSequences(validation.slice(0, 10));
  expect(exactAccuracy(new Float32Array(batch.size * SORTING.vocab), batch)).toBe(0);
});

test('nothing to judge is an error', () => {
  expect(() => exactAccuracy([], { ...packSequences([[0, 1]]), sequences: 0 })).toThrow(RangeError);
});

test('exact accuracy on answers never seen jumps from nothing to nearly all', () => {
  const config = { layers: 1, heads: 4, kvHeads: 4, width: 16, context: SORTING.context, vocab: SORTING.vocab };
  const trainer = createGptTrainer({
    config,
    data: createSequenceSet(train),
    batchSize: 64,
    optimizer: { kind: 'adam', betas: [0.9, 0.99] },
    learningRate: () => 0.02,
    seed: 1,
  });
  const judged = packSequences(validation);
  const judge = createGptRunner(config, { maxTokens: judged.size });
  const accuracyAt = (steps: number) => {
    while (trainer.steps < steps) trainer.step();
    judge.weights.set(trainer.runner.weights);
    judge.forward(judged);
    return exactAccuracy(judge.logits, judged);
  };
  expect(accuracyAt(20)).toBeLessThan(0.1);
  expect(accuracyAt(500)).toBeGreaterThan(0.95);
});
