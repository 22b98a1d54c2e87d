import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitsPerWeight,
  dequantizeValue,
  errorBound,
  fitGrid,
  type QuantizationScheme,
  quantizationError,
  quantize,
  quantizeValue,
  roundHalfToEven,
} from '@/lib/ml/quant/quantize';
import reference from '@/tests/fixtures/reference/quant.json';

type Case = { name: string; input: Record<string, unknown>; expected: Record<string, unknown> };
const cases = reference.cases as unknown as readonly Case[];
const named = (name: string): Case => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
};
const numbers = (value: unknown): number[] => [value].flat(3) as number[];
const expectClose = (got: readonly number[], want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  got.forEach((value, i) => {
    const wanted = want[i] ?? Number.NaN;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(wanted));
  });
};

test.each(['int8', 'int4', 'int2'])('gives the integers of the worked vector at %s', (width) => {
  const { input, expected } = named(`absmax/${width}/vector`);
  const x = numbers(input.x);
  const got = quantize(x, { bits: input.bits as number, groupSize: x.length, scheme: 'symmetric' });
  const error = quantizationError(x, got.values);
  expect(got.codes).toEqual(expected.q);
  expectClose(got.values, numbers(expected.dequant));
  expectClose([error.maxAbs, error.meanSquare], [expected.maxAbsError as number, expected.mse as number]);
  expectClose(got.grids.map(errorBound), [expected.errorBound as number]);
});

const matrixCases = cases.filter((one) => /^absmax\/int\d\/(per-tensor|per-row|group-4)$/.test(one.name));

test('the matrix cases cover three granularities at 8, 4 and 3 bits', () => {
  expect(matrixCases.length).toBe(9);
});

test.each(matrixCases.map((one) => [one.name, one] as const))('agrees with torch on %s', (_, { input, expected }) => {
  const x = numbers(input.x);
  const width = x.length / (input.x as number[][]).length;
  const groupSize = { 'per-tensor': x.length, 'per-row': width, 'group-4': 4 }[input.granularity as string] ?? 0;
  const got = quantize(x, { bits: input.bits as number, groupSize, scheme: 'symmetric' });
  const error = quantizationError(x, got.values);
  expect(got.codes).toEqual(numbers(expected.q));
  expectClose(got.values, numbers(expected.dequant));
  expectClose(
    got.grids.map((grid) => grid.scale),
    numbers(expected.scale),
  );
  expectClose([error.maxAbs, error.meanSquare], [expected.maxAbsError as number, expected.mse as number]);
});

test.each(['0', '1'])('fits scale and zero point like MinMaxObserver (case %s)', (which) => {
  const { input, expected } = named(`affine-uint8/min-max/${which}`);
  const x = numbers(input.x);
  const got = quantize(x, { bits: 8, groupSize: x.length, scheme: 'affine' });
  expect(got.codes).toEqual(expected.q);
  expect(got.grids[0]?.zeroPoint).toBe(expected.zeroPoint);
  expectClose([got.grids[0]?.scale ?? 0], [expected.scale as number]);
  expectClose(got.values, numbers(expected.dequant));
});

test.each(['torch-doc-example', 'saturates'])('quantizes on a given scale and zero point like torch (%s)', (which) => {
  const { input, expected } = named(`affine-uint8/given-qparams/${which}`);
  const grid = { scale: input.scale as number, zeroPoint: input.zeroPoint as number, lowest: 0, highest: 255 };
  const codes = numbers(input.x).map((w) => quantizeValue(w, grid));
  expect(codes).toEqual(expected.q);
  expectClose(
    codes.map((q) => dequantizeValue(q, grid)),
    numbers(expected.dequant),
  );
});

test('rounds ties to even, as torch.round does', () => {
  const { input, expected } = named('rounding/half-to-even-torch-round');
  expect(numbers(input.x).map(roundHalfToEven)).toEqual(numbers(expected.rounded));
  expect(Object.is(roundHalfToEven(-0.3), 0)).toBe(true);
});

test('a row of zeros stays zeros in both schemes', () => {
  for (const scheme of ['symmetric', 'affine'] as const) {
    expect(quantize([0, 0, 0], { bits: 8, groupSize: 3, scheme }).values).toEqual([0, 0, 0]);
  }
});

// Subnormal doubles have no step to halve; no weight is that small.
const weight = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x));
const weights = fc.array(weight, { minLength: 1, maxLength: 24 });
const bits = fc.integer({ min: 2, max: 8 });
const scheme = fc.constantFrom<QuantizationScheme>('symmetric', 'affine');

test('no weight moves further than half a step', () => {
  fc.assert(
    fc.property(weights, bits, scheme, (x, b, s) => {
      const got = quantize(x, { bits: b, groupSize: x.length, scheme: s });
      const bound = Math.max(...got.grids.map(errorBound));
      const largest = Math.max(...x.map(Math.abs));
      expect(quantizationError(x, got.values).maxAbs).toBeLessThanOrEqual(bound + 1e-12 * largest);
    }),
  );
});

test('codes fit into their bits, and 0 comes back as 0', () => {
  fc.assert(
    fc.property(weights, bits, scheme, (x, b, s) => {
      const got = quantize([...x, 0], { bits: b, groupSize: x.length + 1, scheme: s });
      expect(Math.max(...got.codes) - Math.min(...got.codes)).toBeLessThan(2 ** b);
      expect(got.values.at(-1)).toBe(0);
    }),
  );
});

test('quantizing twice changes nothing more', () => {
  fc.assert(
    fc.property(weights, bits, (x, b) => {
      const options = { bits: b, groupSize: x.length, scheme: 'symmetric' } as const;
      const once = quantize(x, options);
      expect(quantize(once.values, options).codes).toEqual(once.codes);
    }),
  );
});

test('finer groups never have a wider step than the group that holds them', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 8, maxLength: 8 }), bits, (x, b) => {
      const whole = fitGrid(x, b, 'symmetric').scale;
      for (const { scale } of quantize(x, { bits: b, groupSize: 2, scheme: 'symmetric' }).grids) {
        expect(scale).toBeLessThanOrEqual(whole);
      }
    }),
  );
});

test('counts scales and zero points into the size', () => {
  expect(bitsPerWeight({ bits: 4, groupSize: 32, scheme: 'symmetric' })).toBe(4.5);
  expect(bitsPerWeight({ bits: 4, groupSize: 32, scheme: 'affine' })).toBe(4.625);
  expect(bitsPerWeight({ bits: 4, groupSize: 128, scheme: 'affine' })).toBe(4.15625);
});

test('refuses shapes that cannot be grouped', () => {
  expect(() => quantize([1, 2, 3], { bits: 4, groupSize: 2, scheme: 'symmetric' })).toThrow(RangeError);
  expect(() => quantize([1], { bits: 1, groupSize: 1, scheme: 'symmetric' })).toThrow(RangeError);
  expect(() => quantizationError([1], [])).toThrow(RangeError);
});
