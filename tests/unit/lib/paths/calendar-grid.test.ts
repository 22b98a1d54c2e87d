import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, levelOf } from '@/lib/paths/calendar-grid';
import { readDay, weekdayOf, writeDay } from '@/lib/paths/civil-day';

const day = (text: string) => readDay(text) ?? Number.NaN;

test('weeks run from Monday to Sunday and end with the week of today, what is to come left empty', () => {
  const weeks = calendarOf(new Map([[day('2026-11-23'), 4]]), day('2026-11-25'), 3);
  expect(weeks.map(({ monday }) => writeDay(monday))).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  expect(weeks[2]?.days.map((each) => each && [writeDay(each.day), each.results, each.level])).toEqual([
    ['2026-11-23', 4, 2],
    ['2026-11-24', 0, 0],
    ['2026-11-25', 0, 0],
    null,
    null,
    null,
    null,
  ]);
});

test('every day up to today stands in it once, in order, whatever the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18_000, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (today, count) => {
      const days = calendarOf(new Map(), today, count)
        .flatMap((week) => week.days)
        .flatMap((each) => (each ? [each.day] : []));
      expect(days.at(-1)).toBe(today);
      expect(days.length).toBe(7 * (count - 1) + weekdayOf(today) + 1);
      expect(days.every((each, i) => each === (days[0] ?? 0) + i)).toBe(true);
      expect(weekdayOf(days[0] ?? 1)).toBe(0);
    }),
  );
});

test('levels rise with the work and never fall', () => {
  expect([0, 1, 3, 4, 8, 9, 500].map(levelOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
});
