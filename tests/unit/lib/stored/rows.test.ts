import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializeDocument } from '@/lib/progress/parse';
import { byteLength, type StoredText, sortRows, textRows } from '@/lib/stored/rows';

const local = (key: string, text: string): StoredText => ({ place: 'local', key, text });

test('every key the site writes is of a kind of its own', () => {
  const rows = textRows([
    local('layerwise:progress', serializeDocument({ lessons: { 101: { v: { status: 'done' }, t: 1 } } })),
    local('layerwise:cohort', '{"app":"layerwise","version":1,"records":{"snapshots":{"a/b":{"v":{},"t":1}}}}'),
    local('layerwise:path-draft', '{"version":1,"drafts":[{},{}]}'),
    local('layerwise:search-recent', '["lesson:a","lab:b","lesson:c"]'),
    local('layerwise:theme', 'dark'),
    local('layerwise:python', 'yes'),
    { place: 'session', key: 'layerwise:lab:softmax-temperature', text: 't=2' },
  ]);
  expect(rows.map(({ kind, count }) => [kind, count])).toEqual([
    ['progress', 1],
    ['cohort', 1],
    ['drafts', 2],
    ['recent', 3],
    ['theme', 1],
    ['python', 1],
    ['tab', 1],
  ]);
});

test('a document in which nothing but deletions is left is told from progress', () => {
  const [row] = textRows([local('layerwise:progress', serializeDocument({ lessons: { 101: { v: null, t: 1 } } }))]);
  expect(row).toMatchObject({ kind: 'marks', keys: ['layerwise:progress'] });
});

test('texts set aside and texts nobody knows are rows of their own, models left behind are one', () => {
  const rows = textRows([
    local('layerwise:progress:unreadable:1', '{'),
    local('layerwise:progress:unreadable:2', '{{'),
    local('layerwise:cohort:unreadable:3', '{{{'),
    local('layerwise:later', 'x'),
    local('layerwise-other', 'y'),
    local('layerwise:left-model:aa', 'model'),
    local('layerwise:left-model:bb', 'model'),
  ]);
  expect(rows.map(({ kind }) => kind)).toEqual([
    'unreadable',
    'unreadable',
    'unreadable',
    'unknown',
    'unknown',
    'left-models',
  ]);
  expect(rows.at(-1)).toMatchObject({ count: 2, keys: ['layerwise:left-model:aa', 'layerwise:left-model:bb'] });
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('what others keep on the same address is not ours to show', () => {
  expect(textRows([local('theme', 'dark'), local('wordpress', '{}')])).toEqual([]);
});

test('sizes are those of the text and its key as UTF-8', () => {
  const [row] = textRows([local('layerwise:theme', '温')]);
  expect(row?.bytes).toBe('layerwise:theme'.length + 3);
  expect(byteLength('é😀')).toBe(6);
});

test('rows stand in the order of how much they matter, whatever order they came in', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['theme', 'progress', 'python', 'zzz', 'cohort', 'aaa']), (names) => {
      const texts = names.map((name) => local(`layerwise:${name}`, '{"records":{"a":{"b":{"v":1}}}}'));
      const all = ['progress', 'cohort', 'theme', 'python', 'aaa', 'zzz'];
      const sorted = sortRows(textRows(texts)).map(({ keys: [key = ''] }) => key.replace('layerwise:', ''));
      expect(sorted).toEqual(all.filter((name) => names.includes(name)));
    }),
  );
});

test('any text under any of our keys is shown', () => {
  const key = fc.constantFrom(
    'progress',
    'cohort',
    'path-draft',
    'search-recent',
    'theme',
    'x',
    'progress:unreadable:1',
  );
  fc.assert(
    fc.property(key, fc.oneof(fc.string(), fc.json()), (name, text) => {
      const [row] = textRows([local(`layerwise:${name}`, text)]);
      expect(row?.bytes).toBeGreaterThan(0);
      expect(row?.count).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
