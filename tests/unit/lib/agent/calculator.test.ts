import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calculate } from '@/lib/agent/calculator';
import reference from '@/tests/fixtures/reference/calculator.json';

const strict = (expression: string) => calculate(expression, { comma: 'refuse' });

test('120 random expressions agree with exact fractions in Python', () => {
  expect(reference.cases.length).toBeGreaterThanOrEqual(120);
  for (const { expression, value } of reference.cases) {
    const result = strict(expression);
    if (value === null) expect(result.ok, expression).toBe(false);
    else expect(result, expression).toEqual({ ok: true, value });
  }
});

test('decimals are exact where floating point is not', () => {
  expect(strict('0.1 + 0.2')).toEqual({ ok: true, value: '0.3' });
  expect(strict('9007199254740993 * 1')).toEqual({ ok: true, value: '9007199254740993' });
  expect(strict('1 / 3')).toEqual({ ok: true, value: '0.3333333333' });
  expect(strict('-2 / 3')).toEqual({ ok: true, value: '-0.6666666667' });
  expect(strict('2 - 3 - 4 * -2')).toEqual({ ok: true, value: '7' });
});

test('a comma is refused, or drops its left side as in C and JavaScript', () => {
  expect(strict('1,642 * 2')).toEqual({ ok: false, error: "',' is not allowed in a number" });
  // biome-ignore lint/security/noGlobalEval: the very behaviour that the lax mode reproduces
  const evaluated = String(globalThis.eval('1,642 * 2'));
  expect(calculate('1,642 * 2', { comma: 'last' })).toEqual({ ok: true, value: evaluated });
});

test.each(['', '(', '1 +', '1 2', '1 / 0', '1 / (2 - 2)', 'import os', '2 ** 3', '1 * (2', '.', '1..2', '٣'])(
  'refuses %j in words',
  (expression) => {
    const result = strict(expression);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.length).toBeGreaterThan(5);
  },
);

test('is total for any text, in both modes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.+-*/(), x'), maxLength: 220 }),
      fc.constantFrom('refuse', 'last'),
      (text, comma) => {
        const result = calculate(text, { comma });
        if (result.ok) expect(result.value).toMatch(/^-?\d+(\.\d{1,10})?$/);
      },
    ),
  );
  expect(strict('('.repeat(150)).ok).toBe(false);
  expect(strict('-'.repeat(150)).ok).toBe(false);
});
