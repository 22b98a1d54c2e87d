import { expect, test } from 'vitest';
import { readDay, writeDay } from '@/lib/paths/civil-day';
import { lensOf, wholeRoad } from '@/lib/paths/lens';
import { todayOn } from '@/lib/paths/today';
import type { Records } from '@/lib/progress/records';

const road = [101, 107, 113, 205, 211];
const lessons = road.map((id) => ({ id, minutes: 40 }));
const pace = { minutes: 60, days: 5 };
/** A Wednesday. */
const today = readDay('2026-11-25') ?? 0;
const path = (...due: readonly (number | undefined)[]) => ({
  id: 'p',
  version: 1,
  title: 'P',
  start: '2026-11-25',
  lessons: due.map((days, i) => ({ id: road[i] ?? 0, ...(days === undefined ? {} : { due: days }) })),
});
const ask = (records: Records, lens = wholeRoad(road)) =>
  todayOn(lens, { records, lessons, activity: new Map(), pace, today });
const due = (list: readonly { id: number; day: number }[]) => list.map(({ id, day }) => [id, writeDay(day)]);

test('a path without dates asks for nothing by a day', () => {
  expect(ask({})).toEqual({
    next: 101,
    dueToday: [],
    dueThisWeek: [],
    dueNext: undefined,
    late: 0,
    minutesLeft: 60,
    daysThisWeek: 0,
  });
});

test('dates are sorted into today, this week up to Sunday, and what comes next', () => {
  const lens = lensOf(path(0, 4, 1, 5), '2026-01-01', road, {});
  const plan = ask({}, lens);
  expect(due(plan.dueToday)).toEqual([[101, '2026-11-25']]);
  expect(due(plan.dueThisWeek)).toEqual([
    [113, '2026-11-26'],
    [107, '2026-11-29'],
  ]);
  expect(plan.dueNext).toBeUndefined();
});

test('with nothing due this week the next date is named', () => {
  const plan = ask({}, lensOf(path(12, 5), '2026-01-01', road, {}));
  expect(plan.dueNext).toEqual({ id: 107, day: today + 5 });
});

test('completed and skipped lessons are not due, and dates that passed are counted, not listed', () => {
  const early = { ...path(0, 1, 2, 3, 40), start: '2026-11-20' };
  const records: Records = {
    lessons: { 101: { v: { status: 'done' }, t: 1 }, 113: { v: { status: 'skipped' }, t: 1 } },
  };
  const plan = ask(records, lensOf(early, '2026-01-01', road, {}));
  expect([plan.late, plan.dueToday, plan.dueThisWeek]).toEqual([2, [], []]);
  expect(plan.next).toBe(107);
});

test('minutes left are the day’s plan less the lessons completed today, and never less than none', () => {
  const at = (hour: number) => new Date(2026, 10, 25, hour).getTime();
  const one: Records = { lessons: { 211: { v: { status: 'done' }, t: at(9) } } };
  expect(ask(one).minutesLeft).toBe(20);
  expect(ask({ lessons: { ...one.lessons, 205: { v: { status: 'done' }, t: at(10) } } }).minutesLeft).toBe(0);
  expect(ask({ lessons: { 211: { v: { status: 'done' }, t: at(-3) } } }).minutesLeft).toBe(60);
});

test('days of this week are those since Monday', () => {
  const activity = new Map([today - 3, today - 2, today, today + 1].map((day) => [day, 1]));
  expect(todayOn(wholeRoad(road), { records: {}, lessons, activity, pace, today }).daysThisWeek).toBe(2);
});

test('when every lesson is completed or skipped there is no next one', () => {
  const records: Records = { lessons: Object.fromEntries(road.map((id) => [id, { v: { status: 'done' }, t: 1 }])) };
  expect(ask(records).next).toBeUndefined();
});
