import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedCalibrationError, fitTemperature, reliabilityBins } from '@/lib/ml/metrics/calibration';
import { logSoftmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';
import metrics from '@/tests/fixtures/reference/metrics.json';

const outcomes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
  minLength: 1,
  maxLength: 60,
});

test('expected calibration error and bin counts agree with the reference', () => {
  const found = (metrics.cases as { name: string; input: unknown; expected: unknown }[]).find(
    ({ name }) => name === 'calibration/ece-5-bins',
  );
  const input = found?.input as { confidence: number[]; correct: number[]; bins: number };
  const expected = found?.expected as { ece: number; binCounts: number[] };
  const bins = reliabilityBins(input.confidence, input.correct.map(Boolean), input.bins);
  expect(bins.map(({ count }) => count)).toEqual(expected.binCounts);
  expect(Math.abs(expectedCalibrationError(bins) - expected.ece)).toBeLessThan(1e-10);
});

test('bins are open below and closed above, and 0 belongs to the first', () => {
  const bins = reliabilityBins([0, 0.5, 0.500001, 1], [true, true, true, true], 2);
  expect(bins.map(({ count }) => count)).toEqual([2, 2]);
});

test('every answer falls in exactly one bin, and ECE lies between 0 and 1', () => {
  fc.assert(
    fc.property(outcomes, fc.integer({ min: 1, max: 20 }), (rows, count) => {
      const bins = reliabilityBins(
        rows.map(([confidence]) => confidence),
        rows.map(([, correct]) => correct),
        count,
      );
      const ece = expectedCalibrationError(bins);
      expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(rows.length);
      expect(ece).toBeGreaterThanOrEqual(0);
      expect(ece).toBeLessThanOrEqual(1);
    }),
  );
});

test('with one bin ECE is |accuracy − mean confidence|', () => {
  const bins = reliabilityBins([0.9, 0.8, 0.7, 0.6], [true, false, false, true], 1);
  expect(expectedCalibrationError(bins)).toBeCloseTo(0.25, 12);
});

test('no answers have no error', () => {
  expect(expectedCalibrationError(reliabilityBins([], [], 5))).toBe(0);
});

test('bad input is refused', () => {
  expect(() => reliabilityBins([0.5], [], 5)).toThrow(RangeError);
  expect(() => reliabilityBins([1.5], [true], 5)).toThrow(RangeError);
  expect(() => reliabilityBins([0.5], [true], 0)).toThrow(RangeError);
  expect(() => fitTemperature([], [])).toThrow(RangeError);
  expect(() => fitTemperature([[1, 2]], [2])).toThrow(RangeError);
});

test('two answers with logits (1, 0), three labels in four alike, fit T in closed form', () => {
  // Three of four labels are class 0, so p₀ = 3/4 is optimal: 1/T = ln 3.
  const rows = Array.from({ length: 4 }, () => [1, 0]);
  expect(fitTemperature(rows, [0, 0, 0, 1])).toBeCloseTo(1 / Math.log(3), 9);
});

test('the fitted temperature is at least as good as any other on the same answers', () => {
  const random = createRandom(11);
  const rows = Array.from({ length: 200 }, () => Array.from({ length: 4 }, () => 3 * random.normal()));
  const labels = rows.map(() => random.integer(4));
  const loss = (T: number) => rows.reduce((sum, z, i) => sum - (logSoftmax(z, T)[labels[i] ?? 0] ?? 0), 0);
  const fitted = fitTemperature(rows, labels, { maxT: 1000 });
  for (const T of [0.1, 0.5, 1, 2, 5, 10, 50, 200, 1000]) expect(loss(fitted)).toBeLessThanOrEqual(loss(T) + 1e-9);
});

test('answers that are always right push T to its lower bound, always wrong ones to the upper', () => {
  expect(fitTemperature([[2, 0]], [0])).toBeCloseTo(0.05, 9);
  expect(fitTemperature([[2, 0]], [1])).toBeCloseTo(20, 9);
});
