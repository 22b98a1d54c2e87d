import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeOrder, continueOn } from '@/lib/paths/active-order';
import { activePathId } from '@/lib/paths/active-preference';
import { activePath, chooseActive, removePath, saveOwnPath } from '@/lib/paths/owned-paths';
import type { Json, Records } from '@/lib/progress/records';
import { continueLesson } from '@/lib/progress/selectors';
import { records } from '../progress/arbitraries';
import { openFake } from '../progress/fake-browser';

const road = [101, 107, 113, 205, 211];
const done = (t: number) => ({ v: { status: 'done' }, t });
const onPath = (lessons: Json, others: Records = {}): Records => ({
  ...others,
  paths: { p: { v: { id: 'p', version: 1, title: 'x', lessons }, t: 1 } },
  prefs: { 'active-path': { v: 'p', t: 1 } },
});
const path = onPath([{ id: 205 }, { id: 101 }, { id: 999 }, { id: 113 }]);

test('without an active path Continue follows the road', () => {
  for (const each of [{}, { lessons: { 101: done(1) } }, { prefs: { 'active-path': { v: 'gone', t: 1 } } }]) {
    expect(continueOn(each, road)).toBe(continueLesson(each, road));
    expect(activeOrder(each, road, {})).toEqual([]);
  }
});

test('with one it follows the order of the path, lessons that are not here left out', () => {
  expect(activeOrder(path, road, {})).toEqual([205, 101, 113]);
  expect(continueOn(path, road)).toBe(205);
  expect(continueOn({ ...path, lessons: { 205: done(1) } }, road)).toBe(101);
  expect(continueOn({ ...path, lessons: { 205: done(1), 107: { v: { status: 'doing' }, t: 9 } } }, road)).toBe(101);
});

test('after the last lesson of the path it goes on with the road', () => {
  const lessons = { 205: done(1), 101: done(2), 113: { v: { status: 'skipped' }, t: 3 } };
  expect(continueOn({ ...path, lessons }, road)).toBe(107);
  expect(continueOn(onPath([{ id: 999 }], { lessons: { 101: done(1) } }), road)).toBe(107);
});

test('a retired lesson of a path stands for its successors', () => {
  const old = onPath([{ id: 99 }, { id: 98 }, { id: 107 }]);
  expect(activeOrder(old, road, { '99': 113, '98': [211, 107] })).toEqual([113, 211, 107]);
});

test('whatever is stored, the order holds lessons of the road only, each once', () => {
  const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(json, records, (lessons, others) => {
      const order = activeOrder(onPath(lessons, others), road, {});
      expect(order.every((id) => road.includes(id))).toBe(true);
      expect(new Set(order).size).toBe(order.length);
      const next = continueOn(onPath(lessons, others), road);
      expect(next === undefined || road.includes(next)).toBe(true);
    }),
  );
});

test('the light reader and the full one agree on paths that were written here', () => {
  const { progress } = openFake();
  const mine = { id: 'mine', version: 1, title: 'Mine', lessons: [{ id: 211 }, { id: 101, due: 3, note: 'n' }] };
  saveOwnPath(progress, mine);
  chooseActive(progress, 'mine');
  const state = () => progress.getState().records;
  expect(activePathId(state())).toBe('mine');
  expect(activePath(state())?.path.lessons.map(({ id }) => id)).toEqual(activeOrder(state(), road, {}));
  removePath(progress, 'mine');
  expect([activePath(state()), activeOrder(state(), road, {})]).toEqual([undefined, []]);
  progress.undo();
  expect(activeOrder(state(), road, {})).toEqual([211, 101]);
});
