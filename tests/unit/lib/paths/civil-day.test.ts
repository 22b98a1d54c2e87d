import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mondayOf, readDay, shiftDay, weekdayOf, writeDay } from '@/lib/paths/civil-day';
import { inZone, zones } from '../zones';

/** What the platform's calendar says, in UTC, where no clock ever changes. */
const byPlatform = (number: number) => new Date(number * 86_400_000);

const dayNumber = fc.integer({ min: -700_000, max: 2_900_000 });

test('every day from year 53 to 9909 has the name that the platform gives it, and its weekday', () => {
  fc.assert(
    fc.property(dayNumber, (number) => {
      const date = byPlatform(number);
      expect(writeDay(number)).toBe(date.toISOString().slice(0, 10));
      expect(readDay(writeDay(number))).toBe(number);
      expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7);
    }),
    { numRuns: 2000 },
  );
});

test('known days: the epoch was a Thursday, leap days exist where they should', () => {
  expect([readDay('1970-01-01'), weekdayOf(0)]).toEqual([0, 3]);
  expect(readDay('2000-02-29')).toBe(11_016);
  expect(readDay('2028-02-29')).toBeDefined();
  expect(readDay('2100-02-29')).toBeUndefined();
  expect(shiftDay('2027-12-31', 1)).toBe('2028-01-01');
  expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29');
  expect(writeDay(mondayOf(readDay('2026-11-29') ?? 0))).toBe('2026-11-23');
});

test.each([
  '',
  '2026-1-1',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-11-00',
  '0000-01-01',
  ' 2026-01-01',
  '2026-01-01T00:00',
  '２０２６-01-01',
  20260101,
  null,
  {},
])('%s is no day', (text) => {
  expect(readDay(text)).toBeUndefined();
});

test('days beyond what can be written stop at the edge', () => {
  expect(writeDay(1e12)).toBe('9999-12-31');
  expect(writeDay(-1e12)).toBe('0001-01-01');
  expect(shiftDay('9999-12-31', 9_999)).toBe('9999-12-31');
});

test('shifting by days is adding, and the same in every time zone, over every clock change', () => {
  fc.assert(
    fc.property(
      dayNumber,
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.constantFrom(...zones),
      (number, days, zone) => {
        const text = writeDay(number);
        expect(inZone(zone, () => shiftDay(text, days))).toBe(
          byPlatform(number + days)
            .toISOString()
            .slice(0, 10),
        );
      },
    ),
  );
});
