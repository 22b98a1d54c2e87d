import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, mergeRecords, wins } from '@/lib/progress/merge';
import { findEntry, type Records } from '@/lib/progress/records';
import { entry, records } from './arbitraries';

const single = (v: unknown, t: number) => ({ notes: { 101: { v, t } } }) as Records;

test('merging is commutative', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
    }),
  );
});

test('merging is associative', () => {
  fc.assert(
    fc.property(records, records, records, (a, b, c) => {
      expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
    }),
  );
});

test('merging is idempotent, and what brings nothing new changes nothing at all', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const merged = mergeRecords(a, b);
      expect(mergeRecords(merged, b)).toBe(merged);
      expect(mergeRecords(merged, a)).toBe(merged);
      expect(mergeRecords(a, structuredClone(a))).toBe(a);
    }),
  );
});

test('no record of either side is lost, and never the newer of two', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const merged = mergeRecords(a, b);
      for (const side of [a, b]) {
        for (const [name, entries] of Object.entries(side)) {
          for (const [key, mine] of Object.entries(entries)) {
            const kept = findEntry(merged, name, key);
            expect(kept?.t).toBeGreaterThanOrEqual(mine.t);
            const from = [findEntry(a, name, key), findEntry(b, name, key)];
            expect(from).toContain(kept);
          }
        }
      }
    }),
  );
});

test('merging changes neither of its arguments', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const before = [canonical(a), canonical(b)];
      mergeRecords(a, b);
      expect([canonical(a), canonical(b)]).toEqual(before);
    }),
  );
});

test('of two different records exactly one wins', () => {
  fc.assert(
    fc.property(entry, entry, (a, b) => {
      if (canonical(a) === canonical(b)) expect([wins(a, b), wins(b, a)]).toEqual([false, false]);
      else expect(wins(a, b)).toBe(!wins(b, a));
    }),
  );
});

test('a later deletion wins over a value, an earlier one does not', () => {
  expect(mergeRecords(single('kept', 5), single(null, 6))).toEqual(single(null, 6));
  expect(mergeRecords(single('kept', 5), single(null, 4))).toEqual(single('kept', 5));
});

test('at the same time a value wins over a deletion, whatever the value', () => {
  for (const value of ['', 'a', 'z', 0, true, [], {}]) {
    expect(mergeRecords(single(null, 5), single(value, 5))).toEqual(single(value, 5));
    expect(mergeRecords(single(value, 5), single(null, 5))).toEqual(single(value, 5));
  }
});

test('values built in another order of keys are the same record', () => {
  const a = single({ status: 'skipped', reason: 'later' }, 5);
  const b = single({ reason: 'later', status: 'skipped' }, 5);
  expect(mergeRecords(a, b)).toBe(a);
  expect(mergeRecords(b, a)).toBe(b);
});

test('fields and collections of a later version take part like any other', () => {
  const mine = { streaks: { d: { v: 1, t: 1, device: 'a' } } } as Records;
  const theirs = { streaks: { d: { v: 1, t: 2, device: 'b' } }, x: { y: { v: [1], t: 1 } } } as Records;
  expect(mergeRecords(mine, theirs)).toEqual(theirs);
});

test('a collection or key named like a member of every object is only data', () => {
  const a = JSON.parse('{"constructor":{"toString":{"v":1,"t":1}}}') as Records;
  const b = JSON.parse('{"constructor":{"valueOf":{"v":2,"t":1},"__proto__":{"v":3,"t":1}}}') as Records;
  const merged = mergeRecords({}, mergeRecords(a, b));
  expect(findEntry(merged, 'constructor', 'toString')).toEqual({ v: 1, t: 1 });
  expect(findEntry(merged, 'constructor', 'valueOf')).toEqual({ v: 2, t: 1 });
  expect(findEntry(merged, 'lessons', 'toString')).toBeUndefined();
  expect(({} as { v?: unknown }).v).toBeUndefined();
});
