import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundToHalf } from '@/lib/ml/quant/half';
import reference from '@/tests/fixtures/reference/quant.json';

type Case = { name: string; input: { x: (number | string)[] }; expected: { value: (number | string)[] } };

test('rounds every reference value as torch.float16 does', () => {
  const found = (reference.cases as unknown as Case[]).find((one) => one.name === 'round/fp16');
  const want = found?.expected.value.map(Number) ?? [];
  expect(want.length).toBeGreaterThan(40);
  // The sign of zero is not in the decimal fixture.
  expect(found?.input.x.map((x) => roundToHalf(Number(x)) + 0)).toEqual(want);
});

test('keeps what half precision holds exactly, and the sign of zero', () => {
  for (const exact of [1, -1.5, 65504, 2 ** -24, 0.0999755859375]) expect(roundToHalf(exact)).toBe(exact);
  expect(Object.is(roundToHalf(-0), -0)).toBe(true);
  expect(roundToHalf(2 ** -26)).toBe(0);
  expect(roundToHalf(-70000)).toBe(-Infinity);
});

test('is idempotent, odd, and within half a unit in the last place', () => {
  fc.assert(
    fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (x) => {
      const half = roundToHalf(x);
      expect(roundToHalf(half)).toBe(half);
      expect(roundToHalf(-x)).toBe(-half);
      expect(Math.abs(half - x)).toBeLessThanOrEqual(Math.max(2 ** -25, Math.abs(x) * 2 ** -11));
    }),
  );
});
