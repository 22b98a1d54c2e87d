/** The fused GPT against PyTorch (tests/fixtures/reference/tinygpt.json), and its two sets of kernels against each other. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, gptLayout, initGptWeights } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createRandom } from '@/lib/random';

type Case = { readonly name: string; readonly input: Record<string, never>; readonly expected: Record<string, never> };
const { cases } = JSON.parse(readFileSync('tests/fixtures/reference/tinygpt.json', 'utf8')) as { cases: Case[] };
const find = (name: string) =>
  cases.find((one) => one.name === name) as unknown as {
    input: {
      config: { V: number; T: number; d: number; L: number; nHead: number; nKv: number };
      weights?: Record<string, { data: number[] }>;
      weightFormula?: string;
      amp?: number;
      sequences: number[][];
      prompt: number[];
      newTokens: number;
      weightsFrom?: string;
    };
    expected: {
      logits: number[][][];
      tokenNll: number[][];
      meanLoss: number;
      grads: Record<string, { data: number[] }>;
      gradNorms: Record<string, number>;
      firstGrads: Record<string, number[]>;
      lastTokenLogits: number[][];
      tokens: number[];
      lastStepLogits: number[];
      layer0FirstKey: number[];
    };
  };
type Sample = ReturnType<typeof find>;

const toConfig = ({ V, T, d, L, nHead, nKv }: Sample['input']['config']): GptConfig => ({
  layers: L,
  heads: nHead,
  kvHeads: nKv,
  width: d,
  context: T,
  vocab: V,
});

/** Flat weights of a case: written out, or by its formula w_k[i] = amp · sin(0.7 i + 0.003 i² + k). */
function weightsOf({ input }: Sample): number[] {
  return gptLayout(toConfig(input.config)).entries.flatMap(({ name, size }, k) =>
    input.weights
      ? (input.weights[name]?.data ?? [])
      : Array.from({ length: size }, (_, i) => (input.amp ?? 0) * Math.sin(0.7 * i + 0.003 * i * i + k)),
  );
}

const tolerance = {
  float64: { abs: 1e-9, rel: 1e-8 },
  float32: { abs: 2e-5, rel: 1e-3 },
} as const;
function expectClose(got: ArrayLike<number>, want: readonly number[], precision: keyof typeof tolerance, what: string) {
  expect(got.length, what).toBe(want.length);
  const { abs, rel } = tolerance[precision];
  const worst = want.findIndex(
    (value, i) => !(Math.abs((got[i] ?? Number.NaN) - value) <= abs + rel * Math.abs(value)),
  );
  expect(worst < 0 ? null : `${what}[${worst}] = ${got[worst]} instead of ${want[worst]}`).toBe(null);
}

function runCase(sample: Sample, precision: 'float64' | 'float32', kernels: 'plain' | 'simd') {
  const batch = packSequences(sample.input.sequences);
  const runner = createGptRunner(toConfig(sample.input.config), { maxTokens: batch.size, precision, kernels });
  runner.weights.set(weightsOf(sample));
  return { runner, batch, loss: runner.train(batch) };
}

describe.each([
  ['float64', 'plain'],
  ['float32', 'plain'],
] as const)('%s, %s kernels', (precision, kernels) => {
  test('logits, losses and the gradient of every parameter are those of PyTorch', () => {
    const sample = find('full/d16-L1-h4');
    const { runner, batch, loss } = runCase(sample, precision, kernels);
    expectClose([loss], [sample.expected.meanLoss], precision, 'mean loss');
    expectClose(runner.logits.subarray(0, batch.size * 27), sample.expected.logits.flat(2), precision, 'logits');
    expectClose(runner.nll.subarray(0, batch.size), sample.expected.tokenNll.flat(), precision, 'nll');
    for (const { name, offset, size } of runner.layout.entries) {
      expectClose(
        runner.grads.subarray(offset, offset + size),
        sample.expected.grads[name]?.data ?? [],
        precision,
        name,
      );
    }
  });

  test.each(['formula/d32-L2-kv2', 'formula/d32-L2-kv4', 'formula/d32-L2-kv1/weight-decay-and-clipping'])(
    'with two layers and grouped heads: %s',
    (name) => {
      const sample = find(name);
      const { runner, batch, loss } = runCase(sample, precision, kernels);
      expectClose([loss], [sample.expected.meanLoss], precision, 'mean loss');
      const last = Array.from({ length: batch.sequences }, (_, s) => (batch.starts[s + 1] ?? 0) - 1);
      last.forEach((n, s) => {
        expectClose(
          runner.logits.subarray(n * 27, n * 27 + 27),
          sample.expected.lastTokenLogits[s] ?? [],
          precision,
          'logits',
        );
      });
      for (const entry of runner.layout.entries) {
        const got = runner.grads.subarray(entry.offset, entry.offset + entry.size);
        const first = sample.expected.firstGrads[entry.name] ?? [];
        expectClose(got.subarray(0, first.length), first, precision, entry.name);
        expectClose(
          [Math.hypot(...got)],
          [sample.expected.gradNorms[entry.name] ?? Number.NaN],
          precision,
          `norm of ${entry.name}`,
        );
      }
    },
  );
});

/** A random model whose sizes the SIMD kernels take, and a batch for it. */
const anyModel = fc
  .record({
    heads: fc.constantFrom(1, 2, 4),
    head: fc.constantFrom(4, 8, 12),
    groups: fc.constantFrom(1, 2, 4),
    layers: fc.integer({ min: 1, max: 3 }),
    context: fc.constantFrom(4, 8, 24),
    vocab: fc.constantFrom(4, 12, 28),
    seed: fc.nat(9999),
    sequences: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ heads, head, groups, layers, context, vocab, seed, sequences }) => {
    const kvHeads = Math.max(1, heads / groups);
    const config: GptConfig = { layers, heads, kvHeads, width: heads * head, context, vocab };
    const random = createRandom(seed);
    const weights = initGptWeights(config, random.split('weights')).map((w) => 3 * w);
    const texts = Array.from({ length: sequences }, () =>
      Array.from({ length: 2 + random.integer(context) }, () => random.integer(vocab)),
    );
    return { config, weights, texts };
  });

test('both sets of kernels compute the same: loss, logits, attention and every gradient', () => {
  fc.assert(
    fc.property(anyModel, ({ config, weights, texts }) => {
      const batch = packSequences(texts);
      const [exact, simd] = (['plain', 'simd'] as const).map((kernels) => {
        const runner = createGptRunner(config, {
          maxTokens: batch.size,
          kernels,
          precision: kernels === 'plain' ? 'float64' : 'float32',
        });
        runner.weights.set(weights);
        return { runner, loss: runner.train(batch) };
      });
      if (!exact || !simd) throw new Error('two runs expected');
      expect(simd.runner.kernels).toBe('simd');
      expect(Math.abs(simd.loss - exact.loss)).toBeLessThan(1e-5 * exact.loss);
      const same = (name: 'logits' | 'grads' | 'dEmbedding') => {
        const want = exact.runner[name];
        const scale = Math.max(...Array.from(want, Math.abs), 1e-6);
        return (
          Math.max(...Array.from(want, (value, i) => Math.abs(value - (simd.runner[name][i] ?? Number.NaN)))) / scale
        );
      };
      for (const name of ['logits', 'grads', 'dEmbedding'] as const) expect(same(name), name).toBeLessThan(2e-5);
      const rows = simd.runner.attention(config.layers - 1);
      const wanted = exact.runner.attention(config.layers - 1);
      expect(Math.max(...Array.from(rows, (w, i) => Math.abs(w - (wanted[i] ?? Number.NaN))))).toBeLessThan(1e-5);
    }),
    { numRuns: 60 },
  );
});

test('the gradient agrees with finite differences in every parameter', () => {
  const config: GptConfig = { layers: 2, heads: 2, kvHeads: 1, width: 4, context: 5, vocab: 6 };
  const batch = packSequences([
    [0, 3, 2, 5, 0],
    [0, 1, 4],
  ]);
  const runner = createGptRunner(config, { maxTokens: batch.size, precision: 'float64' });
  runner.weights.set(initGptWeights(config, createRandom(3)).map((w) => 8 * w));
  runner.train(batch);
  const analytic = runner.grads.slice();
  const step = 1e-5;
  const lossAt = (i: number, change: number) => {
    const kept = runner.weights[i] ?? 0;
    runner.weights[i] = kept + change;
    runner.forward(batch);
    const loss = runner.crossEntropy(batch);
    runner.weights[i] = kept;
    return loss;
  };
  for (let i = 0; i < analytic.length; i += 1) {
    const numeric = (lossAt(i, step) - lossAt(i, -step)) / (2 * step);
    expect(Math.abs(numeric - (analytic[i] ?? Number.NaN)), `parameter ${i}`).toBeLessThan(1e-7);
  }
});

test('a batch gives the token-weighted mean of its parts, loss and gradient', () => {
  fc.assert(
    fc.property(anyModel, ({ config, weights, texts }) => {
      const whole = packSequences(texts);
      const runner = createGptRunner(config, { maxTokens: whole.size, precision: 'float64' });
      runner.weights.set(weights);
      const loss = runner.train(whole);
      const gradient = runner.grads.slice();
      let lossOfParts = 0;
      const sum = new Float64Array(gradient.length);
      for (const text of texts) {
        const part = packSequences([text]);
        const share = part.size / whole.size;
        lossOfParts += share * runner.train(part);
        for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + share * (runner.grads[i] ?? 0);
      }
      expect(lossOfParts).toBeCloseTo(loss, 10);
      expect(Math.max(...sum.map((value, i) => Math.abs(value - (gradient[i] ?? Number.NaN))))).toBeLessThan(1e-10);
    }),
    { numRuns: 25 },
  );
});

test('decoding with a cache gives the logits of the whole pass, also after going back', () => {
  fc.assert(
    fc.property(anyModel, ({ config, weights, texts }) => {
      const [text = []] = texts;
      const batch = packSequences([text]);
      const runner = createGptRunner(config, { maxTokens: batch.size, precision: 'float64' });
      runner.weights.set(weights);
      runner.forward(batch);
      const decoder = createDecoder(config, runner.weights);
      decoder.push(text[0] ?? 0);
      decoder.rewind(0);
      for (let n = 0; n < batch.size; n += 1) {
        const logits = decoder.push(text[n] ?? 0);
        const want = runner.logits.subarray(n * config.vocab, (n + 1) * config.vocab);
        expect(Math.max(...logits.map((z, i) => Math.abs(z - (want[i] ?? Number.NaN))))).toBeLessThan(1e-10);
      }
      expect(decoder.cacheFloats).toBe(2 * config.layers * (config.width / config.heads) * config.kvHeads * batch.size);
    }),
    { numRuns: 25 },
  );
});

test.each(['decode/greedy-8/d16-L1-h4', 'decode/greedy-8/formula-d32-L2-kv2'])('greedy decoding: %s', (name) => {
  const sample = find(name);
  const source = sample.input.weightsFrom ? find(sample.input.weightsFrom) : sample;
  const decoder = createDecoder(toConfig(source.input.config), Float64Array.from(weightsOf(source)));
  let logits = new Float64Array(0);
  for (const token of sample.input.prompt) logits = decoder.push(token) as Float64Array<ArrayBuffer>;
  const tokens: number[] = [];
  for (let i = 0; i < sample.input.newTokens; i += 1) {
    const next = logits.indexOf(Math.max(...logits));
    tokens.push(next);
    if (i + 1 < sample.input.newTokens) logits = decoder.push(next) as Float64Array<ArrayBuffer>;
  }
  expect(tokens).toEqual(sample.expected.tokens);
  expectClose(logits, sample.expected.lastStepLogits, 'float64', 'logits');
  if (sample.expected.layer0FirstKey)
    expectClose(
      decoder.keys(0).subarray(0, sample.expected.layer0FirstKey.length),
      sample.expected.layer0FirstKey,
      'float64',
      'key',
    );
});

test('evaluation is the mean over all tokens, whatever fits into a batch', () => {
  const config: GptConfig = { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 6, vocab: 8 };
  const random = createRandom(5);
  const texts = Array.from({ length: 37 }, () =>
    Array.from({ length: 2 + random.integer(6) }, () => random.integer(8)),
  );
  const weights = initGptWeights(config, random);
  const losses = [6, 50, 400].map((maxTokens) => {
    const runner = createGptRunner(config, { maxTokens, precision: 'float64' });
    runner.weights.set(weights);
    return evaluateLoss(runner, texts).loss;
  });
  expect(losses[1]).toBeCloseTo(losses[0] ?? 0, 12);
  expect(losses[2]).toBeCloseTo(losses[0] ?? 0, 12);
});

test('what does not fit is refused with the number at fault', () => {
  const config: GptConfig = { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 4, vocab: 8 };
  const runner = createGptRunner(config, { maxTokens: 8 });
  expect(() => runner.forward(packSequences([[0, 9]]))).toThrow(/0 → 9, outside a vocabulary of 8/);
  expect(() => runner.forward(packSequences([[0, 1, 2, 3, 4, 5]]))).toThrow(
    /sequence 0 has 5 tokens; the context holds 4/,
  );
  expect(() => runner.forward(packSequences(Array.from({ length: 9 }, () => [0, 1])))).toThrow(
    /9 tokens where 1 to 8 fit/,
  );
  expect(() => packSequences([[0]])).toThrow(/needs an input and a target/);
  expect(() => createGptRunner({ ...config, heads: 3 }, { maxTokens: 8 })).toThrow(/3 heads do not divide width 4/);
  expect(() => createGptRunner({ ...config, vocab: 1e9 }, { maxTokens: 8 })).toThrow(/vocab must be an integer/);
  expect(() => createDecoder(config, new Float32Array(3))).toThrow(/3 weights for a model of/);
});
