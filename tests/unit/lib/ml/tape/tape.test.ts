import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, div, mul, neg, pow, sub } from '@/lib/ml/tape/arithmetic';
import { broadcastShape, expand, reshape } from '@/lib/ml/tape/broadcast';
import { crossEntropy } from '@/lib/ml/tape/cross-entropy';
import { dropout } from '@/lib/ml/tape/dropout';
import { exp, log, relu, sqrt, square, tanh } from '@/lib/ml/tape/elementwise';
import { concat, gatherRows, slice, transpose, where } from '@/lib/ml/tape/layout';
import { matmul } from '@/lib/ml/tape/matmul';
import { linear } from '@/lib/ml/tape/nn';
import { detach, noGrad } from '@/lib/ml/tape/record';
import { max, mean, sum } from '@/lib/ml/tape/reduce';
import { rope } from '@/lib/ml/tape/rope';
import { softmax } from '@/lib/ml/tape/softmax';
import { backward, gradientOf, topologicalOrder, zeroGrad } from '@/lib/ml/tape/tape';
import { full, item, type Nested, type Tensor, tensor, toNested } from '@/lib/ml/tape/tensor';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/autograd.json';
import { expectClose } from './compare';

type Case = {
  readonly name: string;
  readonly input: Readonly<Record<string, Nested>> & { readonly tensors?: Readonly<Record<string, Nested>> };
  readonly expected: Readonly<Record<string, Nested>> & { readonly grads?: Readonly<Record<string, Nested>> };
};
const tolerance = reference.tolerance.float64;
const cases = reference.cases as unknown as Case[];
const find = (name: string): Case => cases.find((one) => one.name === name) ?? expect.fail(`no case ${name}`);
const leaf = (values: Nested) => tensor(values, { requiresGrad: true });

/** The tensor expressions of the reference, by name. */
const expressions: Record<string, (x: Record<string, Tensor> & { readonly [name: string]: Tensor }) => Tensor> = {
  'mean-3(x+2)^2': ({ x }) => mean(mul(3, pow(add(x as Tensor, 2), 2))),
  '3a^3-b^2': ({ a, b }) => sum(sub(mul(3, pow(a as Tensor, 3)), pow(b as Tensor, 2))),
  'matmul-bias-tanh': ({ A, B, b }) => sum(square(tanh(add(matmul(A as Tensor, B as Tensor), b as Tensor)))),
  'broadcast-outer': ({ col, row, M }) => sum(mul(mul(col as Tensor, row as Tensor), M as Tensor)),
  'broadcast-scalar-and-row': ({ x, mu, s }) => mean(div(square(sub(x as Tensor, mu as Tensor)), s as Tensor)),
  'row-softmax-weighted': ({ x, w }) => sum(mul(softmax(x as Tensor), w as Tensor)),
  'sum-axis-then-square': ({ x }) => sum(square(sum(x as Tensor, { axis: 0 }))),
  'mean-axis1-keepdims-subtract': ({ x }) =>
    sum(pow(sub(x as Tensor, mean(x as Tensor, { axis: 1, keepDims: true })), 3)),
  'max-axis1': ({ x, w }) => sum(mul(max(x as Tensor, { axis: 1 }), w as Tensor)),
  'transpose-reshape': ({ x, w }) => sum(mul(reshape(transpose(x as Tensor), [6]), w as Tensor)),
  'slice-and-concat': ({ x, y, w }) =>
    sum(mul(square(concat([slice(x as Tensor, 1, 1, 3), y as Tensor], 1)), w as Tensor)),
  'gather-repeated-rows': ({ E, w }) => sum(mul(gatherRows(E as Tensor, [0, 2, 0]), w as Tensor)),
  'batched-matmul': ({ A, B, w }) => sum(mul(matmul(A as Tensor, B as Tensor), w as Tensor)),
  'matrix-chain-A@A.T': ({ A }) => sum(square(matmul(A as Tensor, transpose(A as Tensor)))),
  where: ({ x }) => {
    const positive = tensor((toNested(x as Tensor) as number[][]).map((row) => row.map((v) => (v > 0 ? 1 : 0))));
    return sum(where(positive, square(x as Tensor), neg(x as Tensor)));
  },
  'exp-log-sqrt-div': ({ x, y }) => sum(div(log(add(1, exp(x as Tensor))), sqrt(add(1, square(y as Tensor))))),
  'two-layer-mlp-cross-entropy': ({ X, W1, b1, W2, b2 }) =>
    crossEntropy(linear(relu(linear(X as Tensor, W1 as Tensor, b1)), W2 as Tensor, b2), [1, 0, 2]),
};

const tensorCases = cases.filter(({ name }) => name.startsWith('tensor/'));
test('every tensor expression of the reference is tried', () => {
  expect(tensorCases.map(({ name }) => name.slice('tensor/'.length)).sort()).toEqual(Object.keys(expressions).sort());
});

test.each(tensorCases)('agrees with torch: $name', ({ name, input, expected }) => {
  const leaves = Object.fromEntries(Object.entries(input.tensors ?? {}).map(([key, values]) => [key, leaf(values)]));
  const output = expressions[name.slice('tensor/'.length)]?.(leaves) ?? expect.fail(name);
  expectClose(output, expected.value ?? [], tolerance);
  backward(output);
  for (const [key, want] of Object.entries(expected.grads ?? {})) {
    const got = gradientOf(leaves[key] ?? expect.fail(key));
    expectClose(got, want, tolerance, key);
    expect(got.shape).toEqual(tensor(want).shape);
  }
});

test('gradients of a leaf add up over passes until they are zeroed', () => {
  const { input, expected } = find('semantics/gradients-accumulate-without-zeroing');
  const x = leaf(input.x ?? 0);
  backward(mul(x, x));
  expect(item(gradientOf(x))).toBe(expected.gradAfterFirst);
  backward(mul(x, x));
  expect(item(gradientOf(x))).toBe(expected.gradAfterSecond);
  zeroGrad([x]);
  backward(mul(x, x));
  expect(item(gradientOf(x))).toBe(expected.gradAfterFirst);
});

test('a second pass over the same graph adds the true gradient once more, not a stale one', () => {
  const x = leaf(3);
  const y = square(square(x));
  backward(y);
  backward(y);
  expect(item(gradientOf(x))).toBe(2 * 4 * 27);
});

test('no gradient flows through a detached tensor', () => {
  const { input, expected } = find('semantics/detach-stops-gradient');
  const x = leaf(input.x ?? 0);
  const y = mul(detach(x), x);
  expect(item(y)).toBe(expected.value);
  backward(y);
  expect(item(gradientOf(x))).toBe(expected.grad);
});

test('differentiates tanh three times', () => {
  const { input, expected } = find('derivatives/tanh-orders-1-2-3');
  const x = leaf(input.x ?? 0);
  let y = tanh(x);
  expectClose(y, expected.tanh ?? 0, tolerance);
  for (const order of ['d1', 'd2', 'd3']) {
    zeroGrad([x]);
    backward(y, { record: true });
    y = gradientOf(x);
    expectClose(y, expected[order] ?? 0, tolerance, order);
  }
});

test('follows a loop whose length depends on the data', () => {
  const { input, expected } = find('derivatives/data-dependent-loop');
  const x = leaf(input.x ?? 0);
  let y = mul(x, 2);
  let doublings = 0;
  for (; item(sqrt(sum(square(y)))) < 1000; y = mul(y, 2)) doublings += 1;
  expect(doublings).toBe(expected.extraDoublings);
  expectClose(y, expected.y ?? [], tolerance);
  backward(y, { upstream: tensor(input.upstream ?? []) });
  expectClose(gradientOf(x), expected.dx ?? [], tolerance);
});

test('gives a Hessian row by row, and a Hessian-vector product in one pass more', () => {
  const { input, expected } = find('derivatives/hessian-and-hvp');
  const x = leaf(input.x ?? []);
  const f = sum(square(tanh(matmul(tensor(input.A ?? []), reshape(x, [3, 1])))));
  expectClose(f, expected.value ?? 0, tolerance);
  backward(f, { record: true });
  const slope = gradientOf(x);
  expectClose(slope, expected.grad ?? [], tolerance);
  const rows = [0, 1, 2].map((i) => {
    zeroGrad([x]);
    backward(slice(slope, 0, i, i + 1));
    return toNested(gradientOf(x));
  });
  expectClose(rows, expected.hessian ?? [], tolerance);
  zeroGrad([x]);
  backward(sum(mul(slope, tensor(input.v ?? []))));
  expectClose(gradientOf(x), expected.hvp ?? [], tolerance);
});

test('every case of the reference has a test', () => {
  const tried = ['scalar/', 'tensor/', 'semantics/', 'derivatives/'];
  expect(cases.filter(({ name }) => !tried.some((start) => name.startsWith(start)))).toEqual([]);
  const rest = cases.filter(({ name }) => name.startsWith('semantics/') || name.startsWith('derivatives/'));
  expect(rest).toHaveLength(5);
});

test('nothing is recorded inside noGrad, and recording comes back even after an error', () => {
  const x = leaf(2);
  const y = noGrad(() => mul(x, x));
  expect([item(y), y.requiresGrad, y.inputs.length]).toEqual([4, false, 0]);
  expect(() =>
    noGrad(() => {
      throw new Error('boom');
    }),
  ).toThrow('boom');
  expect(mul(x, x).requiresGrad).toBe(true);
});

test('what depends on no leaf is not recorded', () => {
  expect(mul(tensor(2), tensor(3)).inputs).toEqual([]);
  expect(() => backward(mul(tensor(2), 3))).toThrow('nothing in this graph requires a gradient');
});

test('inputs stand before what was made of them, and each node stands once', () => {
  const a = leaf(1);
  const b = mul(a, a);
  const c = add(b, mul(b, a));
  const order = topologicalOrder(c);
  expect(new Set(order).size).toBe(order.length);
  for (const node of order)
    for (const input of node.inputs) expect(order.indexOf(input)).toBeLessThan(order.indexOf(node));
});

test('a graph of 50,000 nodes in a row does not exhaust the call stack', () => {
  const x = leaf(1);
  let y: Tensor = x;
  for (let i = 0; i < 50_000; i += 1) y = add(y, 1);
  backward(y);
  expect(item(gradientOf(x))).toBe(1);
});

test('the gradient of an expanded tensor is a sum, whatever the two shapes', () => {
  const size = fc.integer({ min: 1, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(size, fc.boolean()), { maxLength: 4 }), fc.nat({ max: 3 }), (axes, dropped) => {
      const large = axes.map(([n]) => n);
      const small = axes.map(([n, repeated]) => (repeated ? 1 : n)).slice(Math.min(dropped, axes.length));
      expect(broadcastShape(small, large)).toEqual(large);
      const x = { ...full(small, 1), requiresGrad: true };
      backward(sum(expand(x, large)));
      const repeats = large.reduce((p, n) => p * n, 1) / small.reduce((p, n) => p * n, 1);
      expect(Array.from(gradientOf(x).data).every((g) => g === repeats)).toBe(true);
    }),
  );
});

test('dropout keeps the expectation and zeroes the stated share', () => {
  const x = full([20_000], 1);
  const y = Array.from(dropout(x, 0.3, createRandom(3)).data);
  const zeros = y.filter((v) => v === 0).length / y.length;
  const average = y.reduce((total, v) => total + v, 0) / y.length;
  // Four standard errors of a share of 0.3 over 20,000 draws.
  expect(Math.abs(zeros - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 20_000));
  expect(Math.abs(average - 1)).toBeLessThan(4 * Math.sqrt(0.3 / 0.7 / 20_000));
  expect([...dropout(x, 0.3, createRandom(3)).data]).toEqual([...y]);
});

test('with RoPE, a score depends on the distance of two positions, not on where they are', () => {
  const vector = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 8, maxLength: 8 });
  const position = fc.integer({ min: 0, max: 64 });
  fc.assert(
    fc.property(vector, vector, position, position, fc.integer({ min: 0, max: 100 }), (q, k, m, n, shift) => {
      const score = (first: number, second: number) =>
        item(matmul(rope(tensor([q]), [first]), transpose(rope(tensor([k]), [second]))));
      expect(Math.abs(score(m + shift, n + shift) - score(m, n))).toBeLessThan(1e-11);
      const length = (x: Tensor) => item(sum(square(x)));
      expect(length(rope(tensor([q]), [m]))).toBeCloseTo(length(tensor([q])), 10);
    }),
  );
});

test('says which shapes do not fit', () => {
  const [a, b] = [full([2, 3], 1), full([2], 1)];
  expect(() => add(a, b)).toThrow('[2, 3] and [2] do not broadcast: 3 against 2');
  expect(() => matmul(a, a)).toThrow('[2, 3] and [2, 3]: inner sizes must be equal');
  expect(() => reshape(a, [4])).toThrow('cannot reshape [2, 3] into [4]');
  expect(() => sum(a, { axis: 2 })).toThrow('axis 2 is out of range');
  expect(() => slice(a, 1, 2, 5)).toThrow('slice [2, 5) of an axis of size 3');
  expect(() => concat([a, full([2], 1)], 0)).toThrow('[2] does not fit [2, 3]');
  expect(() => gatherRows(a, [2])).toThrow('row 2 of a table of 2 rows');
  expect(() => transpose(a, [0, 0])).toThrow('not an order of the 2 axes');
  expect(() => crossEntropy(a, [0, 3])).toThrow('target 3 of row 1');
  expect(() => crossEntropy(a, [9, 9], { ignoreIndex: 9 })).toThrow('mean over no row');
  expect(() => tensor([[1], [1, 2]])).toThrow('rows of different length');
  expect(() => add(a, tensor([1], { precision: 'float32' }))).toThrow('float64 and float32 do not mix');
  expect(() => dropout(a, 1, createRandom(1))).toThrow('0 ≤ p < 1');
  expect(() => rope(a, [0, 1])).toThrow('the width must be even');
  expect(() => backward({ ...a, requiresGrad: true }, { upstream: b })).toThrow('upstream [2]');
});
