import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CONTEXT, encodeName } from '@/lib/thread/alphabet';
import { DATA_SHA256, functionNames, plural } from '@/lib/thread/names';
import { type Split, stableHash } from '@/lib/thread/split';
import { TEST_NAMES_SHA256, testNames } from '@/lib/thread/tasks';

const sha256 = ({ train, validation }: Split) =>
  createHash('sha256')
    .update(`${train.join('\n')}\n\n${validation.join('\n')}`)
    .digest('hex');

const sets = [
  ['function names', functionNames, DATA_SHA256, 30_175, 3_336],
  ['names of tests', testNames, TEST_NAMES_SHA256, 2_915, 341],
] as const;

test.each(sets)('%s are the ones every model was trained on', (_, make, hash) => {
  expect(sha256(make())).toBe(hash);
});

test.each(sets)('%s are as many as the pages say', (_, make, __, train, validation) => {
  expect([make().train.length, make().validation.length]).toEqual([train, validation]);
});

test.each(sets)('%s are distinct, and no name stands on both sides', (_, make) => {
  const { train, validation } = make();
  const all = [...train, ...validation];
  expect(new Set(all).size).toBe(all.length);
});

test.each(sets)('%s fit the alphabet and, with a boundary, the context', (_, make) => {
  const { train, validation } = make();
  for (const name of [...train, ...validation]) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
    expect(encodeName(name).length - 1).toBeLessThanOrEqual(CONTEXT);
  }
});

test.each(sets)('%s are split by their hash alone', (_, make) => {
  const { train, validation } = make();
  expect(train.every((name) => stableHash(name) % 10 !== 0)).toBe(true);
  expect(validation.every((name) => stableHash(name) % 10 === 0)).toBe(true);
});

test('the two sets share no name', () => {
  const known = new Set([...functionNames().train, ...functionNames().validation]);
  const { train, validation } = testNames();
  expect([...train, ...validation].filter((name) => known.has(name))).toEqual([]);
});

test('the order is shuffled: the first names show every shape', () => {
  const first = functionNames().train.slice(0, 300);
  for (const shape of [/_by_/, /_for_/, /_with_/, /_from_/, /_to_/, /^is_/, /^has_/, /^[a-z]+_[a-z]+$/]) {
    expect(first.some((name) => shape.test(name))).toBe(true);
  }
});

test('verbs keep to the nouns of their topic and to their number', () => {
  const { train, validation } = functionNames();
  const all = [...train, ...validation];
  const containing = (word: RegExp) => all.filter((name) => word.test(name));
  expect(containing(/^refund_.*(socket|tensor|node)/)).toEqual([]);
  expect(containing(/^refund_.*order/).length).toBeGreaterThan(0);
  expect(containing(/^count_[a-z]*user(_|$)/)).toEqual([]);
  expect(containing(/^count_[a-z]*_?users(_|$)/).length).toBeGreaterThan(0);
  expect(containing(/_by_(user|file)$/)).toEqual([]);
});

test.each([
  ['user', 'users'],
  ['query', 'queries'],
  ['key', 'keys'],
  ['batch', 'batches'],
  ['address', 'addresses'],
  ['matrix', 'matrices'],
  ['index', 'indices'],
])('the plural of %s is %s', (one, many) => expect(plural(one)).toBe(many));

test('the hash is FNV-1a with the finalizer of MurmurHash3', () => {
  // fnv1a32("foobar") = 0xbf9cf968 (Fowler, Noll and Vo's test vectors), then fmix32 by hand in Python.
  expect(stableHash('foobar')).toBe(202221276);
  expect(stableHash('')).toBe(2872998923);
});
