import { expect, test } from 'vitest';
import { lensIds, lensOf, wholeRoad } from '@/lib/paths/lens';

const road = [101, 107, 113];
const path = {
  id: 'p',
  version: 1,
  title: 'P',
  lessons: [
    { id: 113, due: 0 },
    { id: 999, due: 3 },
    { id: 101, due: 7, note: 'n' },
  ],
};

test('lessons that this build does not have are counted and leave a gap in the numbers', () => {
  expect(lensOf(path, '2026-11-23', road, {})).toEqual({
    lessons: [
      { id: 113, place: 1, due: '2026-11-23' },
      { id: 101, place: 3, due: '2026-11-30', note: 'n' },
    ],
    unknown: 1,
  });
});

test('dates count from the start if the path has one, else from its adoption', () => {
  const dates = (lens: ReturnType<typeof lensOf>) => lens.lessons.map(({ due }) => due);
  expect(dates(lensOf({ ...path, start: '2026-12-28' }, '2026-11-23', road, {}))).toEqual(['2026-12-28', '2027-01-04']);
  expect(dates(lensOf(path, 'never', road, {}))).toEqual([undefined, undefined]);
});

test('a retired lesson is shown as its successors, each once, where it is first mentioned', () => {
  const old = { ...path, lessons: [{ id: 99, due: 2, note: 'both' }, { id: 107 }, { id: 98 }, { id: 97 }] };
  expect(lensOf(old, '2026-11-23', road, { '99': [107, 113], '98': 107, '97': 96 })).toEqual({
    lessons: [
      { id: 107, place: 1, due: '2026-11-25', note: 'both' },
      { id: 113, place: 1, due: '2026-11-25', note: 'both' },
    ],
    unknown: 1,
  });
});

test('the whole road is every lesson in road order, without dates', () => {
  expect(lensIds(wholeRoad(road))).toEqual(road);
  expect(wholeRoad(road).unknown).toBe(0);
});
