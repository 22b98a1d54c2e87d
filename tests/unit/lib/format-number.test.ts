import { expect, test } from 'vitest';
import {
  formatBytes,
  formatFixed,
  formatInteger,
  formatPercent,
  formatSignificant,
  keepUnits,
  withUnit,
} from '@/lib/format-number';

test('keeps the asked significant digits without trailing zeros or exponent', () => {
  expect(formatSignificant(0.0425197)).toBe('0.0425');
  expect(formatSignificant(0.00001234)).toBe('0.0000123');
  expect(formatSignificant(5.4)).toBe('5.4');
  expect(formatSignificant(123456)).toBe('123,000');
});

test('writes negative numbers with a minus sign, and zero without one', () => {
  expect(formatSignificant(-0.5)).toBe('−0.5');
  expect(formatFixed(-0.0004, 3)).toBe('0.000');
  expect(formatFixed(-1.5, 2)).toBe('−1.50');
});

test('never shows a non-zero share as 0%', () => {
  expect(formatPercent(0)).toBe('0%');
  expect(formatPercent(0.0002)).toBe('<0.1%');
  expect(formatPercent(0.0432)).toBe('4.3%');
  expect(formatPercent(0.873)).toBe('87%');
  expect(formatPercent(1)).toBe('100%');
});

test('says what is not a finite number', () => {
  expect(formatSignificant(Infinity)).toBe('∞');
  expect(formatSignificant(Number.NaN)).toBe('–');
});

test('counts bytes in decimal units', () => {
  expect(formatBytes(13_476_831_232)).toBe('13.5\u00a0GB');
  expect(formatBytes(39_976_960)).toBe('40\u00a0MB');
  expect(formatBytes(999)).toBe('999\u00a0B');
});

test('groups the digits of integers', () => {
  expect(formatInteger(18_874_368)).toBe('18,874,368');
});

test('units of written text stay with their number', () => {
  expect(keepUnits('5% of 32 GB in 4 bit, 3 steps, 2 s and 12 Sunday')).toBe(
    '5% of 32\u00a0GB in 4\u00a0bit, 3 steps, 2\u00a0s and 12 Sunday',
  );
  expect(keepUnits('两张 24 GB 的卡')).toBe('两张 24\u00a0GB 的卡');
});

test('a percent sign stands at its number, other units after a space that does not break', () => {
  expect(withUnit(41, '%')).toBe('41%');
  expect(withUnit('6.5', 'GB')).toBe('6.5\u00a0GB');
  expect(withUnit(3, '')).toBe('3');
});
