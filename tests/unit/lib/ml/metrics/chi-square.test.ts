import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleToken } from '@/lib/ml/decoding/sample';
import { chiSquareTest, upperGamma } from '@/lib/ml/metrics/chi-square';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/chi-square.json';

const { abs, rel } = reference.tolerance.float64;
type GammaCase = { name: string; input: { a: number; x: number }; expected: { q: number } };
const gammaCases = (reference.cases as unknown as GammaCase[]).filter(({ input }) => 'a' in input);

test.each(gammaCases)('agrees with mpmath: $name', ({ input, expected }) => {
  expect(Math.abs(upperGamma(input.a, input.x) - expected.q)).toBeLessThanOrEqual(abs + rel * expected.q);
});

test('agrees with torch: a test over five cells', () => {
  const { input, expected } = reference.cases.find(({ name }) => name === 'chi-square/five-cells') as unknown as {
    input: { observed: number[]; expected: number[] };
    expected: { statistic: number; pValue: number; degreesOfFreedom: number };
  };
  const got = chiSquareTest(input.observed, input.expected);
  expect(got.statistic).toBeCloseTo(expected.statistic, 12);
  expect(got.pValue).toBeCloseTo(expected.pValue, 10);
  expect(got.degreesOfFreedom).toBe(expected.degreesOfFreedom);
});

test('Q falls from 1 to 0 as x grows', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 200, noNaN: true }),
      fc.double({ min: 0, max: 400, noNaN: true }),
      (a, x) => {
        const q = upperGamma(a, x);
        expect(q >= 0 && q <= 1 + 1e-12).toBe(true);
        expect(upperGamma(a, x + 1)).toBeLessThanOrEqual(q + 1e-12);
      },
    ),
  );
});

test('of fair samples about one in ten has a p-value below 0.1', () => {
  const expected = [0.4, 0.3, 0.2, 0.05, 0.03, 0.015, 0.005];
  const random = createRandom(4);
  const runs = 1000;
  let low = 0;
  for (let run = 0; run < runs; run += 1) {
    const counts = expected.map(() => 0);
    for (let n = 0; n < 400; n += 1) {
      const cell = sampleToken(expected, random.next());
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    if (chiSquareTest(counts, expected).pValue < 0.1) low += 1;
  }
  expect(low / runs).toBeGreaterThan(0.07);
  expect(low / runs).toBeLessThan(0.13);
});

test('cells that expect too little are taken together, and no count is lost', () => {
  expect(chiSquareTest([50, 45, 3, 2], [0.5, 0.45, 0.03, 0.02]).degreesOfFreedom).toBe(2);
  expect(chiSquareTest([50, 48, 2], [0.5, 0.48, 0.02])).toMatchObject({ degreesOfFreedom: 1, statistic: 0 });
});

test('what cannot happen and did has a p-value of 0; a single cell cannot be tested', () => {
  expect(chiSquareTest([10, 1], [1, 0]).pValue).toBe(0);
  expect(chiSquareTest([2, 1], [0.5, 0.5]).pValue).toBe(1);
  expect(() => chiSquareTest([0, 0], [0.5, 0.5])).toThrow(RangeError);
});
