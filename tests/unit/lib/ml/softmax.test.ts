import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatFormats, floatLimits } from '@/lib/ml/quant/float-format';
import { entropyBits, FLOAT32_EXP_LIMIT, logSoftmax, logSumExp, softmax, softmaxFloat32 } from '@/lib/ml/softmax';
import ops from '@/tests/fixtures/reference/ops.json';

type Case = { name: string; input: { x: unknown; temperature?: number }; expected: Record<string, unknown> };
const cases = ops.cases as Case[];
const numbers = (row: unknown) => (row as (number | string)[]).map(Number);

function find(wanted: string): Case {
  const found = cases.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no fixture ${wanted}`);
  return found;
}

const logits = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 });
const temperature = fc.double({ min: 0.05, max: 20, noNaN: true });

const vectors = cases.filter(
  ({ name, input }) => name.startsWith('softmax/') && !Array.isArray((input.x as unknown[])[0]),
);
test.each(vectors)('agrees with torch: $name', ({ input, expected }) => {
  const want = numbers(expected.y);
  softmax(numbers(input.x), input.temperature).forEach((p, i) => {
    expect(Math.abs(p - (want[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-10);
  });
});

test('log-softmax and log-sum-exp agree with torch on every row of the matrix fixtures', () => {
  const soft = find('logSoftmax/matrix-last-axis');
  const sum = find('logSumExp/matrix-last-axis');
  const wantSums = numbers(sum.expected.y);
  (soft.input.x as number[][]).forEach((row, i) => {
    const want = (soft.expected.y as number[][])[i] ?? [];
    logSoftmax(row).forEach((value, j) => {
      expect(Math.abs(value - (want[j] ?? Number.NaN))).toBeLessThanOrEqual(1e-10);
    });
  });
  (sum.input.x as number[][]).forEach((row, i) => {
    expect(Math.abs(logSumExp(row) - (wantSums[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-10);
  });
});

test('probabilities are finite, non-negative and sum to one', () => {
  fc.assert(
    fc.property(logits, temperature, (z, T) => {
      const p = softmax(z, T);
      expect(p.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    }),
  );
});

test('adding a constant to every logit changes nothing', () => {
  fc.assert(
    fc.property(logits, fc.integer({ min: -1000, max: 1000 }), (z, c) => {
      const p = softmax(z);
      softmax(z.map((value) => value + c)).forEach((value, i) => {
        expect(value).toBeCloseTo(p[i] ?? Number.NaN, 9);
      });
    }),
  );
});

test('the exponential of log-softmax is softmax at any temperature', () => {
  fc.assert(
    fc.property(logits, temperature, (z, T) => {
      const p = softmax(z, T);
      logSoftmax(z, T).forEach((value, i) => {
        expect(Math.exp(value)).toBeCloseTo(p[i] ?? Number.NaN, 10);
      });
    }),
  );
});

test('a huge and a tiny temperature give the uniform and the one-hot distribution', () => {
  for (const p of softmax([1, 2, 3], 1e9)) expect(p).toBeCloseTo(1 / 3, 6);
  expect(softmax([1, 2, 3], 1e-6)).toEqual([0, 0, 1]);
});

test('bad temperatures and logits are refused', () => {
  for (const T of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => softmax([1, 2], T)).toThrow(RangeError);
  for (const z of [[], [Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]]) {
    expect(() => softmax(z)).toThrow(RangeError);
  }
});

test('the float32 limit is 88.72: one side finite, the other infinite', () => {
  expect(FLOAT32_EXP_LIMIT).toBeCloseTo(88.7228, 4);
  expect(softmaxFloat32([88.72], 1, false).sum).toBeLessThan(Number.POSITIVE_INFINITY);
  expect(softmaxFloat32([88.73], 1, false).sum).toBe(Number.POSITIVE_INFINITY);
  expect(softmaxFloat32([88.73], 1, false).p).toEqual([Number.NaN]);
  expect(softmaxFloat32([88.73], 1, true).p).toEqual([1]);
});

test.each([
  ['fp16', 65_504, 11.09],
  ['bf16', 3.39e38, 88.72],
  ['fp32', 3.4e38, 88.72],
] as const)('in %s the largest exponential the lesson quotes is ln(%d), %d', (id, largest, limit) => {
  const { max } = floatLimits(floatFormats[id]);
  expect(Number(max.toPrecision(id === 'fp16' ? 5 : 3))).toBe(largest);
  expect(Math.log(max)).toBeCloseTo(limit, 2);
});

test('in float64, the numbers of JavaScript, it is 709.78', () => {
  expect(Number.MAX_VALUE.toPrecision(3)).toBe('1.80e+308');
  expect(Math.exp(709.78)).toBeLessThan(Number.POSITIVE_INFINITY);
  expect(Math.exp(709.79)).toBe(Number.POSITIVE_INFINITY);
});

test('where nothing overflows, both float32 forms agree with float64 to seven digits', () => {
  const exact = softmax([1, 2, 3]);
  for (const shift of [true, false]) {
    softmaxFloat32([1, 2, 3], 1, shift).p.forEach((p, i) => {
      expect(Math.abs(p - (exact[i] ?? Number.NaN))).toBeLessThan(2e-7);
    });
  }
});

test('entropy of Cover & Thomas example 1.1.2 is two bits, of certainty zero, of a fair choice log2 n', () => {
  expect(entropyBits([1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 64, 1 / 64, 1 / 64, 1 / 64])).toBeCloseTo(2, 12);
  expect(entropyBits([1, 0, 0])).toBe(0);
  expect(entropyBits(Array(6).fill(1 / 6))).toBeCloseTo(Math.log2(6), 12);
  expect(() => entropyBits([-0.1, 1.1])).toThrow(RangeError);
});
