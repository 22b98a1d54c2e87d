import { expect, test } from 'vitest';
import { bitmapBytes, csrBytes, denseBytes, twoOfFourBytes } from '@/lib/ml/quant/sparse-size';

/** A layer of 4,096 × 4,096 in half precision with half of its weights gone. */
const half = { rows: 4096, columns: 4096, kept: 2 ** 23, weightBytes: 2 };

test('counts the places as well as the values', () => {
  expect(denseBytes(half)).toBe(2 ** 25);
  expect(bitmapBytes(half)).toBe(2 ** 21 + 2 ** 24);
  expect(csrBytes(half)).toBe(2 ** 23 * 6 + 4097 * 4);
});

test('2:4 in half precision takes 9 sixteenths of the dense matrix', () => {
  expect(twoOfFourBytes(half) / denseBytes(half)).toBe(9 / 16);
});

test('compressed rows with 4-byte columns are larger than the dense matrix until two thirds are gone', () => {
  const ratio = (sparsity: number) => {
    const kept = Math.round(4096 * 4096 * (1 - sparsity));
    return csrBytes({ ...half, kept }) / denseBytes(half);
  };
  expect(ratio(0.5)).toBeGreaterThan(1.5);
  expect(ratio(0.66)).toBeGreaterThan(1);
  expect(ratio(0.67)).toBeLessThan(1);
});

test('the bitmap never takes more than a bit a weight above the values', () => {
  expect(bitmapBytes({ rows: 3, columns: 5, kept: 15, weightBytes: 4 })).toBe(2 + 60);
  expect(bitmapBytes({ rows: 3, columns: 5, kept: 0, weightBytes: 4 })).toBe(2);
});
