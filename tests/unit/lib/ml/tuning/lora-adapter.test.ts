import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, type GptLayout, gptLayout, initGptWeights } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createLoraAdapter } from '@/lib/ml/tuning/lora-adapter';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/adapters.json';

type Matrix = readonly (readonly number[])[];
type LoraCase = {
  input: { W: Matrix; A: Matrix; B: Matrix; alpha: number; rank: number; x: Matrix; upstream: Matrix };
  expected: { y: Matrix; mergedW: Matrix; dA: Matrix; dB: Matrix; yAtInitBZero: Matrix };
};
const torch = reference.cases.find(({ name }) => name.startsWith('lora/')) as unknown as LoraCase;
const { input, expected } = torch;
const flat = (rows: Matrix) => Float64Array.from(rows.flat());
const times = (a: Matrix, b: Matrix) =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((s, v, k) => s + v * (b[k]?.[j] ?? 0), 0)));
const turned = (a: Matrix) => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? 0));
const largest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((worst, v, i) => Math.max(worst, Math.abs(v - (b[i] ?? NaN))), a.length === b.length ? 0 : NaN);

/** The reference matrix as a model of one matrix. */
const single: GptLayout = { entries: [{ name: 'w', rows: 4, columns: 5, offset: 0, size: 20 }], size: 20 };
const referenceAdapter = () => {
  const { rank, alpha } = input;
  const adapter = createLoraAdapter({
    layout: single,
    targets: ['w'],
    rank,
    alpha,
    random: createRandom(1),
    precision: 'float64',
  });
  adapter.parameters.set([...input.A.flat(), ...input.B.flat()]);
  return adapter;
};

test('merged weights and the output they give agree with PyTorch', () => {
  const merged = new Float64Array(20);
  referenceAdapter().merge(flat(input.W), merged);
  expect(largest(merged, flat(expected.mergedW))).toBeLessThan(1e-10);
  const rows = Array.from({ length: 4 }, (_, i) => [...merged.subarray(5 * i, 5 * i + 5)]);
  expect(largest(times(input.x, turned(rows)).flat(), expected.y.flat())).toBeLessThan(1e-10);
});

test('gradients of A and B agree with PyTorch', () => {
  const adapter = referenceAdapter();
  // y = x Wᵀ, so dW = upstreamᵀ x.
  adapter.gradients(flat(times(turned(input.upstream), input.x)));
  expect(largest(adapter.grads, [...expected.dA.flat(), ...expected.dB.flat()])).toBeLessThan(1e-10);
});

const config: GptConfig = { layers: 2, heads: 2, kvHeads: 1, width: 8, context: 6, vocab: 7 };
const layout = gptLayout(config);
const base = Float64Array.from(initGptWeights(config, createRandom(5)));
const batch = packSequences([
  [0, 3, 1, 4, 0],
  [0, 6, 2, 0],
]);
const targets = ['layer0.wq', 'layer0.wk', 'layer1.fc1', 'layer1.fc2', 'lmHead', 'wte'];
const adapterOf = (rank: number, precision: 'float32' | 'float64' = 'float64') =>
  createLoraAdapter({ layout, targets, rank, alpha: 3, random: createRandom(9), precision });

test('a new adapter changes nothing, bit for bit', () => {
  const merged = new Float64Array(layout.size);
  const adapter = adapterOf(2);
  adapter.merge(base, merged);
  expect(merged).toEqual(base);
  expect(adapter.parameters.some((value) => value !== 0)).toBe(true);
  expect(times(input.x, turned(input.W)).flat()).toEqual(
    expected.yAtInitBZero.flat().map((v) => expect.closeTo(v, 10)),
  );
});

test('gradients of the adapter agree with finite differences of the model', () => {
  const runner = createGptRunner(config, { maxTokens: batch.size, precision: 'float64' });
  const adapter = adapterOf(2);
  const random = createRandom(3);
  for (let i = 0; i < adapter.parameters.length; i += 1) adapter.parameters[i] = 0.3 * random.normal();
  const lossNow = () => {
    adapter.merge(base, runner.weights);
    runner.forward(batch);
    return runner.crossEntropy(batch);
  };
  lossNow();
  runner.backward(batch);
  adapter.gradients(runner.grads);
  const analytic = adapter.grads.slice();
  const h = 1e-5;
  for (let i = 0; i < adapter.parameters.length; i += 1) {
    const kept = adapter.parameters[i] ?? 0;
    adapter.parameters[i] = kept + h;
    const above = lossNow();
    adapter.parameters[i] = kept - h;
    const below = lossNow();
    adapter.parameters[i] = kept;
    expect(Math.abs((above - below) / (2 * h) - (analytic[i] ?? NaN)), `parameter ${i}`).toBeLessThan(1e-8);
  }
});

test('the update of a matrix has at most the rank of its adapter, and other matrices stay as they are', () => {
  const adapter = adapterOf(1);
  for (let i = 0; i < adapter.parameters.length; i += 1) adapter.parameters[i] = Math.sin(i + 1);
  const merged = new Float64Array(layout.size);
  adapter.merge(base, merged);
  for (const { name, offset, size, columns } of layout.entries) {
    const update = Array.from({ length: size }, (_, i) => (merged[offset + i] ?? 0) - (base[offset + i] ?? 0));
    if (!targets.includes(name))
      expect(
        update.every((value) => value === 0),
        name,
      ).toBe(true);
    else {
      // Rank 1: every 2 × 2 minor vanishes.
      for (let i = 0; i + columns + 1 < size; i += 1) {
        if (i % columns === columns - 1) continue;
        const minor =
          (update[i] ?? 0) * (update[i + columns + 1] ?? 0) - (update[i + 1] ?? 0) * (update[i + columns] ?? 0);
        expect(Math.abs(minor), name).toBeLessThan(1e-12);
      }
    }
  }
});

test('taking a merged adapter out restores the model, up to rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 999 }), (rank, seed) => {
      const adapter = adapterOf(rank, 'float32');
      const random = createRandom(seed);
      for (let i = 0; i < adapter.parameters.length; i += 1) adapter.parameters[i] = random.normal();
      const weights = Float32Array.from(base);
      adapter.merge(weights, weights);
      expect(largest(weights, base)).toBeGreaterThan(0.01);
      adapter.unmerge(weights);
      expect(largest(weights, base)).toBeLessThan(1e-4);
    }),
    { numRuns: 20 },
  );
});

test('counts rank · (out + in) parameters for each matrix', () => {
  const adapter = createLoraAdapter({
    layout,
    targets: ['layer0.wk', 'layer0.fc1'],
    rank: 3,
    alpha: 3,
    random: createRandom(0),
  });
  expect(adapter.parameters).toHaveLength(3 * (4 + 8) + 3 * (32 + 8));
});

test.each([
  [{ targets: [] }],
  [{ targets: ['layer9.wq'] }],
  [{ targets: ['layer0.wq', 'layer0.wq'] }],
  [{ rank: 0 }],
  [{ rank: 1.5 }],
  [{ alpha: Infinity }],
])('refuses %j', (change) => {
  const options = { layout, targets, rank: 2, alpha: 2, random: createRandom(0) };
  expect(() => createLoraAdapter({ ...options, ...change })).toThrow(RangeError);
});

test('refuses weights of another model', () => {
  const adapter = adapterOf(1);
  expect(() => adapter.merge(new Float32Array(3), new Float32Array(layout.size))).toThrow(RangeError);
  expect(() => adapter.unmerge(new Float32Array(3))).toThrow(RangeError);
  expect(() => adapter.gradients(new Float32Array(3))).toThrow(RangeError);
});
