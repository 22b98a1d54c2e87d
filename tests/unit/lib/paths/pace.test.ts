import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityOf } from '@/lib/paths/activity';
import {
  choosePace,
  chosenPace,
  defaultPace,
  finishWindow,
  type MeasuredPace,
  measurePace,
  minutesLeft,
  minutesOn,
} from '@/lib/paths/pace';
import type { Records } from '@/lib/progress/records';
import { openFake } from '../progress/fake-browser';

const today = 20_000;
const lessons = Array.from({ length: 40 }, (_, i) => ({ id: 101 + i, minutes: 40 }));

/** Lessons completed so many days ago, the days noted with them. */
function studied(...daysAgo: readonly number[]): Records {
  const at = (ago: number) => (today - ago) * 86_400_000 + 43_200_000;
  const noted = (ago: number) => new Date(at(ago)).toISOString().slice(0, 10);
  return {
    lessons: Object.fromEntries(daysAgo.map((ago, i) => [101 + i, { v: { status: 'done' }, t: at(ago) }])),
    days: Object.fromEntries(daysAgo.map((ago) => [noted(ago), { v: true, t: at(ago) }])),
  };
}
const measure = (records: Records) => measurePace(records, lessons, { activity: activityOf(records), today });

test('the measured pace is the median over active weeks, and the mean over all since the first', () => {
  // Blocks of seven days: 1 lesson, none, 3 lessons, 2 lessons.
  const records = studied(0, 14, 15, 16, 21, 22);
  expect(measure(records)).toEqual({ typical: 80, overall: 60, daysAWeek: 2 });
});

test('two lessons, or one week, or what is older than eight weeks is no evidence', () => {
  expect(measure(studied(0, 7))).toBeUndefined();
  expect(measure(studied(0, 1, 2, 3))).toBeUndefined();
  expect(measure(studied(60, 61, 70, 80))).toBeUndefined();
  expect(measure(studied(0, 1, 7))).toEqual({ typical: 60, overall: 60, daysAWeek: 1.5 });
});

test('weeks of work in which nothing was completed do not make a pace of nothing', () => {
  const records = { ...studied(0, 1, 2) };
  const days = Object.fromEntries(
    [7, 14, 21].map((ago) => [new Date((today - ago) * 86_400_000).toISOString().slice(0, 10), { v: true, t: 1 }]),
  );
  expect(measure({ ...records, days: { ...records.days, ...days } })).toBeUndefined();
});

test('a lesson completed tomorrow, by a clock that runs ahead, is not counted yet', () => {
  expect(measure(studied(-1, 0, 7))).toBeUndefined();
});

test('without evidence the default is half an hour on five days, with it the learner’s own in round numbers', () => {
  expect(defaultPace(undefined)).toEqual({ minutes: 30, days: 5 });
  expect(defaultPace({ typical: 190, overall: 150, daysAWeek: 3.5 })).toEqual({ minutes: 50, days: 4 });
  expect(defaultPace({ typical: 5, overall: 5, daysAWeek: 0 })).toEqual({ minutes: 5, days: 1 });
  expect(defaultPace({ typical: 99_999, overall: 9, daysAWeek: 7 })).toEqual({ minutes: 480, days: 7 });
});

test('a chosen pace is kept, taken back, and not believed when it makes no sense', () => {
  const { progress } = openFake();
  choosePace(progress, { minutes: 45, days: 3 });
  expect(chosenPace(progress.getState().records)).toEqual({ minutes: 45, days: 3 });
  choosePace(progress, null);
  expect(chosenPace(progress.getState().records)).toBeUndefined();
  for (const v of [
    45,
    'fast',
    [],
    {},
    { minutes: 0, days: 3 },
    { minutes: 30, days: 8 },
    { minutes: 30.5, days: 1 },
    { minutes: '30', days: 1 },
  ]) {
    expect(chosenPace({ prefs: { pace: { v, t: 1 } } })).toBeUndefined();
  }
});

test('the window without evidence runs from the plan to half as long again', () => {
  // 600 minutes at 150 a week are four weeks; at 100 they are six.
  expect(finishWindow(600, { minutes: 30, days: 5 }, { measured: undefined, today })).toEqual({
    earliest: today + 27,
    latest: today + 41,
  });
});

test('what fits into today can be finished today', () => {
  expect(finishWindow(30, { minutes: 30, days: 7 }, { measured: undefined, today })?.earliest).toBe(today);
});

test('the window with evidence runs from the faster to the slower of plan and practice', () => {
  const measured: MeasuredPace = { typical: 300, overall: 100, daysAWeek: 4 };
  expect(finishWindow(600, { minutes: 30, days: 5 }, { measured, today })).toEqual({
    earliest: today + 13,
    latest: today + 41,
  });
});

test('a steady learner who keeps to the plan still gets a window, not a day', () => {
  const measured: MeasuredPace = { typical: 150, overall: 150, daysAWeek: 5 };
  expect(finishWindow(600, { minutes: 30, days: 5 }, { measured, today })).toEqual({
    earliest: today + 27,
    latest: today + 34,
  });
});

test('nothing left has no window', () => {
  expect(finishWindow(0, { minutes: 30, days: 5 }, { measured: undefined, today })).toBeUndefined();
});

test('the window never ends before it begins or begins before today, and more a day never ends it later', () => {
  const rate = fc.double({ min: 1, max: 5000, noNaN: true });
  const measured = fc.option(fc.record({ typical: rate, overall: rate, daysAWeek: fc.integer({ min: 1, max: 7 }) }), {
    nil: undefined,
  });
  const pace = fc.record({ minutes: fc.integer({ min: 5, max: 480 }), days: fc.integer({ min: 1, max: 7 }) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), pace, measured, (left, plan, own) => {
      const window = finishWindow(left, plan, { measured: own, today });
      if (!window) throw new Error('something is left');
      expect(window.earliest).toBeGreaterThanOrEqual(today);
      expect(window.latest).toBeGreaterThanOrEqual(window.earliest);
      const quicker = finishWindow(left, { ...plan, minutes: plan.minutes + 5 }, { measured: own, today });
      expect(quicker?.earliest).toBeLessThanOrEqual(window.earliest);
      expect(quicker?.latest).toBeLessThanOrEqual(window.latest);
    }),
  );
});

test('what is left are the minutes of open lessons; a day has those of the lessons completed on it', () => {
  const records = studied(0, 1);
  const skipped: Records = { ...records, lessons: { ...records.lessons, 103: { v: { status: 'skipped' }, t: 1 } } };
  expect(minutesLeft(skipped, lessons.slice(0, 4))).toBe(40);
  expect([minutesOn(records, lessons, today), minutesOn(records, lessons, today - 1)]).toEqual([40, 40]);
  expect(minutesOn(records, lessons, today - 2)).toBe(0);
});
