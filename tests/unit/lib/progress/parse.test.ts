import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAttempt } from '@/lib/placement/attempt';
import { canonical, mergeRecords } from '@/lib/progress/merge';
import { parseDocument, serializeDocument, weigh } from '@/lib/progress/parse';
import { findValue, limits, listKeys } from '@/lib/progress/records';
import { records } from './arbitraries';

const fixture = (name: string) => readFileSync(`tests/fixtures/progress/${name}.json`, 'utf8');
const wrap = (inner: string) => `{"app":"layerwise","version":1,"records":${inner}}`;

function readable(text: string) {
  const parsed = parseDocument(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed;
}

test('what is written is read back', () => {
  fc.assert(
    fc.property(records, (given) => {
      const parsed = readable(serializeDocument(given));
      expect(parsed.problems).toEqual([]);
      expect(parsed.records).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
});

test('a document of version 1 loads, value by value', () => {
  const { records: kept, problems } = readable(fixture('v1'));
  expect(problems).toEqual([]);
  expect(findValue(kept, 'lessons', 101)).toEqual({ status: 'done' });
  expect(findValue(kept, 'lessons', 205)).toEqual({ status: 'skipped', reason: '我们组不用这套工具' });
  expect(findValue(kept, 'lessons', 211)).toBeUndefined();
  expect(findValue(kept, 'checks', '101/next-token')).toEqual({ answer: ['b'], correct: true, tries: 2 });
  expect(findValue(kept, 'checks', '107/predict-temperature')?.correct).toBeNull();
  expect(findValue(kept, 'code', 101)).toContain('def bigram');
  expect(findValue(kept, 'runs', 101)).toEqual({ passed: 5, total: 6 });
  expect(findValue(kept, 'goals', 'softmax-temperature')).toBe(true);
  expect(findValue(kept, 'notes', 107)).toContain('argmax');
  expect(findValue(kept, 'bookmarks', 107)).toBe(true);
  expect(findValue(kept, 'paths', 'p1')).toEqual({ title: 'Team', lessons: [101, 107] });
  expect(findValue(kept, 'cards', '101/next-token')).toEqual({ due: 1764500000000, stability: 3.1 });
  expect(findValue(kept, 'prefs', 'theme')).toBe('dark');
});

test('a document of version 1 with days loads, and merges with one from before there were any', () => {
  const { records: kept, problems } = readable(fixture('v1-days'));
  expect(problems).toEqual([]);
  expect(listKeys(kept, 'days')).toEqual(['2026-11-23', '2026-11-24']);
  expect(findValue(kept, 'days', '2026-11-25')).toBeUndefined();
  const merged = mergeRecords(readable(fixture('v1')).records, kept);
  expect(listKeys(merged, 'days')).toEqual(['2026-11-23', '2026-11-24']);
  expect(findValue(merged, 'lessons', 101)).toEqual({ status: 'done' });
  expect(findValue(merged, 'paths', 'team')?.adopted).toBe('2026-11-23');
  expect(findValue(merged, 'prefs', 'active-path')).toBe('team');
});

test('a document of version 1 with a milestone and a placement test loads, and merges with one from before', () => {
  const { records: kept, problems } = readable(fixture('v1-milestones'));
  expect(problems).toEqual([]);
  const merged = mergeRecords(readable(fixture('v1')).records, kept);
  expect(findValue(merged, 'milestones', 'math/count-first')).toBe(true);
  expect(findValue(merged, 'milestones', 'math/three-runs')).toBeUndefined();
  expect(findValue(merged, 'evidence', 'math/count-first')).toContain('https://example.org/run-1');
  expect(readAttempt(merged, 'math')).toEqual([
    { id: 'reply-probability', answer: 0.05 },
    { id: 'best-path', answer: 2 },
    { id: 'all-at-once', answer: null },
  ]);
  expect(findValue(merged, 'lessons', 101)).toEqual({ status: 'done' });
});

test('data of a later minor version survives loading, merging and writing, and is read as nothing known', () => {
  const text = fixture('v1-later-minor');
  const { records: kept, problems } = readable(text);
  expect(problems).toEqual([]);
  expect(findValue(kept, 'lessons', 101)).toBeUndefined();
  expect(findValue(kept, 'lessons', 107)?.status).toBe('done');
  const merged = mergeRecords(readable(fixture('v1')).records, kept);
  const written = JSON.parse(serializeDocument(merged)).records;
  expect(written.lessons['101']).toEqual(JSON.parse(text).records.lessons['101']);
  expect(written.streaks).toEqual(JSON.parse(text).records.streaks);
});

test('a document of a newer version is recognised as such', () => {
  expect(parseDocument('{"app":"layerwise","version":2,"data":[]}')).toEqual({ ok: false, why: 'newer' });
});

test.each([
  ['', 'not-json'],
  ['{"app":"layerwise"', 'not-json'],
  ['null', 'not-progress'],
  ['[]', 'not-progress'],
  ['{}', 'not-progress'],
  ['{"app":"other","version":1,"records":{}}', 'not-progress'],
  ['{"app":"layerwise","records":{}}', 'not-progress'],
  ['{"app":"layerwise","version":"1","records":{}}', 'not-progress'],
  ['{"app":"layerwise","version":0,"records":{}}', 'not-progress'],
  ['{"app":"layerwise","version":-1,"records":{}}', 'not-progress'],
  ['{"app":"layerwise","version":1e400,"records":{}}', 'not-progress'],
  ['{"app":"layerwise","version":1,"records":[]}', 'not-progress'],
  ['{"__proto__":{"app":"layerwise","version":1,"records":{}}}', 'not-progress'],
])('%s is refused as %s', (text, why) => {
  expect(parseDocument(text)).toEqual({ ok: false, why });
});

test('a document beyond the limit is refused before it is parsed', () => {
  expect(parseDocument(' '.repeat(limits.document + 1))).toEqual({ ok: false, why: 'too-big' });
});

test.each([
  ['{"lessons":{"101":{"v":1}}}', 'lessons/101'],
  ['{"lessons":{"101":{"t":1}}}', 'lessons/101'],
  ['{"lessons":{"101":{"v":1,"t":"1"}}}', 'lessons/101'],
  ['{"lessons":{"101":{"v":1,"t":-1}}}', 'lessons/101'],
  ['{"lessons":{"101":{"v":1,"t":1.5}}}', 'lessons/101'],
  ['{"lessons":{"101":{"v":1,"t":1e300}}}', 'lessons/101'],
  ['{"lessons":{"101":[1,2]}}', 'lessons/101'],
  ['{"lessons":{"101":null}}', 'lessons/101'],
  ['{"lessons":[]}', 'lessons'],
  ['{"":{}}', ''],
  ['{"lessons":{"__proto__":{"v":1,"t":1}}}', 'lessons/__proto__'],
  ['{"__proto__":{"x":{"v":1,"t":1}}}', '__proto__'],
])('of %s, %s is left out and named, and the rest is kept', (inner, problem) => {
  const { records: kept, problems } = readable(wrap(`${inner.slice(0, -1)},"notes":{"1":{"v":"kept","t":1}}}`));
  expect(problems).toEqual([problem]);
  expect(findValue(kept, 'notes', 1)).toBe('kept');
  expect(findValue(kept, 'lessons', 101)).toBeUndefined();
});

test('records dated after the latest believable time are left out', () => {
  const parsed = parseDocument(wrap('{"notes":{"1":{"v":"a","t":10},"2":{"v":"b","t":11}}}'), 10);
  expect(parsed).toMatchObject({ ok: true, problems: ['notes/2'], records: { notes: { 1: { v: 'a' } } } });
});

test('a value too long or nested too deeply is left out', () => {
  const long = JSON.stringify('x'.repeat(limits.value + 1));
  const deep = `${'['.repeat(5_000)}1${']'.repeat(5_000)}`;
  const { problems } = readable(wrap(`{"notes":{"1":{"v":${long},"t":1},"2":{"v":${deep},"t":1}}}`));
  expect(problems).toEqual(['notes/1', 'notes/2']);
});

test('no prototype is polluted', () => {
  readable(wrap('{"__proto__":{"v":{"v":9,"t":1}},"constructor":{"prototype":{"v":{"v":9},"t":1}}}'));
  expect(({} as { v?: unknown }).v).toBeUndefined();
});

test('any text at all is answered, never with an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseDocument(text)).toHaveProperty('ok');
    }),
  );
});

test('a damaged real document is answered, and what is answered can be used and written again', () => {
  const whole = fixture('v1');
  const damage = fc.record({
    at: fc.nat(whole.length),
    cut: fc.nat(40),
    put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('__proto__', '[[', '"v"', '1e999', 'null', '\\u0000')),
  });
  fc.assert(
    fc.property(damage, ({ at, cut, put }) => {
      const parsed = parseDocument(whole.slice(0, at) + put + whole.slice(at + cut));
      if (!parsed.ok) return;
      expect(canonical(readable(serializeDocument(parsed.records)).records)).toBe(canonical(parsed.records));
      expect(mergeRecords(parsed.records, parsed.records)).toBe(parsed.records);
    }),
    { numRuns: 2_000 },
  );
});

test('a number JSON can read but not write is left out', () => {
  expect(readable(wrap('{"prefs":{"a":{"v":[1e999],"t":1}}}')).problems).toEqual(['prefs/a']);
});

test('a value weighs its characters and nodes', () => {
  expect(weigh('abc')).toBe(3);
  expect(weigh({ ab: ['c', null] })).toBe(1 + 2 + 1 + 1 + 1 + 1 + 1);
  expect(weigh([[1]], 1)).toBe(Number.POSITIVE_INFINITY);
});
