import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slidingWindows, windowedLoss } from '@/lib/ml/metrics/sliding-window';
import reference from '@/tests/fixtures/reference/sliding-window.json';

const { nll } = reference;

test.each(reference.cases)('walks as the recipe of Hugging Face: $name', ({ input, expected }) => {
  const windows = slidingWindows(nll.length, input.window, input.stride);
  expect(windows.map(({ begin, end, scoredFrom }) => [begin, end, scoredFrom])).toEqual(expected.windows);
  const got = windowedLoss(windows, (begin, k) => nll[begin]?.[k] ?? Number.NaN);
  expect(got.meanNll).toBeCloseTo(expected.meanNll, 12);
  expect(got.tokensComputed).toBe(expected.tokensComputed);
});

test('scores every token once, in order, whatever window and stride', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 20 }), fc.nat(19));
  fc.assert(
    fc.property(sizes, ([targets, window, pick]) => {
      const stride = 1 + (pick % window);
      const windows = slidingWindows(targets, window, stride);
      const scored = windows.flatMap(({ end, scoredFrom }) =>
        Array.from({ length: end - scoredFrom }, (_, i) => scoredFrom + i),
      );
      expect(scored).toEqual(Array.from({ length: targets }, (_, i) => i));
      for (const { begin, end, scoredFrom } of windows) {
        expect(end - begin).toBeLessThanOrEqual(window);
        expect(scoredFrom).toBeGreaterThanOrEqual(begin);
        // All but the first window give each token they score at least window − stride tokens of context, itself not counted.
        if (begin > 0) expect(scoredFrom - begin).toBe(window - stride);
      }
    }),
  );
});

test('a loss that falls with context makes the perplexity fall and the cost rise with a smaller stride', () => {
  const at = (stride: number) => windowedLoss(slidingWindows(500, 12, stride), (_, k) => 1 + 3 * 0.5 ** k);
  for (let stride = 2; stride <= 12; stride += 1) {
    expect(at(stride).meanNll).toBeGreaterThan(at(stride - 1).meanNll);
    expect(at(stride).tokensComputed).toBeLessThan(at(stride - 1).tokensComputed);
  }
});

test('says what is wrong with bad input', () => {
  expect(() => slidingWindows(10, 4, 5)).toThrow(/skip tokens/);
  for (const bad of [0, -1, 1.5]) {
    expect(() => slidingWindows(10, bad, 1)).toThrow(RangeError);
    expect(() => slidingWindows(10, 4, bad)).toThrow(RangeError);
  }
  expect(() => slidingWindows(0, 4, 1)).toThrow(RangeError);
  expect(() => windowedLoss([], () => 0)).toThrow(RangeError);
});
