import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMissing, type LessonGraph, missingLessons, orderWarnings, roadPlace } from '@/lib/paths/prerequisites';
import { putInOrder } from '@/lib/paths/prerequisites-order';

const graphOf = (needs: Record<number, readonly number[]>, aliases = {}): LessonGraph => ({
  road: Object.keys(needs).map(Number),
  needs,
  aliases,
});
/** 1 ← 2 ← 3 ← 5, 1 ← 4 ← 5, and 6 for itself. */
const known = graphOf({ 1: [], 2: [1], 3: [2], 4: [1], 5: [3, 4], 6: [] });

const size = 7;
/** Lessons need only what comes earlier on the road, as the content checks demand. */
const anyGraph = fc
  .tuple(...Array.from({ length: size }, (_, i) => fc.subarray(Array.from({ length: i }, (_, j) => j + 1))))
  .map((lists) => graphOf(Object.fromEntries(lists.map((list, i) => [i + 1, list]))));
/** Any choice in any order, with a lesson of a newer site now and then. */
const anyOrder = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 60_000]);

const isSubsequence = (part: readonly number[], whole: readonly number[]) =>
  String(whole.filter((id) => part.includes(id))) === String(part);

test('a lesson that builds on one outside the path is warned of, by its direct prerequisites', () => {
  expect(orderWarnings([3, 6], known)).toEqual([{ id: 3, needs: 2, at: null }]);
});

test('a lesson before what it builds on is warned of, with the place of that', () => {
  expect(orderWarnings([2, 6, 1], known)).toEqual([{ id: 2, needs: 1, at: 2 }]);
});

test('a good order and lessons nobody knows give no warning', () => {
  expect(orderWarnings([60_000, 1, 2, 60_001], known)).toEqual([]);
});

test('what is missing is everything below, in road order', () => {
  expect(missingLessons([5], known)).toEqual([1, 2, 3, 4]);
});

test('what is missing is put where the road has it, before what builds on it', () => {
  expect(addMissing([6, 5], known)).toEqual([1, 2, 3, 4, 6, 5]);
  expect(addMissing([1, 6, 2, 5], known)).toEqual([1, 4, 6, 2, 3, 5]);
  expect(addMissing([4, 3], known)).toEqual([1, 2, 4, 3]);
});

test('after adding nothing is missing, and the chosen lessons keep their order', () => {
  fc.assert(
    fc.property(anyGraph, anyOrder, (graph, order) => {
      const added = addMissing(order, graph);
      expect(missingLessons(added, graph)).toEqual([]);
      expect(new Set(added).size).toBe(added.length);
      expect(isSubsequence(order, added)).toBe(true);
      expect(added.filter((id) => !order.includes(id)).toSorted()).toEqual(missingLessons(order, graph).toSorted());
    }),
  );
});

test('adding to an order without conflicts makes none', () => {
  fc.assert(
    fc.property(anyGraph, anyOrder, (graph, order) => {
      fc.pre(putInOrder(order, graph).moved.length === 0);
      expect(orderWarnings(addMissing(order, graph), graph)).toEqual([]);
    }),
  );
});

test('one late prerequisite comes forward; one early lesson goes back', () => {
  expect(putInOrder([2, 4, 6, 1], known)).toEqual({ order: [1, 2, 4, 6], moved: [1] });
  expect(putInOrder([5, 1, 2, 3, 4, 6], known)).toEqual({ order: [1, 2, 3, 4, 5, 6], moved: [5] });
});

test('after both fixes there is no warning left', () => {
  fc.assert(
    fc.property(anyGraph, anyOrder, (graph, order) => {
      const fixed = putInOrder(addMissing(order, graph), graph).order;
      expect(orderWarnings(fixed, graph)).toEqual([]);
    }),
  );
});

test('the repair keeps all lessons, moves none of a good order, and what it does not move keeps its order', () => {
  fc.assert(
    fc.property(anyGraph, anyOrder, (graph, order) => {
      const { order: fixed, moved } = putInOrder(order, graph);
      expect([...fixed].sort()).toEqual([...order].sort());
      const stay = order.filter((id) => !moved.includes(id));
      expect(isSubsequence(stay, fixed)).toBe(true);
      expect(putInOrder(fixed, graph)).toEqual({ order: fixed, moved: [] });
    }),
  );
});

test('no repair moves fewer lessons: compared with all orders there are', () => {
  fc.assert(
    fc.property(anyGraph, fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2 }), (graph, order) => {
      const full = { ...graph, needs: Object.fromEntries(graph.road.map((id) => [id, closure(id, graph)])) };
      const valid = permutations(order).filter((each) => orderWarnings(each, full).every(({ at }) => at === null));
      const fewest = Math.min(...valid.map((each) => order.length - longestCommon(order, each)));
      expect(putInOrder(order, graph).moved.length).toBe(fewest);
    }),
    { numRuns: 60 },
  );
});

test('a retired lesson counts as the one that took its place', () => {
  const graph = graphOf({ 1: [], 2: [1] }, { 90: 1 });
  expect(orderWarnings([90, 2], graph)).toEqual([]);
  expect(missingLessons([90, 2], graph)).toEqual([]);
  expect(putInOrder([2, 90], graph).order).toEqual([90, 2]);
});

test('a circle, which no content has, ends', () => {
  const circle = graphOf({ 1: [2], 2: [1], 3: [3] });
  expect(putInOrder([2, 1, 3], circle).order.toSorted()).toEqual([1, 2, 3]);
  expect([...addMissing([1], circle)].sort()).toEqual([1, 2]);
});

test('a lesson stands before the first one that the road has later', () => {
  expect(roadPlace([1, 60_000, 4, 2], 3, known)).toBe(2);
  expect(roadPlace([1, 2], 6, known)).toBe(2);
});

function closure(id: number, graph: LessonGraph): number[] {
  const direct = graph.needs[id] ?? [];
  return [...new Set(direct.flatMap((need) => [need, ...closure(need, graph)]))];
}

function permutations(list: readonly number[]): number[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((id) => id !== first)).map((rest) => [first, ...rest]));
}

function longestCommon(a: readonly number[], b: readonly number[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  const taken = at < 0 ? 0 : 1 + longestCommon(rest, b.slice(at + 1));
  return Math.max(taken, longestCommon(rest, b));
}
