import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streakOf } from '@/lib/paths/streak';

const today = 20_000;
/** `x` a day learnt, `.` a free one; the last is today. */
const streak = (days: string) =>
  streakOf(new Set([...days].flatMap((mark, i) => (mark === 'x' ? [today - (days.length - 1 - i)] : []))), today);

test.each([
  ['', 0],
  ['x', 1],
  ['.', 0],
  ['xx.', 2],
  ['xxxxxxx', 7],
  // Two free days in seven, at the weekend as in the middle.
  ['xxxxx..xxxxx..x', 11],
  ['x..xxxx', 5],
  ['xx.xx.xxxx.xx', 10],
  // Today is not over: it is no free day yet.
  ['xxxxx...', 5],
  // A third free day within seven ends it, in a row or not.
  ['xxxxx....', 0],
  ['xxx...xxxx', 4],
  ['xx.x.xxx.xx.x', 7],
])('%s is a run of %i', (days, count) => {
  expect(streak(days)).toBe(count);
});

test('days after today wait for their time', () => {
  expect(streakOf(new Set([today, today + 1, today + 5]), today)).toBe(1);
});

test('it is the longest run up to today in which no seven days hold three free ones', () => {
  const naive = (active: ReadonlySet<number>) => {
    const isFree = (day: number) => !active.has(day) && day !== today;
    const isRun = (from: number) => {
      for (let a = from; a <= today; a++) {
        let free = 0;
        for (let day = a; day <= Math.min(a + 6, today); day++) free += Number(isFree(day));
        if (free > 2) return false;
      }
      return true;
    };
    let from = today;
    while (from > today - 60 && isRun(from - 1)) from--;
    return [...active].filter((day) => day >= from && day <= today).length;
  };
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (marks) => {
      const active = new Set(marks.flatMap((isActive, i) => (isActive ? [today - i] : [])));
      expect(streakOf(active, today)).toBe(naive(active));
    }),
    { numRuns: 1000 },
  );
});

test('learning on one more day never makes it shorter', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30)), fc.nat(30), (ago, one) => {
      const active = new Set(ago.map((days) => today - days));
      const more = new Set([...active, today - one]);
      expect(streakOf(more, today)).toBeGreaterThanOrEqual(streakOf(active, today));
    }),
  );
});
