import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityOf, dayFinder } from '@/lib/paths/activity';
import { readDay, writeDay } from '@/lib/paths/civil-day';
import { answerCheck, setNote, setStatus } from '@/lib/progress/actions';
import { noRecords, type Records } from '@/lib/progress/records';
import { resetAll } from '@/lib/progress/reset';
import { fakeBrowser, openFake } from '../progress/fake-browser';
import { inZone, zones } from '../zones';

const shown = (records: Records): Record<string, number> =>
  Object.fromEntries([...activityOf(records)].map(([day, results]) => [writeDay(day), results]).sort());

test('a day counts its results, and a day of which nothing is left counts one', () => {
  const { progress, clock } = openFake();
  clock.now = new Date(2026, 10, 23, 20).getTime();
  answerCheck(progress, 101, 'a', { answer: 1, correct: true });
  answerCheck(progress, 101, 'b', { answer: 1, correct: false });
  setNote(progress, 101, 'mine');
  clock.now = new Date(2026, 10, 24, 8).getTime();
  setStatus(progress, 101, 'done');
  expect(shown(progress.getState().records)).toEqual({ '2026-11-23': 3, '2026-11-24': 1 });
  resetAll(progress);
  expect(shown(progress.getState().records)).toEqual({ '2026-11-23': 1, '2026-11-24': 1 });
});

test('records of before days were noted count on the day that their time is here', () => {
  const t = Date.UTC(2026, 10, 23, 15, 59);
  const old: Records = { lessons: { 101: { v: { status: 'done' }, t } } };
  expect(inZone('Asia/Shanghai', () => shown(old))).toEqual({ '2026-11-23': 1 });
  expect(inZone('Asia/Shanghai', () => shown({ lessons: { 101: { v: { status: 'done' }, t: t + 120_000 } } }))).toEqual(
    {
      '2026-11-24': 1,
    },
  );
  expect(inZone('America/New_York', () => shown(old))).toEqual({ '2026-11-23': 1 });
});

test('deleted, skipped and reset records are no activity', () => {
  expect(
    shown({
      lessons: {
        101: { v: { status: 'skipped' }, t: 5 },
        107: { v: { status: 'todo' }, t: 5 },
        113: { v: null, t: 5 },
      },
      notes: { 101: { v: null, t: 5 } },
      prefs: { theme: { v: 'dark', t: 5 } },
      paths: { p: { v: {}, t: 5 } },
    }),
  ).toEqual({});
});

test('a renamed lesson, whose record stands under both numbers, counts once', () => {
  const done = { v: { status: 'done' }, t: 5 };
  expect(Object.values(shown({ lessons: { 101: done, 151: done } }))).toEqual([1]);
});

test('days and times that no calendar has are left aside', () => {
  const t = Number.MAX_SAFE_INTEGER;
  const hostile: Records = {
    days: { '2026-02-30': { v: true, t: 1 }, today: { v: true, t: 1 }, '2026-11-23': { v: 'yes', t: 1 } },
    lessons: { 101: { v: { status: 'done' }, t } },
  };
  expect(shown(hostile)).toEqual({});
  expect(dayFinder(noRecords)(Number.NaN)).toBeUndefined();
});

test('whatever is studied, where and when, the calendar is the same wherever it is looked at', () => {
  const visit = fc.record({ zone: fc.constantFrom(...zones), minutes: fc.integer({ min: 1, max: 3000 }) });
  fc.assert(
    fc.property(fc.array(visit, { minLength: 1, maxLength: 12 }), fc.constantFrom(...zones), (visits, readIn) => {
      const { progress, clock } = openFake();
      clock.now = Date.UTC(2027, 2, 26);
      const worked = new Set<string>();
      visits.forEach(({ zone, minutes }, i) => {
        clock.now += minutes * 60_000;
        inZone(zone, () => setStatus(progress, 101 + i, 'done'));
        worked.add(new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(clock.now));
      });
      const { records } = progress.getState();
      const here = inZone(readIn, () => shown(records));
      expect(Object.keys(here)).toEqual([...worked].sort());
      expect(here).toEqual(inZone('UTC', () => shown(records)));
      expect(Object.values(here).reduce((sum, each) => sum + each, 0)).toBe(visits.length);
    }),
    { numRuns: 60 },
  );
});

test('a result belongs to the day that was noted before it, also on a flight west over midnight', () => {
  const { progress, clock } = openFake();
  clock.now = Date.UTC(2026, 10, 23, 16, 30);
  inZone('Asia/Shanghai', () => setStatus(progress, 101, 'done'));
  clock.now = Date.UTC(2026, 10, 23, 23, 0);
  inZone('America/New_York', () => setStatus(progress, 107, 'done'));
  const { records } = progress.getState();
  for (const zone of zones)
    expect(
      inZone(zone, () => shown(records)),
      zone,
    ).toEqual({ '2026-11-23': 1, '2026-11-24': 1 });
});

test('days of two devices come together, whichever merged first', () => {
  const [a, b] = [fakeBrowser().openTab(), fakeBrowser().openTab()];
  setStatus(a, 101, 'done');
  setNote(b, 107, 'mine');
  const [ofA, ofB] = [a.getState().records, b.getState().records];
  a.absorb(ofB);
  b.absorb(ofA);
  expect(shown(a.getState().records)).toEqual(shown(b.getState().records));
  expect(activityOf(a.getState().records).size).toBe(1);
});

test('noted days count even when no record is left in them', () => {
  expect(shown({ days: { '2026-11-23': { v: true, t: 5 } } })).toEqual({ '2026-11-23': 1 });
  expect(readDay('2026-11-23')).toBeDefined();
});
