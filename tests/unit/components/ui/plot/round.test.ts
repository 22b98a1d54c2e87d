import { expect, test } from 'vitest';
import { percentage, pixel } from '@/components/ui/plot/round';

test('two values that differ in the last digit of a float give the same markup', () => {
  expect(percentage(0.006623827871897235)).toBe(percentage(0.006623827871897236));
  expect(pixel(61.72000000000001)).toBe(61.72);
});

test('a share becomes a percentage to a hundredth', () => {
  expect([0, 1 / 3, 1].map(percentage)).toEqual(['0%', '33.33%', '100%']);
});
