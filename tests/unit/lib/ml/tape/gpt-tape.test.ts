import { describe, expect, test } from 'vitest';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, gptLayout, initGptWeights, matrixOf } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { clipGradNorm } from '@/lib/ml/optim/clip';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { createTapeGpt, type GptVariant, gptVariantLayout, type TapeGpt } from '@/lib/ml/tape/gpt-tape';
import { type FloatArray, item, toNested } from '@/lib/ml/tape/tensor';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/tinygpt.json';
import { expectClose } from './compare';

type Flat = { readonly data: number[] };
type Case = {
  readonly name: string;
  readonly input: {
    readonly config: {
      readonly V: number;
      readonly T: number;
      readonly d: number;
      readonly L: number;
      readonly nHead: number;
      readonly nKv: number;
      readonly embedNorm: boolean;
      readonly finalNorm: boolean;
    };
    readonly paramCount: number;
    readonly weights?: Readonly<Record<string, Flat>>;
    readonly amp?: number;
    readonly tensorOrder?: readonly string[];
    readonly sequences: number[][];
    readonly optimizer: {
      readonly lr: number;
      readonly betas: readonly [number, number];
      readonly eps: number;
      readonly weightDecay: number;
      readonly clipGlobalNorm?: number | null;
    };
  };
  readonly expected: {
    readonly logits?: number[][][];
    readonly tokenNll?: number[][];
    readonly meanLoss: number;
    readonly grads?: Readonly<Record<string, Flat>>;
    readonly gradNorms: Readonly<Record<string, number>>;
    readonly globalGradNorm?: number;
    readonly firstGrads?: Readonly<Record<string, number[]>>;
    readonly lastTokenLogits?: number[][];
    readonly lossesOver5Steps: readonly number[];
    readonly checkWeights?: Readonly<Record<string, number[]>>;
  };
};

const cases = (reference.cases as unknown as Case[]).filter(({ name }) => /^(full|formula)\//.test(name));
const precisions = ['float64', 'float32'] as const;
const norm = (values: ArrayLike<number>) => Math.sqrt(Array.from(values).reduce((sum, v) => sum + v * v, 0));

function build({ input }: Case, precision: (typeof precisions)[number]): TapeGpt {
  const { V, T, d, L, nHead, nKv, embedNorm, finalNorm } = input.config;
  const config: GptConfig = { layers: L, heads: nHead, kvHeads: nKv, width: d, context: T, vocab: V };
  const layout = gptLayout(config);
  const weights: FloatArray = precision === 'float64' ? new Float64Array(layout.size) : new Float32Array(layout.size);
  layout.entries.forEach(({ name, offset, size }, k) => {
    expect(input.tensorOrder?.[k] ?? name).toBe(name);
    const given = input.weights?.[name]?.data;
    for (let i = 0; i < size; i += 1) {
      weights[offset + i] = given ? (given[i] as number) : (input.amp ?? 0) * Math.sin(0.7 * i + 0.003 * i * i + k);
    }
  });
  return createTapeGpt(config, weights, { embedNorm, finalNorm });
}

test('there is one full case and four by formula', () => {
  expect(cases).toHaveLength(5);
});

describe.each(precisions)('%s', (precision) => {
  const tolerance = reference.tolerance[precision];

  test.each(cases)('logits, loss and every gradient agree with torch: $name', (one) => {
    const { input, expected } = one;
    const model = build(one, precision);
    expect(model.weights).toHaveLength(input.paramCount);
    for (const [name, want] of Object.entries(expected.checkWeights ?? {})) {
      const { offset } = matrixOf(model.layout, name);
      expectClose([...model.weights.subarray(offset, offset + want.length)], want, tolerance, name);
    }
    input.sequences.forEach((ids, s) => {
      const logits = toNested(model.logits(ids.slice(0, -1))) as number[][];
      if (expected.logits) expectClose(logits, expected.logits[s] ?? [], tolerance, `logits of sequence ${s}`);
      if (expected.lastTokenLogits) expectClose(logits.at(-1) ?? [], expected.lastTokenLogits[s] ?? [], tolerance);
      const nll = expected.tokenNll?.[s]?.reduce((sum, v) => sum + v, 0);
      if (nll !== undefined) expectClose(item(model.loss([ids], 'sum')), nll, tolerance, `loss of sequence ${s}`);
    });

    const { loss, gradients } = model.train(input.sequences);
    expectClose(loss, expected.meanLoss, tolerance, 'mean loss');
    for (const { name, offset, size } of model.layout.entries) {
      const own = [...gradients.subarray(offset, offset + size)];
      if (expected.grads) expectClose(own, expected.grads[name]?.data ?? [], tolerance, name);
      const first = expected.firstGrads?.[name];
      if (first) expectClose(own.slice(0, first.length), first, tolerance, name);
      expectClose(norm(own), expected.gradNorms[name] ?? Number.NaN, tolerance, `norm of ${name}`);
    }
    if (expected.globalGradNorm) expectClose(norm(gradients), expected.globalGradNorm, tolerance, 'norm of all');
  });
});

test.each(cases)('five steps of AdamW give the losses of torch: $name', (one) => {
  const { input, expected } = one;
  const { lr, betas, eps, weightDecay, clipGlobalNorm } = input.optimizer;
  const model = build(one, 'float64');
  const optimizer = createOptimizer({ kind: 'adamw', betas, eps, weightDecay }, model.layout.size, 'float64');
  const losses = Array.from({ length: 6 }, () => {
    const { loss, gradients } = model.train(input.sequences);
    clipGradNorm(gradients, clipGlobalNorm ?? Infinity);
    optimizer.step(model.weights, gradients, lr);
    return loss;
  });
  expectClose(losses, [...expected.lossesOver5Steps], reference.tolerance.float64, 'losses');
});

const small: GptConfig = { layers: 2, heads: 4, kvHeads: 2, width: 16, context: 12, vocab: 11 };
const sequences = [
  [0, 3, 7, 7, 2, 0],
  [0, 10, 0],
];

test('the tape and the fused runner compute the same model', () => {
  const weights = Float64Array.from(initGptWeights(small, createRandom(4)));
  const tape = createTapeGpt(small, weights).train(sequences);
  const batch = packSequences(sequences);
  const runner = createGptRunner(small, { maxTokens: batch.size, precision: 'float64' });
  runner.weights.set(weights);
  expectClose(runner.train(batch), tape.loss, { abs: 1e-12, rel: 1e-12 });
  expectClose([...runner.grads], [...tape.gradients], { abs: 1e-11, rel: 1e-9 });
});

test('without a variant the layout is that of every checkpoint', () => {
  for (const kvHeads of [1, 2, 4]) {
    expect(gptVariantLayout({ ...small, kvHeads })).toEqual(gptLayout({ ...small, kvHeads }));
  }
});

const variants: GptVariant[] = [
  {},
  { norm: 'layer', mlp: 'gelu' },
  { position: 'rope', mlp: 'swiglu' },
  { embedNorm: true, finalNorm: false, position: 'rope', norm: 'layer' },
];

test.each(variants)('sees nothing of the future: %j', (variant) => {
  const layout = gptVariantLayout(small, variant);
  const random = createRandom(8);
  const model = createTapeGpt(
    small,
    Float64Array.from({ length: layout.size }, () => 0.3 * random.normal()),
    variant,
  );
  const before = toNested(model.logits([0, 3, 7, 7])) as number[][];
  const after = toNested(model.logits([0, 3, 7, 1])) as number[][];
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  expect(after[3]).not.toEqual(before[3]);
});

test.each(variants)('the gradient is the slope along a random direction: %j', (variant) => {
  const layout = gptVariantLayout(small, variant);
  const random = createRandom(9);
  const weights = Float64Array.from({ length: layout.size }, () => 0.3 * random.normal());
  const direction = weights.map(() => random.normal());
  const model = createTapeGpt(small, weights, variant);
  const { gradients } = model.train(sequences);
  const slope = Array.from(gradients).reduce((sum, g, i) => sum + g * (direction[i] as number), 0);
  const at = (step: number) => {
    const moved = weights.map((w, i) => w + step * (direction[i] as number));
    return item(createTapeGpt(small, moved, variant).loss(sequences));
  };
  const step = 1e-6;
  expect((at(step) - at(-step)) / (2 * step)).toBeCloseTo(slope, 5);
});

test('SwiGLU keeps the number of weights to within one row, RoPE saves the positions', () => {
  const wide = { ...small, width: 24, heads: 4 };
  expect(gptVariantLayout(wide, { mlp: 'swiglu' }).size).toBe(gptLayout(wide).size);
  expect(gptVariantLayout(wide, { position: 'rope' }).size).toBe(gptLayout(wide).size - wide.context * wide.width);
});

test('refuses weights of another model and sequences beyond the context', () => {
  expect(() => createTapeGpt(small, new Float64Array(3))).toThrow('weights, got 3');
  const model = createTapeGpt(small, Float64Array.from(initGptWeights(small, createRandom(1))));
  expect(() => model.logits(Array.from({ length: 13 }, () => 0))).toThrow('13 tokens in a context of 12');
  expect(() => model.logits([11])).toThrow('row 11 of a table of 11 rows');
});
