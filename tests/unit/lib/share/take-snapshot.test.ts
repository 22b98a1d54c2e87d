import { expect, test } from 'vitest';
import { decodeCode } from '@/lib/share/decode';
import { encodeSnapshot } from '@/lib/share/snapshot-code';
import { takeSnapshot } from '@/lib/share/take-snapshot';

const noon = (day: number) => new Date(2026, 10, day, 12).getTime();
const records = {
  lessons: {
    101: { v: { status: 'done' }, t: noon(2) },
    102: { v: { status: 'skipped', reason: 'a private reason' }, t: noon(3) },
    103: { v: { status: 'doing' }, t: 0 },
    999: { v: { status: 'done' }, t: noon(4) },
  },
  notes: { 101: { v: 'a private note', t: noon(5) } },
  code: { 101: { v: 'private code', t: noon(1) } },
  checks: { '101/a': { v: { answer: 'private answer', correct: true, tries: 1 }, t: noon(1) } },
};
const options = { now: new Date(2026, 10, 23, 12), name: '', withDates: false };

test('it holds the states of the lessons asked for and the day, and nothing else', () => {
  expect(takeSnapshot(records, [101, 102, 103, 104], options)).toEqual({
    taken: '2026-11-23',
    lessons: [
      { id: 101, state: 'done' },
      { id: 102, state: 'skipped' },
      { id: 103, state: 'doing' },
      { id: 104, state: 'todo' },
    ],
  });
});

test('dates are the days of the last work, and an impossible one is left out', () => {
  expect(takeSnapshot(records, [101, 102, 103], { ...options, withDates: true }).lessons).toEqual([
    { id: 101, state: 'done', changed: '2026-11-05' },
    { id: 102, state: 'skipped', changed: '2026-11-03' },
    { id: 103, state: 'doing' },
  ]);
});

test('no private word gets into a code', () => {
  const snapshot = takeSnapshot(records, [101, 102, 103], { ...options, name: 'Ada', withDates: true });
  const encoded = encodeSnapshot(snapshot);
  const decoded = decodeCode(encoded.ok ? encoded.code : '');
  expect(decoded.ok).toBe(true);
  expect(JSON.stringify(decoded)).not.toContain('private');
});

test('a name is trimmed and cut to what a code carries', () => {
  expect(takeSnapshot(records, [101], { ...options, name: `  ${'x'.repeat(90)}` }).name).toBe('x'.repeat(60));
});

test('the path it belongs to goes along', () => {
  expect(takeSnapshot(records, [101], { ...options, path: { id: 'team', version: 2 } }).path).toEqual({
    id: 'team',
    version: 2,
  });
});
