import { describe, expect, test } from 'vitest';
import { mul } from '@/lib/ml/tape/arithmetic';
import { crossEntropy } from '@/lib/ml/tape/cross-entropy';
import { dropout } from '@/lib/ml/tape/dropout';
import { exp, gelu, relu, sigmoid, silu, tanh } from '@/lib/ml/tape/elementwise';
import { gatherRows } from '@/lib/ml/tape/layout';
import { attention, linear, mlp, selfAttention } from '@/lib/ml/tape/nn';
import { layerNorm, rmsNorm } from '@/lib/ml/tape/norm';
import { rope } from '@/lib/ml/tape/rope';
import { logSoftmax, softmax } from '@/lib/ml/tape/softmax';
import { backward, gradientOf } from '@/lib/ml/tape/tape';
import { full, type Nested, type Precision, type Tensor, tensor } from '@/lib/ml/tape/tensor';
import { createRandom } from '@/lib/random';
import sdpa from '@/tests/fixtures/reference/attention.json';
import heads from '@/tests/fixtures/reference/tape-attention.json';
import ops from '@/tests/fixtures/reference/tape-ops.json';
import { expectClose } from './compare';

type Case = {
  readonly name: string;
  readonly input: {
    readonly [tensor: string]: unknown;
    readonly op?: string;
    readonly axis?: number;
    readonly temperature?: number;
    readonly eps?: number;
    readonly vocab?: number;
    readonly p?: number;
    readonly base?: number;
    readonly scale?: number;
    readonly causal?: boolean;
    readonly nHead?: number;
    readonly nKv?: number;
    readonly allowed?: boolean[][];
    readonly targets?: number[];
    readonly ids?: number[];
    readonly positions?: number[];
    readonly keepMask?: number[][];
    readonly reduction?: 'mean' | 'sum' | 'none';
    readonly ignoreIndex?: number;
    readonly labelSmoothing?: number;
    readonly upstream?: Nested;
  };
  readonly expected: Readonly<Record<string, Nested>>;
};
const precisions = ['float64', 'float32'] as const satisfies readonly Precision[];

/** −Infinity is written as a word in JSON. */
const numbers = (value: unknown): Nested => (Array.isArray(value) ? value.map(numbers) : Number(value));

/** A forward result, and the leaves whose gradients the case names. */
type Outcome = { readonly y: Tensor; readonly leaves: Readonly<Record<string, Tensor>> };

function run({ input, expected }: Case, precision: Precision): Outcome {
  const leaf = (key: string) => tensor(numbers(input[key]), { precision, requiresGrad: true });
  const one = (f: (x: Tensor) => Tensor): Outcome => {
    const x = leaf('x');
    return { y: f(x), leaves: { dx: x, dydx: x } };
  };
  switch (input.op) {
    case 'softmax':
      return one((x) => softmax(mul(x, 1 / (input.temperature ?? 1)), input.axis));
    case 'logSoftmax':
      return one((x) => logSoftmax(x, input.axis));
    case 'crossEntropy': {
      if (input.vocab) return { y: crossEntropy(full([1, input.vocab], 0.7), [3]), leaves: {} };
      const logits = leaf('logits');
      return { y: crossEntropy(logits, input.targets ?? [], input), leaves: { dLogits: logits } };
    }
    case 'layerNorm':
    case 'rmsNorm': {
      const x = leaf('x');
      const gain = input.gain ? leaf('gain') : undefined;
      const bias = input.bias ? leaf('bias') : undefined;
      const y = input.op === 'rmsNorm' ? rmsNorm(x, gain, input.eps) : layerNorm(x, gain, bias, input.eps);
      return { y, leaves: { dx: x, ...(gain && { dGain: gain }), ...(bias && { dBias: bias }) } };
    }
    case 'geluExact':
      return one((x) => gelu(x));
    case 'geluTanh':
      return one((x) => gelu(x, 'tanh'));
    case 'silu':
      return one(silu);
    case 'sigmoid':
      return one(sigmoid);
    case 'tanh':
      return one(tanh);
    case 'relu':
      return one(relu);
    case 'exp':
      return one(exp);
    case 'linear': {
      const [x, weight, bias] = [leaf('x'), leaf('weight'), leaf('bias')];
      return { y: linear(x, weight, bias), leaves: { dx: x, dWeight: weight, dBias: bias } };
    }
    case 'swiglu': {
      const [x, gate, fc1, fc2] = [leaf('x'), leaf('wGate'), leaf('wUp'), leaf('wDown')];
      return { y: mlp(x, { gate, fc1, fc2 }, 'swiglu'), leaves: { dx: x, dWGate: gate, dWUp: fc1, dWDown: fc2 } };
    }
    case 'embedding': {
      const table = leaf('table');
      return { y: gatherRows(table, input.ids ?? []), leaves: { dTable: table } };
    }
    case 'dropoutWithMask': {
      const kept = input.keepMask?.flat() ?? [];
      const scripted = { ...createRandom(0), next: () => (kept.shift() ? 1 : 0) };
      return one((x) => dropout(x, input.p ?? 0, scripted));
    }
    default:
      throw new Error(`no test for ${input.op}: ${Object.keys(expected)}`);
  }
}

/** Gradients that the case expects, against those of the leaves. Every expected key that starts with d must have a leaf. */
function checkGradients(
  { input, expected }: Case,
  { y, leaves }: Outcome,
  tolerance: { abs: number; rel: number },
): void {
  const wanted = Object.keys(expected).filter((key) => key.startsWith('d'));
  if (wanted.length === 0) return;
  const precision = y.data instanceof Float32Array ? 'float32' : 'float64';
  backward(y, input.upstream ? { upstream: tensor(input.upstream, { precision }) } : {});
  for (const key of wanted) {
    const leaf = leaves[key] ?? expect.fail(`no leaf for ${key}`);
    expectClose(gradientOf(leaf), expected[key] ?? [], tolerance, key);
  }
}

describe.each(precisions)('%s', (precision) => {
  test.each(ops.cases as unknown as Case[])('agrees with torch: $name', (one) => {
    const tolerance = ops.tolerance[precision];
    const outcome = run(one, precision);
    expectClose(outcome.y, one.expected.y ?? one.expected.loss ?? [], tolerance, 'y');
    checkGradients(one, outcome, tolerance);
  });

  test.each(sdpa.cases as unknown as Case[])('attention agrees with torch: $name', ({ input, expected }) => {
    const tolerance = sdpa.tolerance[precision];
    const leaf = (key: string) => tensor(numbers(input[key]), { precision, requiresGrad: true });
    const [q, k, v] = [leaf('q'), leaf('k'), leaf('v')];
    const y = attention(q, k, v, input.allowed ?? (input.causal ? 'causal' : 'all'), input.scale);
    expectClose(y, expected.out ?? [], tolerance, 'out');
    backward(y, { upstream: tensor(numbers(input.upstream), { precision }) });
    expectClose(gradientOf(q), expected.dq ?? [], tolerance, 'dq');
    expectClose(gradientOf(k), expected.dk ?? [], tolerance, 'dk');
    expectClose(gradientOf(v), expected.dv ?? [], tolerance, 'dv');
  });

  const manyHeads = (heads.cases as unknown as Case[]).filter(({ name }) => !name.startsWith('rope/'));
  test.each(manyHeads)('agrees with torch: $name', (one) => {
    const { input, expected } = one;
    const tolerance = heads.tolerance[precision];
    const leaf = (key: string) => tensor(numbers(input[key]), { precision, requiresGrad: true });
    const x = leaf('x');
    const names = ['wq', 'wk', 'wv', 'wo', 'bq', 'bk', 'bv', 'bo'].filter((name) => input[name]);
    const weights = Object.fromEntries(names.map((name) => [name, leaf(name)])) as Parameters<typeof selfAttention>[1];
    const visible = input.causal ? 'causal' : 'all';
    const y = selfAttention(x, weights, { heads: input.nHead ?? 1, kvHeads: input.nKv ?? input.nHead ?? 1, visible });
    expectClose(y, expected.out ?? [], tolerance, 'out');
    const keyOf = (name: string) => (name.startsWith('w') ? `dW${name.slice(1)}` : `d${name}`);
    const leaves = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [keyOf(name), weight]));
    checkGradients(one, { y, leaves: { dx: x, ...leaves } }, tolerance);
  });

  const turned = (heads.cases as unknown as Case[]).filter(({ name }) => name.startsWith('rope/'));
  test.each(turned)('agrees with transformers: $name', (one) => {
    const x = tensor(numbers(one.input.x), { precision, requiresGrad: true });
    const y = rope(x, one.input.positions ?? [], one.input.base);
    expectClose(y, one.expected.y ?? [], heads.tolerance[precision], 'y');
    checkGradients(one, { y, leaves: { dx: x } }, heads.tolerance[precision]);
  });
});

test('the fixtures hold the cases they were cut for', () => {
  expect([ops.cases.length, sdpa.cases.length, heads.cases.length]).toEqual([44, 9, 9]);
});
