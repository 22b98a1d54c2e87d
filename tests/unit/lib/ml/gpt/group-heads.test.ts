import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GptConfig, gptLayout, initGptWeights, matrixOf } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { groupHeads } from '@/lib/ml/gpt/group-heads';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/group-heads.json';

const config: GptConfig = { layers: 2, heads: 4, kvHeads: 4, width: 8, context: 6, vocab: 5 };
const random = createRandom(3);

/** Writes `values` into a named matrix of otherwise random weights. */
function withMatrix(shape: GptConfig, name: string, values: readonly number[]): Float32Array {
  const weights = initGptWeights(shape, random);
  weights.set(values, matrixOf(gptLayout(shape), name).offset);
  return weights;
}
const readMatrix = (shape: GptConfig, weights: Float32Array, name: string) => {
  const { offset, size } = matrixOf(gptLayout(shape), name);
  return Array.from(weights.subarray(offset, offset + size));
};

test.each(reference.cases.map((one) => [one.name, one] as const))('pools keys and values like torch: %s', (_, one) => {
  const { heads, kvHeads, width, to, matrix } = one.input;
  const shape: GptConfig = { layers: 1, heads, kvHeads, width, context: 4, vocab: 4 };
  for (const name of ['layer0.wk', 'layer0.wv']) {
    const weights = withMatrix(shape, name, matrix);
    const mean = groupHeads(shape, weights, to, 'mean', random);
    readMatrix(mean.config, mean.weights, name).forEach((got, i) => {
      expect(got).toBeCloseTo(one.expected.mean[i] as number, 6);
    });
    const first = groupHeads(shape, weights, to, 'first', random);
    expect(readMatrix(first.config, first.weights, name)).toEqual(one.expected.first.map(Math.fround));
  }
});

test('everything but keys and values is copied', () => {
  const weights = initGptWeights(config, random);
  for (const pooling of ['mean', 'first', 'random'] as const) {
    const grouped = groupHeads(config, weights, 2, pooling, random);
    expect(grouped.config).toEqual({ ...config, kvHeads: 2 });
    for (const { name } of gptLayout(config).entries) {
      const same = !/\.w[kv]$/.test(name);
      const got = readMatrix(grouped.config, grouped.weights, name);
      if (same) expect(got).toEqual(readMatrix(config, weights, name));
    }
  }
});

test('as many heads as before changes nothing', () => {
  const weights = initGptWeights(config, random);
  expect(groupHeads(config, weights, 4, 'mean', random).weights).toEqual(weights);
});

test('where the heads of a group are equal, the grouped model answers the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2), fc.constantFrom('mean', 'first'), fc.nat(999), (kvHeads, pooling, seed) => {
      const small = { ...config, kvHeads };
      const weights = initGptWeights(small, createRandom(seed));
      // Repeat every head for each query head it serves: multi-head attention that happens to share.
      const wide = initGptWeights(config, createRandom(seed));
      const head = (config.width / config.heads) * config.width;
      for (const { name } of gptLayout(config).entries) {
        const values = readMatrix(small, weights, name);
        const share = /\.w[kv]$/.test(name) ? config.heads / kvHeads : 1;
        const repeated =
          share === 1
            ? values
            : Array.from({ length: config.heads }, (_, h) => {
                const from = Math.floor(h / share) * head;
                return values.slice(from, from + head);
              }).flat();
        wide.set(repeated, matrixOf(gptLayout(config), name).offset);
      }
      const grouped = groupHeads(config, wide, kvHeads, pooling as 'mean' | 'first', createRandom(0));
      const [a, b] = [createDecoder(config, wide), createDecoder(grouped.config, grouped.weights)];
      for (const token of [0, 3, 1, 4, 2]) {
        const want = Array.from(a.push(token));
        Array.from(b.push(token)).forEach((logit, i) => {
          expect(logit).toBeCloseTo(want[i] as number, 5);
        });
      }
      expect(a.cacheFloats / b.cacheFloats).toBe(config.heads / kvHeads);
    }),
    { numRuns: 20 },
  );
});

test('random pooling is seeded', () => {
  const weights = initGptWeights(config, random);
  const made = (seed: number) => groupHeads(config, weights, 1, 'random', createRandom(seed)).weights;
  expect(made(1)).toEqual(made(1));
  expect(made(1)).not.toEqual(made(2));
});

test('refuses a number that does not divide the heads', () => {
  expect(() => groupHeads(config, initGptWeights(config, random), 3, 'mean', random)).toThrow(RangeError);
});
