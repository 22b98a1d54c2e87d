import { expect, test } from 'vitest';
import { readDay } from '@/lib/paths/civil-day';
import { wholeRoad } from '@/lib/paths/lens';
import { outlookOn, situationOf } from '@/lib/paths/situation';
import type { Records } from '@/lib/progress/records';
import { percent } from '@/lib/progress/selectors';

const today = readDay('2026-11-25') ?? 0;
const lessons = [101, 107, 113].map((id) => ({ id, minutes: 50 }));
const done: Records = { lessons: { 101: { v: { status: 'done' }, t: new Date(2026, 10, 25, 9).getTime() } } };

test('the outlook of a path is about its own lessons, the pace about all', () => {
  const situation = situationOf(done, lessons, today);
  expect(situation.pace).toEqual({ minutes: 30, days: 5 });
  const outlook = outlookOn(wholeRoad([101, 113]), situation);
  expect(outlook.tally.percent).toBe(percent(done, [101, 113]));
  expect(outlook.left).toBe(50);
  expect(outlook.finish).toEqual({ earliest: today + 2, latest: today + 3 });
});

test('a chosen pace goes before the measured one', () => {
  const situation = situationOf({ ...done, prefs: { pace: { v: { minutes: 5, days: 1 }, t: 1 } } }, lessons, today);
  expect([situation.isChosen, situation.pace]).toEqual([true, { minutes: 5, days: 1 }]);
  expect(outlookOn(wholeRoad([107]), situation).finish?.earliest).toBe(today + 69);
});

test('when nothing is left there is no finish to expect', () => {
  const { left, finish, tally } = outlookOn(wholeRoad([101]), situationOf(done, lessons, today));
  expect([left, finish, tally.percent]).toEqual([0, undefined, 100]);
});
