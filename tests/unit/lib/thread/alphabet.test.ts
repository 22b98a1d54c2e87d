import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOUNDARY, characterOf, decodeName, encodeName, VOCAB } from '@/lib/thread/alphabet';

const names = fc.stringMatching(/^[a-z_]{0,23}$/);

test('a name stands between two boundaries', () => {
  expect(encodeName('ab_z')).toEqual([0, 1, 2, 27, 26, 0]);
  expect(encodeName('')).toEqual([BOUNDARY, BOUNDARY]);
});

test('decoding gives back every name', () => {
  fc.assert(fc.property(names, (name) => decodeName(encodeName(name)) === name));
});

test('an unfinished name is read as far as it goes', () => {
  expect(decodeName([0, 3, 1])).toBe('ca');
  expect(decodeName([3, 1, 0])).toBe('ca');
  expect(decodeName([0])).toBe('');
  expect(decodeName([])).toBe('');
});

test('28 tokens: a boundary and 27 different characters', () => {
  const characters = Array.from({ length: VOCAB - 1 }, (_, i) => characterOf(i + 1));
  expect(characters.join('')).toBe('abcdefghijklmnopqrstuvwxyz_');
});

test.each(['A', 'get user', 'naïve', '`', '{', 'x1', '名'])('refuses %s', (name) => {
  expect(() => encodeName(name)).toThrow(RangeError);
});

test.each([[[0, 28, 0]], [[0, -1, 0]], [[0, 1.5, 0]], [[0, 1, 0, 2, 0]]])('refuses ids %j', (ids) => {
  expect(() => decodeName(ids)).toThrow(RangeError);
});
