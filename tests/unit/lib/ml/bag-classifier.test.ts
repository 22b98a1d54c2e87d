import { expect, test } from 'vitest';
import { classifyBag, createBagClassifier, hashWord, trainBagClassifier } from '@/lib/ml/bag-classifier';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/bag-classifier.json';

test.each(reference.runs)('losses and probabilities agree with PyTorch at learning rate $learningRate', (run) => {
  const model = { ...reference.shape, weights: Float64Array.from(reference.weights) };
  const { losses, failure } = trainBagClassifier(model, reference.examples, reference.batches, run.learningRate);
  expect(failure).toBeNull();
  expect(losses).toHaveLength(run.losses.length);
  losses.forEach((loss, i) => {
    const expected = run.losses[i] ?? Number.NaN;
    expect(Math.abs(loss - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
  });
  run.probabilities.forEach((row, i) => {
    const probabilities = classifyBag(model, reference.examples[i]?.buckets ?? []);
    row.forEach((p, k) => {
      expect(probabilities[k]).toBeCloseTo(p, 8);
    });
  });
});

test('a label without an output stops the run at the step that meets it', () => {
  const model = createBagClassifier({ buckets: 4, hidden: 2, classes: 2 }, createRandom(1));
  const examples = [
    { buckets: [0], label: 0 },
    { buckets: [1], label: 2 },
  ];
  const { losses, failure } = trainBagClassifier(model, examples, [[0], [0], [1], [0]], 0.1);
  expect(failure).toEqual({ label: 2, step: 2 });
  expect(losses).toHaveLength(2);
});

test('a text without words still gets probabilities that sum to 1', () => {
  const model = createBagClassifier({ buckets: 4, hidden: 2, classes: 3 }, createRandom(1));
  const total = classifyBag(model, []).reduce((sum, p) => sum + p, 0);
  expect(total).toBeCloseTo(1, 12);
});

test('hashing is FNV-1a', () => {
  // Published test vector: FNV-1a 32 bit of "foobar" is 0xbf9cf968.
  expect(hashWord('foobar', 2 ** 32)).toBe(0xbf9cf968);
  expect(hashWord('', 7)).toBe(0x811c9dc5 % 7);
});

test('a rate that is no rate is refused', () => {
  const model = createBagClassifier({ buckets: 1, hidden: 1, classes: 1 }, createRandom(1));
  expect(() => trainBagClassifier(model, [], [], 0)).toThrow(RangeError);
  expect(() => trainBagClassifier(model, [], [[3]], 0.1)).toThrow(RangeError);
});
