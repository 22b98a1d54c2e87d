import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clearDates,
  dueOnDay,
  outOfOrder,
  shiftDates,
  sortDates,
  spreadDates,
  spreadWeeks,
} from '@/lib/paths/draft-dates';
import { dropPlace, scrollStep } from '@/lib/paths/draft-drag';
import { workOf } from '@/lib/paths/draft-pace';
import { shareLimits } from '@/lib/share/limits';
import type { PathLesson } from '@/lib/share/path-code';
import { anyPath } from '../share/arbitraries';

const four = [101, 102, 103, 104].map((id) => ({ id }));
const minutes = { 101: 60, 102: 60, 103: 60, 104: 60 };
const dues = (lessons: readonly PathLesson[]) => lessons.map(({ due }) => due);
const anyMinutes = fc.integer({ min: 1, max: 300 });
/** Enough for the longest path to end before the last date a link can hold. */
const anyPace = fc.integer({ min: 20, max: 2_400 });

test('four hours at two hours a week are two weeks, two lessons each', () => {
  expect(dues(spreadDates(four, { weekMinutes: 120, minutes }))).toEqual([7, 7, 14, 14]);
});

test('weeks that the pace does not fill are evened out', () => {
  expect(dues(spreadDates(four, { weekMinutes: 180, minutes }))).toEqual([7, 7, 14, 14]);
});

test('a lesson across the end of a week is due with the later week', () => {
  expect(dues(spreadDates(four.slice(0, 3), { weekMinutes: 90, minutes }))).toEqual([7, 14, 14]);
});

test('a lesson of unknown length counts as long as the others on average', () => {
  expect(dues(spreadDates([{ id: 101 }, { id: 60_000 }], { weekMinutes: 60, minutes }))).toEqual([7, 14]);
});

test('dates spread at a pace rise with the order, and meeting them never takes more than that pace', () => {
  fc.assert(
    fc.property(fc.array(anyMinutes, { minLength: 1, maxLength: 60 }), anyPace, (each, weekMinutes) => {
      const lessons = each.map((_, i) => ({ id: 101 + i }));
      const known = Object.fromEntries(each.map((n, i) => [101 + i, n]));
      const dated = spreadDates(lessons, { weekMinutes, minutes: known });
      const work = workOf(dated, known);
      expect(outOfOrder(dated)).toEqual([]);
      expect(work.days).toBe(7 * spreadWeeks(lessons, { weekMinutes, minutes: known }));
      expect(work.needed?.weekMinutes ?? 0).toBeLessThanOrEqual(weekMinutes + 1e-6);
    }),
  );
});

test('a pace of nothing ends at the last date a link can hold', () => {
  const dated = spreadDates(four, { weekMinutes: 0, minutes: { 101: 1e9 } });
  expect(Math.max(...dues(dated).map(Number))).toBeLessThanOrEqual(shareLimits.dueDays);
});

test('shifting keeps the distances and stops at the start', () => {
  const dated = [{ id: 101, due: 3 }, { id: 102 }, { id: 103, due: 10 }];
  expect(dues(shiftDates(dated, 4))).toEqual([7, undefined, 14]);
  expect(dues(shiftDates(dated, -8))).toEqual([0, undefined, 7]);
});

test('shifting there and back is no change while nothing hits an end', () => {
  fc.assert(
    fc.property(anyPath, fc.integer({ min: 0, max: 400 }), ({ lessons }, days) => {
      const latest = Math.max(0, ...lessons.map(({ due = 0 }) => due));
      fc.pre(latest + days <= shareLimits.dueDays);
      expect(shiftDates(shiftDates(lessons, days), -days)).toEqual(lessons);
    }),
  );
});

test('sorting hands out the same dates to the same lessons in the order of the path', () => {
  fc.assert(
    fc.property(anyPath, ({ lessons }) => {
      const sorted = sortDates(lessons);
      expect(outOfOrder(sorted)).toEqual([]);
      expect(sorted.map(({ id }) => id)).toEqual(lessons.map(({ id }) => id));
      expect(sorted.map(({ due }) => due !== undefined)).toEqual(lessons.map(({ due }) => due !== undefined));
      const number = (a = 0, b = 0) => a - b;
      expect(dues(sorted).toSorted(number)).toEqual(dues(lessons).toSorted(number));
    }),
  );
});

test('clearing leaves notes and order', () => {
  expect(clearDates([{ id: 101, due: 3, note: 'n' }])).toEqual([{ id: 101, note: 'n' }]);
});

test('a lesson due before one above it is named', () => {
  expect(outOfOrder([{ id: 101, due: 9 }, { id: 102 }, { id: 103, due: 8 }, { id: 104, due: 9 }])).toEqual([103]);
});

test('a typed date becomes days after the start, across a leap day and the end of summer time', () => {
  expect(dueOnDay('2028-02-28', '2028-03-01')).toEqual({ ok: true, due: 2 });
  expect(dueOnDay('2026-10-24', '2026-10-26')).toEqual({ ok: true, due: 2 });
  expect(dueOnDay('2026-12-01', '2026-12-01')).toEqual({ ok: true, due: 0 });
});

test('a date that cannot be is refused with its reason', () => {
  expect(dueOnDay('2026-12-01', '2026-11-30')).toEqual({ ok: false, why: 'before-start' });
  expect(dueOnDay('2026-12-01', '2026-02-30')).toEqual({ ok: false, why: 'not-a-date' });
  expect(dueOnDay('2020-01-01', '2119-12-31')).toEqual({ ok: false, why: 'too-late' });
});

test('the needed pace is that of the tightest date, not of the last one', () => {
  const lessons = [{ id: 101, due: 7 }, { id: 102 }, { id: 103, due: 14 }, { id: 104, due: 70 }];
  expect(workOf(lessons, minutes).needed).toEqual({ weekMinutes: 90, id: 103 });
});

test('work counts what is known and says how much is not', () => {
  expect(workOf([{ id: 101 }, { id: 60_000 }], minutes)).toEqual({
    minutes: 60,
    unknown: 1,
    dated: 0,
    days: undefined,
    needed: undefined,
  });
});

test('a row is dropped after the rows whose middle lies above the pointer', () => {
  expect([-5, 10, 25, 99].map((y) => dropPlace([10, 20, 30], y))).toEqual([0, 0, 2, 3]);
});

test('a list scrolls near its edges only, faster the nearer', () => {
  expect(scrollStep(400, 0, 800)).toBe(0);
  expect(scrollStep(60, 0, 800)).toBeLessThan(0);
  expect(scrollStep(5, 0, 800)).toBeLessThan(scrollStep(60, 0, 800));
  expect(scrollStep(790, 0, 800)).toBeGreaterThan(0);
});
