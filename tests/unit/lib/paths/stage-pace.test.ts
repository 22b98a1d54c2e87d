import { expect, test } from 'vitest';
import { milestoneMinutesLeft, paceExamples, weeksAt } from '@/lib/paths/stage-pace';

test('thirteen hours of lessons and a milestone of four take two months at half an hour a day, one at an hour', () => {
  const minutes = 13 * 60 + 240;
  expect(paceExamples.map((pace) => [pace.minutes, weeksAt(minutes, pace)])).toEqual([
    [20, 11],
    [30, 7],
    [60, 4],
  ]);
});

test('nothing takes no week, a minute takes one', () => {
  expect(weeksAt(0, { minutes: 30, days: 5 })).toBe(0);
  expect(weeksAt(-5, { minutes: 30, days: 5 })).toBe(0);
  expect(weeksAt(1, { minutes: 480, days: 7 })).toBe(1);
});

test('each step done takes its share of the milestone away', () => {
  expect([0, 2, 6, 9].map((done) => milestoneMinutesLeft(240, done, 6))).toEqual([240, 160, 0, 0]);
  expect(milestoneMinutesLeft(0, 0, 0)).toBe(0);
});
