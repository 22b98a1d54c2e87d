import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, initGptWeights } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { add, mul } from '@/lib/ml/tape/arithmetic';
import { createTapeGpt } from '@/lib/ml/tape/gpt-tape';
import { backward, gradientOf } from '@/lib/ml/tape/tape';
import { item } from '@/lib/ml/tape/tensor';
import {
  accumulate,
  compareGradients,
  lengthsOf,
  type Normalisation,
  tokenWeights,
} from '@/lib/ml/tuning/gradient-accumulation';
import { createRandom } from '@/lib/random';
import { expectClose } from '@/tests/unit/lib/ml/tape/compare';

const config: GptConfig = { layers: 1, heads: 2, kvHeads: 1, width: 8, context: 10, vocab: 7 };
const weights = Float64Array.from(initGptWeights(config, createRandom(3)));
const sequences = [
  [0, 1, 0],
  [0, 3, 2, 6, 5, 1, 1, 4, 0],
  [0, 5, 5, 0],
  [0, 2, 4, 6, 1, 0],
];
const normalisations = ['micro-mean', 'sequence-mean', 'none', 'tokens'] as const satisfies readonly Normalisation[];
const makeRunner = (precision: 'float32' | 'float64') => {
  const runner = createGptRunner(config, { maxTokens: 40, precision });
  runner.weights.set(weights);
  return runner;
};

test('10 tokens at a loss of 2 and 2 tokens at 1 average to 1.8333, and their means to 1.5', () => {
  const total = (normalisation: Normalisation) => {
    const [[long = 0] = [], [short = 0] = []] = tokenWeights([[10], [2]], normalisation);
    return 10 * 2 * long + 2 * 1 * short;
  };
  expect(total('tokens')).toBeCloseTo(1.8333, 4);
  expect(total('micro-mean')).toBe(1.5);
  expect(total('sequence-mean')).toBe(1.5);
  expect(total('none')).toBe(22);
});

const lengths = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

test('every way but the plain sum spreads a total weight of 1 over the tokens', () => {
  fc.assert(
    fc.property(lengths, fc.constantFrom(...normalisations), (batches, normalisation) => {
      const sum = tokenWeights(batches, normalisation)
        .flatMap((row, m) => row.map((weight, s) => weight * (batches[m]?.[s] ?? 0)))
        .reduce((total, share) => total + share, 0);
      const tokens = batches.flat().reduce((total, length) => total + length, 0);
      expect(sum).toBeCloseTo(normalisation === 'none' ? tokens : 1, 9);
    }),
  );
});

test('the mean of means is right exactly when all micro-batches hold the same number of tokens', () => {
  fc.assert(
    fc.property(lengths, (batches) => {
      const sums = batches.map((row) => row.reduce((total, length) => total + length, 0));
      const equal = sums.every((sum) => sum === sums[0]);
      const [bug, right] = [tokenWeights(batches, 'micro-mean').flat(), tokenWeights(batches, 'tokens').flat()];
      const same = bug.every((weight, i) => Math.abs(weight / (right[i] ?? 0) - 1) < 1e-9);
      expect(same).toBe(equal);
    }),
  );
});

test('divided by all tokens, accumulating gives the gradient of the whole batch, however it is cut', () => {
  const assignments = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
  for (const [precision, tolerance] of [
    ['float64', 1e-12],
    ['float32', 1e-6],
  ] as const) {
    const runner = makeRunner(precision);
    const whole = accumulate(runner, [packSequences(sequences)], 'tokens');
    const batch = packSequences(sequences);
    expect(whole.loss).toBeCloseTo(runner.train(batch), 6);
    expectClose([...whole.gradient], [...runner.grads], { abs: 1e-6, rel: 1e-6 });
    fc.assert(
      fc.property(assignments, (assign) => {
        const used = [...new Set(assign)];
        const parts = used.map((m) => packSequences(sequences.filter((_, i) => assign[i] === m)));
        const { loss, gradient } = accumulate(runner, parts, 'tokens');
        expectClose(loss, whole.loss, { abs: tolerance, rel: tolerance });
        expectClose([...gradient], [...whole.gradient], { abs: tolerance, rel: 10 * tolerance });
      }),
      { numRuns: 20 },
    );
  }
});

test.each(normalisations)('%s: the accumulated gradient is that of the weighted loss on the tape', (normalisation) => {
  const parts = [sequences.slice(0, 1), sequences.slice(1, 3), sequences.slice(3)];
  const { loss, gradient } = accumulate(makeRunner('float64'), parts.map(packSequences), normalisation);
  const model = createTapeGpt(config, weights.slice());
  const factors = tokenWeights(
    parts.map((part) => part.map((ids) => ids.length - 1)),
    normalisation,
  );
  const total = parts
    .flatMap((part, m) => part.map((ids, s) => mul(model.loss([ids], 'sum'), factors[m]?.[s] ?? Number.NaN)))
    .reduce(add);
  backward(total);
  expectClose(loss, item(total), { abs: 1e-12, rel: 1e-12 });
  for (const { name, offset, size } of model.layout.entries) {
    const leaf = model.parameters.get(name) ?? expect.fail(name);
    expectClose(
      [...gradient.subarray(offset, offset + size)],
      [...gradientOf(leaf).data],
      { abs: 1e-12, rel: 1e-9 },
      name,
    );
  }
});

test('reads the lengths of packed sequences', () => {
  expect(lengthsOf(packSequences(sequences))).toEqual([2, 8, 3, 5]);
});

test('compares directions and lengths, at the edges too', () => {
  const vector = (...values: number[]) => Float64Array.from(values);
  expect(compareGradients(vector(3, 4), vector(3, 4))).toEqual({ cosine: 1, ratio: 1 });
  expect(compareGradients(vector(0, 2), vector(1, 0))).toEqual({ cosine: 0, ratio: 2 });
  expect(compareGradients(vector(-6, -8), vector(3, 4))).toEqual({ cosine: -1, ratio: 2 });
  expect(compareGradients(vector(0, 0), vector(1, 0))).toEqual({ cosine: 0, ratio: 0 });
  expect(compareGradients(vector(1, 0), vector(0, 0))).toEqual({ cosine: 0, ratio: 0 });
  expect(() => compareGradients(vector(1), vector(1, 2))).toThrow('gradients of 1 and 2');
});

test('refuses an empty micro-batch', () => {
  expect(() => tokenWeights([[3], []], 'tokens')).toThrow('every micro-batch needs a sequence');
  expect(() => tokenWeights([[0]], 'tokens')).toThrow('every sequence a token');
});
