import { expect, test } from 'vitest';
import { chooseRecords, countContents } from '@/lib/hand-over/contents';
import type { Records } from '@/lib/progress/records';

const records: Records = {
  lessons: { 101: { v: { status: 'done' }, t: 1 }, 107: { v: null, t: 2 } },
  checks: { '101/a': { v: { answer: 1, correct: true, tries: 1 }, t: 1 } },
  runs: { 101: { v: { passed: 1, total: 1 }, t: 1 } },
  goals: { lab: { v: true, t: 1 } },
  code: { 101: { v: 'x = 1', t: 1 } },
  notes: { 101: { v: 'mine', t: 1 } },
  paths: { p: { v: {}, t: 1 } },
  prefs: { theme: { v: 'dark', t: 1 } },
  constructor: { a: { v: 1, t: 1 } },
};

test('the light choice leaves out code and notes and nothing else', () => {
  const { code, notes, ...rest } = records;
  expect(chooseRecords(records, 'light')).toEqual(rest);
  expect(chooseRecords(records, 'all')).toBe(records);
  expect(code && notes).toBeTruthy();
});

test('what is carried is counted by kind, deletions apart', () => {
  expect(countContents(records)).toEqual({ lessons: 1, results: 3, code: 1, notes: 1, paths: 1, others: 2 });
  expect(countContents(chooseRecords(records, 'light'))).toMatchObject({ code: 0, notes: 0, lessons: 1 });
});
