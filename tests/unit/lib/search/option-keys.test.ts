import { expect, test } from 'vitest';
import { optionAfter } from '@/lib/search/option-keys';

test('arrows go one on and round the ends', () => {
  expect(optionAfter('ArrowDown', 0, 3)).toBe(1);
  expect(optionAfter('ArrowDown', 2, 3)).toBe(0);
  expect(optionAfter('ArrowUp', 0, 3)).toBe(2);
  expect(optionAfter('ArrowUp', 2, 3)).toBe(1);
});

test('Home, End and pages stay within the list', () => {
  expect(optionAfter('Home', 2, 3)).toBe(0);
  expect(optionAfter('End', 0, 3)).toBe(2);
  expect(optionAfter('PageDown', 1, 20)).toBe(6);
  expect(optionAfter('PageDown', 18, 20)).toBe(19);
  expect(optionAfter('PageUp', 3, 20)).toBe(0);
});

test('other keys belong to the field, and an empty list has no keys', () => {
  expect(optionAfter('a', 0, 3)).toBeNull();
  expect(optionAfter('ArrowLeft', 0, 3)).toBeNull();
  expect(optionAfter('ArrowDown', -1, 0)).toBeNull();
});
