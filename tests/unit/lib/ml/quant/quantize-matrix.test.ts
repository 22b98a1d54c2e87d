import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatFormats } from '@/lib/ml/quant/float-format';
import { nf4Levels } from '@/lib/ml/quant/nf4';
import { groupSpans, type MatrixQuantization, quantizeMatrix } from '@/lib/ml/quant/quantize-matrix';
import reference from '@/tests/fixtures/reference/quant.json';

type Case = { name: string; input: Record<string, unknown>; expected: Record<string, unknown> };
const cases = reference.cases as unknown as readonly Case[];
const numbers = (value: unknown): number[] => [value].flat(3) as number[];
const fp32 = { scaleFormat: floatFormats.fp32 } as const;
/** The scale is stored in float32, so what it multiplies agrees to float32. */
const expectClose = (got: ArrayLike<number>, want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  want.forEach((wanted, i) => {
    expect(Math.abs((got[i] as number) - wanted)).toBeLessThanOrEqual(1e-9 + 1e-7 * Math.abs(wanted));
  });
};
const groups = { 'per-tensor': 'tensor', 'per-row': 'row', 'group-4': 4 } as const;

const absmax = cases.filter(({ name }) => /^absmax\/int\d\/(per-tensor|per-row|group-4)$/.test(name));

test('there are nine matrices to compare', () => {
  expect(absmax.length).toBe(9);
});

test.each(absmax.map((one) => [one.name, one] as const))('agrees with torch on %s', (_, { input, expected }) => {
  const group = groups[input.granularity as keyof typeof groups];
  const got = quantizeMatrix(Float64Array.from(numbers(input.x)), 3, 8, {
    scheme: 'symmetric',
    bits: input.bits as number,
    group,
    ...fp32,
  });
  expect([...got.codes]).toEqual(numbers(expected.q));
  expectClose(got.values, numbers(expected.dequant));
  expectClose(got.scales, numbers(expected.scale));
});

test.each(['0', '1'])('agrees with MinMaxObserver (case %s)', (which) => {
  const { input, expected } = cases.find(({ name }) => name === `affine-uint8/min-max/${which}`) as Case;
  const x = Float64Array.from(numbers(input.x));
  const got = quantizeMatrix(x, 1, 8, { scheme: 'affine', bits: 8, group: 'tensor', ...fp32 });
  expect([...got.codes]).toEqual(expected.q);
  expect(got.zeroPoints).toEqual([expected.zeroPoint]);
  expectClose(got.values, numbers(expected.dequant));
});

test.each(['8', '16'])('agrees with bitsandbytes on a block of %s in NF4', (size) => {
  const { input, expected } = cases.find(({ name }) => name === `nf4/block-${size}`) as Case;
  const x = Float64Array.from(numbers(input.x));
  const got = quantizeMatrix(x, 1, x.length, { scheme: 'nf4', bits: 4, group: 'row', ...fp32 });
  expect([...got.codes]).toEqual(expected.index);
  expectClose(got.values, numbers(expected.dequant));
});

test('a matrix of zeros stays zeros in every scheme', () => {
  for (const scheme of ['symmetric', 'affine', 'nf4'] as const) {
    const got = quantizeMatrix(new Float32Array(6), 2, 3, { scheme, bits: 4, group: 'row', ...fp32 });
    expect([...got.values]).toEqual([0, 0, 0, 0, 0, 0]);
  }
});

test('groups are runs in a row, and the last one of a row may be shorter', () => {
  expect(groupSpans(2, 5, 2)).toEqual([
    [0, 2],
    [2, 4],
    [4, 5],
    [5, 7],
    [7, 9],
    [9, 10],
  ]);
  expect(groupSpans(2, 5, 'row')).toEqual([
    [0, 5],
    [5, 10],
  ]);
  expect(groupSpans(2, 5, 'tensor')).toEqual([[0, 10]]);
});

test('counts codes, half-precision scales and zero points', () => {
  const bits = (options: Omit<MatrixQuantization, 'scaleFormat'>) =>
    quantizeMatrix(new Float32Array(64 * 16), 64, 16, { ...options, scaleFormat: floatFormats.fp16 }).storedBits;
  expect(bits({ scheme: 'symmetric', bits: 4, group: 'row' })).toEqual({
    codes: 4096,
    scales: 1024,
    zeroPoints: 0,
    total: 5120,
  });
  expect(bits({ scheme: 'affine', bits: 3, group: 8 })).toEqual({
    codes: 3072,
    scales: 2048,
    zeroPoints: 384,
    total: 5504,
  });
  expect(bits({ scheme: 'nf4', bits: 4, group: 'tensor' })).toEqual({
    codes: 4096,
    scales: 16,
    zeroPoints: 0,
    total: 4112,
  });
});

const matrix = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 24, maxLength: 24 });
const grouping = fc.constantFrom<MatrixQuantization['group']>('tensor', 'row', 3, 4, 5);
const bitWidth = fc.integer({ min: 2, max: 8 });

test('no weight moves further than half a step, half a level of NF4, or what rounding its scale adds', () => {
  const widest = Math.max(...nf4Levels.slice(1).map((level, i) => level - (nf4Levels[i] as number))) / 2;
  fc.assert(
    fc.property(matrix, grouping, bitWidth, fc.constantFrom('symmetric', 'affine', 'nf4'), (w, group, b, scheme) => {
      const bits = scheme === 'nf4' ? 4 : b;
      const x = Float64Array.from(w);
      const got = quantizeMatrix(x, 3, 8, { scheme, bits, group, ...fp32 });
      groupSpans(3, 8, group).forEach(([start, end], g) => {
        const bound = (got.scales[g] as number) * (scheme === 'nf4' ? widest : 0.5);
        for (let i = start; i < end; i += 1) {
          expect(Math.abs((got.values[i] as number) - (x[i] as number))).toBeLessThanOrEqual(
            bound * (1 + 1e-4) + 1e-30,
          );
        }
      });
    }),
  );
});

test('codes fit into their bits', () => {
  fc.assert(
    fc.property(matrix, grouping, bitWidth, fc.constantFrom('symmetric', 'affine'), (w, group, bits, scheme) => {
      const { codes } = quantizeMatrix(Float32Array.from(w), 3, 8, { scheme, bits, group, ...fp32 });
      expect(Math.max(...codes) - Math.min(...codes)).toBeLessThan(2 ** bits);
    }),
  );
});

test('a scale beyond half precision is cut to its largest number, and nothing becomes NaN', () => {
  const got = quantizeMatrix(Float64Array.of(1e9, -1e9), 1, 2, {
    scheme: 'symmetric',
    bits: 2,
    group: 'row',
    scaleFormat: floatFormats.fp16,
  });
  expect([...got.values]).toEqual([65504, -65504]);
});

test('refuses wrong shapes and widths', () => {
  const options = { scheme: 'symmetric', bits: 4, group: 'row', ...fp32 } as const;
  expect(() => quantizeMatrix(new Float32Array(5), 2, 3, options)).toThrow(RangeError);
  expect(() => quantizeMatrix(new Float32Array(6), 2, 3, { ...options, bits: 1 })).toThrow(RangeError);
  expect(() => quantizeMatrix(new Float32Array(6), 2, 3, { ...options, scheme: 'nf4', bits: 3 })).toThrow(RangeError);
  expect(() => quantizeMatrix(new Float32Array(6), 2, 3, { ...options, group: 0 })).toThrow(RangeError);
});
