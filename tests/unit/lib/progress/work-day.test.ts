import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCheck, meetGoal, recordRun, saveCode, setNote, setPreference, setStatus } from '@/lib/progress/actions';
import { findEntry, listKeys } from '@/lib/progress/records';
import { eraseAll, resetAll, resetLesson } from '@/lib/progress/reset';
import type { Progress } from '@/lib/progress/store';
import { inZone, zones } from '../zones';
import { fakeBrowser, openFake } from './fake-browser';

const days = (progress: Progress) => listKeys(progress.getState().records, 'days');

test.each<[what: string, work: (progress: Progress) => void]>([
  ['a lesson begun', (progress) => setStatus(progress, 101, 'doing')],
  ['a lesson completed', (progress) => setStatus(progress, 101, 'done')],
  ['an answer', (progress) => answerCheck(progress, 101, 'a', { answer: 1, correct: false })],
  ['code', (progress) => saveCode(progress, 101, 'x = 1')],
  ['a run', (progress) => recordRun(progress, 101, { passed: 0, total: 2 })],
  ['a goal', (progress) => meetGoal(progress, 'lab')],
  ['a note', (progress) => setNote(progress, 101, 'mine')],
])('%s notes the day', (_, work) => {
  const { progress } = openFake();
  work(progress);
  expect(days(progress)).toEqual(['1970-01-01']);
});

test.each<[what: string, act: (progress: Progress) => void]>([
  ['skipping', (progress) => setStatus(progress, 101, 'skipped', 'known')],
  ['taking a status back', (progress) => setStatus(progress, 101, 'todo')],
  ['going back to the starter code', (progress) => saveCode(progress, 101, null)],
  ['emptying a note', (progress) => setNote(progress, 101, ' ')],
  ['a preference', (progress) => setPreference(progress, 'theme', 'dark')],
  ['a path', (progress) => progress.write(() => [{ collection: 'paths', key: 'p', value: {} }])],
  ['an import', (progress) => progress.absorb({ lessons: { 101: { v: { status: 'done' }, t: 1 } } })],
  [
    'a reset and its undoing',
    (progress) => {
      progress.absorb({ lessons: { 101: { v: { status: 'done' }, t: 1 } } });
      resetAll(progress);
      progress.undo();
    },
  ],
])('%s is no work', (_, act) => {
  const { progress } = openFake();
  act(progress);
  expect(days(progress)).toEqual([]);
});

test('a day is noted once, at the first work of it', () => {
  const { progress, clock } = openFake();
  setStatus(progress, 101, 'doing');
  clock.now = 5_000;
  setStatus(progress, 101, 'done');
  expect(findEntry(progress.getState().records, 'days', '1970-01-01')).toEqual({ v: true, t: 1_000 });
});

test('work in two tabs on one day is one day', () => {
  const browser = fakeBrowser({ instant: false });
  const [a, b] = [browser.openTab(), browser.openTab()];
  setStatus(a, 101, 'done');
  setStatus(b, 107, 'done');
  browser.settle();
  expect([days(a), days(b)]).toEqual([['1970-01-01'], ['1970-01-01']]);
});

test('a reset keeps the days, erasing takes them, and its undoing gives them back', () => {
  const { progress } = openFake();
  setStatus(progress, 101, 'done');
  resetLesson(progress, { id: 101, labs: [] });
  resetAll(progress);
  expect(days(progress)).toEqual(['1970-01-01']);
  eraseAll(progress);
  expect(days(progress)).toEqual([]);
  progress.undo();
  expect(days(progress)).toEqual(['1970-01-01']);
});

test('a day that was erased is noted again when there is new work on it', () => {
  const { progress } = openFake();
  setStatus(progress, 101, 'done');
  eraseAll(progress);
  setStatus(progress, 101, 'doing');
  expect(days(progress)).toEqual(['1970-01-01']);
});

test('a text too long to be kept notes nothing', () => {
  const { progress } = openFake();
  expect(setNote(progress, 101, 'x'.repeat(200_000))).toBe(false);
  expect(days(progress)).toEqual([]);
});

test('one minute before midnight and one minute after are two days, wherever the learner is', () => {
  for (const zone of zones) {
    inZone(zone, () => {
      const { progress, clock } = openFake();
      clock.now = new Date(2026, 10, 23, 23, 59).getTime();
      setStatus(progress, 101, 'doing');
      clock.now = new Date(2026, 10, 24, 0, 1).getTime();
      setStatus(progress, 101, 'done');
      expect(days(progress), zone).toEqual(['2026-11-23', '2026-11-24']);
    });
  }
});

test('the day noted is the one on the wall, at any hour of a year with its clock changes, in any zone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.nat(366), fc.nat(23), fc.nat(59), (zone, dayOfYear, hour, minute) => {
      inZone(zone, () => {
        const wall = new Date(2028, 0, 1 + dayOfYear, hour, minute);
        const { progress, clock } = openFake();
        clock.now = wall.getTime();
        setStatus(progress, 101, 'done');
        const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(wall);
        expect(days(progress)).toEqual([shown]);
      });
    }),
    { numRuns: 150 },
  );
});
