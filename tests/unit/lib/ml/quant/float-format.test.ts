import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeFloat,
  encodeFloat,
  type FloatFormatId,
  floatFormatIds,
  floatFormats,
  floatLimits,
  floatNeighbours,
  overflowsFormat,
  roundToFormat,
  splitCode,
  ulp,
} from '@/lib/ml/quant/float-format';
import reference from '@/tests/fixtures/reference/quant-formats.json';

type Case = { name: string; input: Record<string, unknown>; expected: Record<string, unknown> };
const cases = reference.cases as unknown as readonly Case[];
const named = (name: string): Case => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
};
const numbers = (value: unknown): number[] => (value as (number | string)[]).map(Number);
const small: readonly FloatFormatId[] = ['fp16', 'bf16', 'e4m3fn', 'e5m2'];
const allCodes = (id: FloatFormatId) => Array.from({ length: 2 ** floatFormats[id].bits }, (_, code) => code);

test.each(small)('rounds, encodes and signs every reference value as torch does (%s)', (id) => {
  const { input, expected } = named(`round/${id}`);
  const x = numbers(input.x);
  const format = floatFormats[id];
  expect(x.length).toBeGreaterThan(40);
  expect(x.map((value) => roundToFormat(value, format) + 0)).toEqual(numbers(expected.value).map((want) => want + 0));
  (expected.bitsHex as string[]).forEach((hex, i) => {
    const code = encodeFloat(x[i] as number, format);
    if (hex === 'nan') expect(decodeFloat(code, format)).toBeNaN();
    else expect([x[i], code.toString(16).padStart(format.bits / 4, '0')]).toEqual([x[i], hex]);
  });
});

test.each(small)('has the limits of torch.finfo (%s)', (id) => {
  const { max, eps, smallestNormal, smallestSubnormal, bits } = named(`format/${id}`).expected;
  expect(floatLimits(floatFormats[id])).toEqual({ max, eps, smallestNormal, smallestSubnormal });
  expect(floatFormats[id].bits).toBe(bits);
});

test.each(small)('decodes the reference codes (%s)', (id) => {
  const { input, expected } = named(`decode/${id}`);
  expect(numbers(input.codes).map((code) => decodeFloat(code, floatFormats[id]))).toEqual(numbers(expected.value));
});

test('a running sum that is rounded at each step ends where torch ends', () => {
  const { input, expected } = named('round/running-sum-rounded-each-step');
  for (const id of ['fp16', 'bf16'] as const) {
    const round = (x: number) => roundToFormat(x, floatFormats[id]);
    expect(numbers(input.x).reduce((sum, x) => round(Math.fround(sum + round(x))), 0)).toBe(expected[id]);
  }
});

test('2048 + 1 is 2048 in fp16, and 256 + 1 is 256 in bf16', () => {
  expect(roundToFormat(2049, floatFormats.fp16)).toBe(2048);
  expect(roundToFormat(257, floatFormats.bf16)).toBe(256);
});

test.each(small)('every code of %s goes through its number and comes back', (id) => {
  const format = floatFormats[id];
  const wrong = allCodes(id).filter((code) => {
    const value = decodeFloat(code, format);
    if (Number.isNaN(value)) return !Number.isNaN(decodeFloat(encodeFloat(value, format), format));
    return encodeFloat(value, format) !== code || !Object.is(roundToFormat(value, format), value);
  });
  expect(wrong).toEqual([]);
});

test.each(small)('the neighbours of every number of %s are the next ones of the sorted list', (id) => {
  const format = floatFormats[id];
  const values = [...new Set(allCodes(id).map((code) => decodeFloat(code, format) + 0))]
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const wrong = values.filter((value, i) => {
    const { below, above } = floatNeighbours(value, format);
    // −0 below the smallest subnormal and 0 are one number.
    const same = (a: number | null, b: number | undefined) => (a === null ? b === undefined : a + 0 === b);
    return !same(below, values[i - 1]) || !same(above, values[i + 1]);
  });
  expect(values.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('fp32 is Math.fround, and its codes are those of the machine', () => {
  const view = new DataView(new ArrayBuffer(4));
  fc.assert(
    fc.property(fc.double(), (x) => {
      expect(roundToFormat(x, floatFormats.fp32)).toBe(Math.fround(x));
      view.setFloat32(0, x);
      if (!Number.isNaN(x)) expect(encodeFloat(x, floatFormats.fp32)).toBe(view.getUint32(0));
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (code) => {
      view.setUint32(0, code);
      expect(decodeFloat(code, floatFormats.fp32)).toBe(view.getFloat32(0));
    }),
    { numRuns: 2000 },
  );
});

test('rounding is odd, monotone, idempotent and within half a step', () => {
  const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.constantFrom(...floatFormatIds), finite, finite, (id, x, y) => {
      const format = floatFormats[id];
      const rounded = roundToFormat(x, format);
      expect(roundToFormat(-x, format)).toBe(-rounded);
      expect(roundToFormat(rounded, format)).toBe(rounded);
      expect(roundToFormat(Math.max(x, y), format)).toBeGreaterThanOrEqual(roundToFormat(Math.min(x, y), format));
      if (overflowsFormat(x, format)) {
        expect(Math.abs(rounded)).toBe(format.overflow === 'infinity' ? Infinity : floatLimits(format).max);
      } else expect(Math.abs(rounded - x)).toBeLessThanOrEqual(ulp(x, format) / 2);
    }),
    { numRuns: 2000 },
  );
});

test('splits a code into its three fields', () => {
  expect(splitCode(0xc248, floatFormats.fp16)).toEqual({ sign: 1, exponent: 16, fraction: 0x248 });
  expect(splitCode(0xffffffff, floatFormats.fp32)).toEqual({ sign: 1, exponent: 255, fraction: 2 ** 23 - 1 });
  for (const code of [-1, 0.5, 256, Number.NaN]) expect(() => splitCode(code, floatFormats.e5m2)).toThrow(RangeError);
});

test('what overflows and what has no neighbour is said', () => {
  expect(overflowsFormat(65519, floatFormats.fp16)).toBe(false);
  expect(overflowsFormat(65520, floatFormats.fp16)).toBe(true);
  expect(overflowsFormat(464, floatFormats.e4m3fn)).toBe(false);
  expect(overflowsFormat(465, floatFormats.e4m3fn)).toBe(true);
  expect(floatNeighbours(448, floatFormats.e4m3fn)).toEqual({ below: 416, above: null });
  expect(floatNeighbours(65504, floatFormats.fp16).above).toBe(Infinity);
  expect(floatNeighbours(Number.NaN, floatFormats.fp16)).toEqual({ below: null, above: null });
});
