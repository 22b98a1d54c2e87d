import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRecent, formatRecent, parseRecent, type RecentPlace } from '@/lib/search/recent';

const mask: RecentPlace = { kind: 'lesson', id: 'self-attention-qkv', anchor: 'mask' };
const cache: RecentPlace = { kind: 'concept', id: 'kv-cache', anchor: '' };

test('what was written is read', () => {
  expect(parseRecent(formatRecent([mask, cache]))).toEqual([mask, cache]);
});

test('the newest is first, nothing stands twice, six are kept', () => {
  const many = Array.from({ length: 9 }, (_, i): RecentPlace => ({ kind: 'lab', id: `lab-${i}`, anchor: '' }));
  const all = many.reduce<readonly RecentPlace[]>((list, place) => addRecent(list, place), [mask]);
  expect(all.map(({ id }) => id)).toEqual(['lab-8', 'lab-7', 'lab-6', 'lab-5', 'lab-4', 'lab-3']);
  expect(addRecent([cache, mask], mask)).toEqual([mask, cache]);
});

test('two places of one page are two', () => {
  expect(addRecent([mask], { ...mask, anchor: 'formula' })).toHaveLength(2);
});

test('what is not a place is left out', () => {
  const stored = ['lesson:a', 'planet:b', 'lesson:', '<img>', 'lab:x#<b>', 7, null, ['concept:c'], 'concept:d'];
  expect(parseRecent(JSON.stringify(stored)).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
});

test('any stored text is read without an error, into at most six places', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseRecent(text).length).toBeLessThanOrEqual(6);
    }),
  );
  expect(parseRecent(null)).toEqual([]);
  expect(parseRecent(`["lesson:a"]${' '.repeat(5000)}`)).toEqual([]);
});
