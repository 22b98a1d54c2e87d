import fc from 'fast-check';
import { expect, test } from 'vitest';
import { int8MatmulWithOutliers, type Matrix, smoothOutliers } from '@/lib/ml/quant/outlier-quantization';
import reference from '@/tests/fixtures/reference/quant-formats.json';

type Case = { name: string; input: { X: Matrix; W: Matrix; threshold?: number; alpha?: number }; expected: Expected };
type Expected = {
  outlierColumns: number[];
  rowScales: number[];
  columnScales: number[];
  y: Matrix;
  exact: Matrix;
  s: number[];
  Xs: Matrix;
  Ws: Matrix;
};
const named = (name: string): Case => {
  const found = (reference.cases as unknown as readonly Case[]).find((one) => one.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
};
const expectClose = (got: readonly number[], want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  want.forEach((wanted, i) => {
    expect(Math.abs((got[i] as number) - wanted)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(wanted));
  });
};
const product = (x: Matrix, w: Matrix) =>
  x.map((row) => (w[0] ?? []).map((_, c) => row.reduce((sum, value, j) => sum + value * (w[j]?.[c] ?? 0), 0)));

test('multiplies the outlying columns apart, as LLM.int8() does', () => {
  const { input, expected } = named('int8-matmul/outlier-decomposition');
  const got = int8MatmulWithOutliers(input.X, input.W, input.threshold ?? 0);
  expect(got.outlierColumns).toEqual(expected.outlierColumns);
  expectClose(got.rowScales, expected.rowScales);
  expectClose(got.columnScales, expected.columnScales);
  expectClose(got.y.flat(), expected.y.flat());
  expectClose(product(input.X, input.W).flat(), expected.exact.flat());
});

test('without the decomposition the same product is much further off', () => {
  const { input, expected } = named('int8-matmul/outlier-decomposition');
  const worst = (y: Matrix) =>
    Math.max(...y.flat().map((value, i) => Math.abs(value - (expected.exact.flat()[i] ?? 0))));
  const with6 = worst(int8MatmulWithOutliers(input.X, input.W, 6).y);
  const without = worst(int8MatmulWithOutliers(input.X, input.W, Infinity).y);
  expect(without).toBeGreaterThan(5 * with6);
});

test('with every column an outlier the product is exact', () => {
  const { input, expected } = named('int8-matmul/outlier-decomposition');
  expectClose(int8MatmulWithOutliers(input.X, input.W, 0).y.flat(), expected.exact.flat());
});

test('moves the outliers into the weights by the scales of SmoothQuant', () => {
  const { input, expected } = named('smoothquant/scales');
  const got = smoothOutliers(input.X, input.W, input.alpha ?? 0);
  expectClose(got.scales, expected.s);
  expectClose(got.x.flat(), expected.Xs.flat());
  expectClose(got.w.flat(), expected.Ws.flat());
});

test('smoothing never changes the product', () => {
  const value = fc.double({ min: 0.01, max: 9, noNaN: true });
  const rows = (count: number, width: number) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: count, maxLength: count });
  fc.assert(
    fc.property(rows(3, 4), rows(4, 2), fc.double({ min: 0, max: 1, noNaN: true }), (x, w, alpha) => {
      const smooth = smoothOutliers(x, w, alpha);
      expectClose(product(smooth.x, smooth.w).flat(), product(x, w).flat());
    }),
  );
});

test('refuses shapes that do not fit, and channels without a scale', () => {
  expect(() => int8MatmulWithOutliers([[1, 2]], [[1]], 6)).toThrow(RangeError);
  expect(() => smoothOutliers([[0, 1]], [[1], [1]], 0.5)).toThrow(RangeError);
});
