import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturedEnergy, singularValues, svd, truncate, truncationError } from '@/lib/ml/svd';
import reference from '@/tests/fixtures/reference/quant.json';

type Case = {
  name: string;
  input: { A: number[][] };
  expected: {
    singularValues: number[];
    frobeniusErrorByRank: number[];
    energyByRank: number[];
    rank1Approximation: number[][];
  };
};
const cases = (reference.cases as unknown as Case[]).filter((one) => one.name.startsWith('svd/'));
const norm = (x: readonly number[]) => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0));
const minus = (x: readonly number[], y: readonly number[]) => x.map((v, i) => v - (y[i] ?? Number.NaN));
const transposed = (a: readonly number[][]) => (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? 0));

test('both reference matrices are there', () => {
  expect(cases.map((one) => one.name)).toEqual(['svd/strang-2x2', 'svd/random']);
});

test.each(cases.map((one) => [one.name, one] as const))('agrees with numpy on %s', (_, { input, expected }) => {
  const rows = input.A.length;
  const a = input.A.flat();
  const got = svd(a, rows, a.length / rows);
  expect(norm(minus(got.values, expected.singularValues))).toBeLessThan(1e-10);
  expect(norm(minus(truncate(got, 1), expected.rank1Approximation.flat()))).toBeLessThan(1e-10);
  expected.frobeniusErrorByRank.forEach((want, i) => {
    expect(Math.abs(truncationError(got.values, i + 1) - want)).toBeLessThan(1e-10);
    expect(Math.abs(capturedEnergy(got.values, i + 1) - (expected.energyByRank[i] ?? 0))).toBeLessThan(1e-10);
  });
});

test('a matrix and its transpose have the same singular values', () => {
  for (const { input } of cases) {
    const flipped = transposed(input.A);
    const one = svd(input.A.flat(), input.A.length, flipped.length);
    const two = svd(flipped.flat(), flipped.length, input.A.length);
    expect(norm(minus(one.values, two.values))).toBeLessThan(1e-12);
    expect(norm(minus(truncate(two, 9), flipped.flat()))).toBeLessThan(1e-10);
  }
});

const matrix = fc
  .record({ rows: fc.integer({ min: 1, max: 7 }), columns: fc.integer({ min: 1, max: 7 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      a: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: rows * columns, maxLength: rows * columns }),
    }),
  );

test('all terms together give the matrix back; values fall and are not negative', () => {
  fc.assert(
    fc.property(matrix, ({ a, rows, columns }) => {
      const got = svd(a, rows, columns);
      expect(norm(minus(truncate(got, rows), a))).toBeLessThan(1e-9 * (1 + norm(a)));
      got.values.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(got.values[i - 1] ?? Infinity);
      });
    }),
  );
});

test('the measured error of each truncation is the tail of the spectrum (Eckart–Young)', () => {
  fc.assert(
    fc.property(matrix, fc.integer({ min: 0, max: 7 }), ({ a, rows, columns }, rank) => {
      const got = svd(a, rows, columns);
      const measured = norm(minus(a, truncate(got, rank)));
      expect(Math.abs(measured - truncationError(got.values, rank))).toBeLessThan(1e-9 * (1 + norm(a)));
    }),
  );
});

test('no other matrix of the same rank comes closer', () => {
  const { input } = cases[1] as Case;
  const a = input.A.flat();
  const best = truncationError(svd(a, 5, 4).values, 1);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }), (factors) => {
      const other = a.map((_, at) => (factors[Math.floor(at / 4)] ?? 0) * (factors[5 + (at % 4)] ?? 0));
      expect(norm(minus(a, other))).toBeGreaterThanOrEqual(best - 1e-12);
    }),
  );
});

test('the zero matrix has zero values and loses nothing', () => {
  const got = svd([0, 0, 0, 0, 0, 0], 2, 3);
  expect(got.values).toEqual([0, 0]);
  expect(capturedEnergy(got.values, 0)).toBe(1);
});

test('the values alone are the values of the whole decomposition', () => {
  fc.assert(
    fc.property(matrix, ({ a, rows, columns }) => {
      const alone = singularValues(a, rows, columns);
      expect(norm(minus(alone, svd(a, rows, columns).values))).toBeLessThanOrEqual(1e-12 * (1 + norm(a)));
    }),
  );
});

test('refuses bad shapes and entries', () => {
  expect(() => svd([1, 2, 3], 2, 2)).toThrow(RangeError);
  expect(() => svd([Number.NaN], 1, 1)).toThrow(RangeError);
});
