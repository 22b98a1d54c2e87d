import { expect, test } from 'vitest';
import { createSequenceSet } from '@/lib/ml/gpt/batch';
import { createRandom } from '@/lib/random';
import { createBatchStream } from '@/lib/thread/batch-stream';

/** Seven sequences of one input each: sequence s is [s, 0]. */
const data = createSequenceSet(Array.from({ length: 7 }, (_, s) => [s, 0]));
const stream = (seed: number) => {
  const next = createBatchStream(data, 3, createRandom(seed));
  return () => [...next().inputs.subarray(0, 3)];
};

test('an epoch shows no sequence twice, and leaves out what does not fill a batch', () => {
  const next = stream(1);
  for (let epoch = 0; epoch < 20; epoch += 1) {
    const seen = [...next(), ...next()];
    expect(new Set(seen).size).toBe(6);
  }
});

test('what was left out waits for another epoch: in the long run all are seen equally often', () => {
  const next = stream(2);
  const counts = Array.from({ length: 7 }, () => 0);
  for (let i = 0; i < 2000; i += 1) for (const s of next()) counts[s] = (counts[s] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 6000 / 7)).toBeLessThan(60);
});

test('the seed decides the order', () => {
  const orders = [1, 1, 2].map((seed) => {
    const next = stream(seed);
    return [next(), next(), next()].join(' ');
  });
  expect(orders[0]).toBe(orders[1]);
  expect(orders[0]).not.toBe(orders[2]);
});

test('refuses a batch size that the data cannot fill', () => {
  for (const size of [0, 1.5, 8]) expect(() => createBatchStream(data, size, createRandom(0))).toThrow(RangeError);
});
