import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotProduct, scaledDotProductAttention } from '@/lib/ml/attention';
import reference from '@/tests/fixtures/reference/attention.json';

type Case = {
  name: string;
  input: {
    q: number[][];
    k: number[][];
    v: number[][];
    causal: boolean;
    scale?: number;
    allowed?: boolean[][];
    queryOffset?: number;
  };
  expected: { scores: (number | string)[][]; weights: number[][]; out: number[][] };
};

const vector = (length: number) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: length, maxLength: length });
const matrix = (rows: number, columns: number) => fc.array(vector(columns), { minLength: rows, maxLength: rows });

/** Largest |got − want| over two matrices; −Infinity must meet −Infinity. */
function distance(got: readonly (readonly number[])[], want: readonly (readonly number[])[]): number {
  expect(got.map((row) => row.length)).toEqual(want.map((row) => row.length));
  return Math.max(
    ...got.flatMap((row, i) =>
      row.map((x, j) => (x === want[i]?.[j] ? 0 : Math.abs(x - (want[i]?.[j] ?? Number.NaN)))),
    ),
  );
}

const cases = (reference.cases as unknown as Case[]).filter(({ name }) => name.startsWith('sdpa/'));
test.each(cases)('agrees with torch: $name', ({ input, expected }) => {
  const { q, k, v, ...options } = input;
  const got = scaledDotProductAttention(q, k, v, options);
  const masked = got.scores.map((row, i) => row.map((s, j) => (got.visible[i]?.[j] ? s : Number.NEGATIVE_INFINITY)));
  expect(distance(got.weights, expected.weights)).toBeLessThanOrEqual(1e-10);
  expect(distance(got.out, expected.out)).toBeLessThanOrEqual(1e-10);
  expect(
    distance(
      masked,
      expected.scores.map((row) => row.map(Number)),
    ),
  ).toBeLessThanOrEqual(1e-10);
});

test('every row of weights is a distribution and a causal row sees nothing of the future', () => {
  fc.assert(
    fc.property(matrix(5, 3), matrix(5, 3), matrix(5, 2), (q, k, v) => {
      scaledDotProductAttention(q, k, v, { causal: true }).weights.forEach((row, i) => {
        expect(row.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
        row.forEach((w, j) => {
          if (j > i) expect(w).toBe(0);
          else expect(w).toBeGreaterThanOrEqual(0);
        });
      });
    }),
  );
});

test('every output lies between the smallest and the largest value of its column', () => {
  fc.assert(
    fc.property(matrix(4, 2), matrix(4, 2), matrix(4, 3), (q, k, v) => {
      for (const row of scaledDotProductAttention(q, k, v).out) {
        row.forEach((x, column) => {
          const values = v.map((value) => value[column] ?? 0);
          expect(x).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(x).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        });
      }
    }),
  );
});

test('permuting keys together with values leaves the output as it is', () => {
  fc.assert(
    fc.property(matrix(3, 2), matrix(4, 2), matrix(4, 2), (q, k, v) => {
      const turned = scaledDotProductAttention(q, [...k].reverse(), [...v].reverse()).out;
      expect(distance(turned, scaledDotProductAttention(q, k, v).out)).toBeLessThan(1e-9);
    }),
  );
});

test('changing a later token changes no earlier causal output', () => {
  fc.assert(
    fc.property(matrix(3, 2), matrix(3, 2), matrix(3, 2), vector(2), (q, k, v, other) => {
      const before = scaledDotProductAttention(q, k, v, { causal: true }).out;
      const after = scaledDotProductAttention(q, [...k.slice(0, 2), other], [...v.slice(0, 2), other], {
        causal: true,
      }).out;
      expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    }),
  );
});

test('one token attends to itself alone', () => {
  expect(scaledDotProductAttention([[3, -2]], [[1, 9]], [[7, 8]], { causal: true }).out).toEqual([[7, 8]]);
});

test('scores of a thousand stay finite', () => {
  const { weights } = scaledDotProductAttention([[1000]], [[1], [2]], [[1], [2]], { scale: 1 });
  expect(weights).toEqual([[0, 1]]);
});

test('shapes that do not fit are refused', () => {
  expect(() => scaledDotProductAttention([[1, 2]], [[1]], [[1]])).toThrow(RangeError);
  expect(() => scaledDotProductAttention([[1]], [[1], [2]], [[1]])).toThrow(RangeError);
  expect(() => scaledDotProductAttention([[1], [1, 2]], [[1]], [[1]])).toThrow(RangeError);
  expect(() => scaledDotProductAttention([], [[1]], [[1]])).toThrow(RangeError);
  expect(() => scaledDotProductAttention([[1]], [[1]], [[1]], { allowed: [[false]] })).toThrow(RangeError);
  expect(() => dotProduct([1], [1, 2])).toThrow(RangeError);
});
