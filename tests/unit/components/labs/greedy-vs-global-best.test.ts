import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, DRAWS, params } from '@/components/labs/greedy-vs-global-best/core';
import { moveBorder, normalize, setShare, WHOLE, walkTree } from '@/components/labs/greedy-vs-global-best/tree';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/answer-trees.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { result, goal: core.goal(result, values) };
};
const weights = fc.array(fc.integer({ min: 0, max: WHOLE }), { minLength: 3, maxLength: 3 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test.each(reference.cases)('agrees with torch: $name', ({ weights: rows, joint, greedy, best, trueShare }) => {
  const [first, a, b, c] = rows;
  const { result } = at({ first, a, b, c });
  result.answers.forEach((answer, i) => {
    expect(Math.abs(answer.p - (joint.flat()[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-12);
  });
  expect([result.greedy.first, result.greedy.second]).toEqual(greedy);
  expect([result.best.first, result.best.second]).toEqual(best);
  expect(Math.abs(result.trueShare - trueShare)).toBeLessThanOrEqual(1e-12);
});

test('finds "ok ok" in the tree of the textbook, where greedy says "yes yes"', () => {
  // SLP3, section on beam search: p(yes) = .5, p(ok) = .4, p(ok | ok) = .7, then the end for certain; .4 × .7 × 1.0 = .28.
  const { leaves, greedy, best } = walkTree(
    [0.5, 0.4, 0.1],
    [
      [0.4, 0.3, 0.3],
      [0.2, 0.7, 0.1],
      [0, 0, 1],
    ],
  );
  expect(leaves[best]).toMatchObject({ first: 1, second: 1 });
  expect(leaves[best]?.p).toBeCloseTo(0.28, 12);
  expect(leaves[greedy]).toMatchObject({ first: 0, second: 0 });
});

test('starts with a greedy answer that is false and a most probable one that is true', () => {
  const { result, goal } = at({});
  expect(result.greedy).toMatchObject({ key: 'A1', true: false });
  expect(result.best).toMatchObject({ key: 'B1', true: true });
  expect([result.greedy.p, result.best.p, result.trueShare].map((p) => Number(p.toFixed(12)))).toEqual([
    0.18, 0.315, 0.41,
  ]);
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeGreaterThan(0);
});

test('each condition of the goal is needed', () => {
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  // Too little truth: the third first token says "ten" more often.
  expect(at({ ...core.solution, c: [60, 40, 0] }).goal.met).toBe(false);
  // The most probable answer is true: "five" has one favourite wording.
  expect(at({ ...core.solution, b: [90, 5, 5] }).goal.met).toBe(false);
  // Greedy and exact search agree on a false answer: "ten" is the first choice from the start.
  const agreed = at({ first: [40, 34, 26], a: [90, 5, 5], b: [34, 33, 33], c: [0, 100, 0] });
  expect(agreed.result.trueShare).toBeGreaterThanOrEqual(0.6);
  expect(agreed.result.greedy.key).toBe(agreed.result.best.key);
  expect(agreed.goal.met).toBe(false);
});

test('a tie between a false and a true answer is not enough', () => {
  const tied = at({ first: [25, 50, 25], a: [100, 0, 0], b: [50, 50, 0], c: [0, 100, 0] });
  expect(tied.result.best.p).toBe(0.25);
  expect(tied.goal.met).toBe(false);
});

test('a row without weight is uniform, and all its branches stay possible', () => {
  const { result } = at({ first: [0, 0, 0], a: [0, 0, 0], b: [0, 0, 0], c: [0, 0, 0] });
  for (const { p } of result.answers) expect(p).toBeCloseTo(1 / 9, 12);
  expect(result.greedy.key).toBe('A1');
});

test('probabilities add up to one, greedy never beats the best, draws never hit the impossible', () => {
  fc.assert(
    fc.property(weights, weights, weights, weights, fc.nat({ max: 9999 }), (first, a, b, c, seed) => {
      const { result } = at({ first, a, b, c, seed });
      expect(sum(result.answers.map(({ p }) => p))).toBeCloseTo(1, 9);
      expect(result.greedy.p).toBeLessThanOrEqual(result.best.p);
      expect(Math.max(...result.answers.map(({ p }) => p))).toBe(result.best.p);
      expect(sum(Object.values(result.byMeaning))).toBeCloseTo(1, 9);
      expect(sum(result.answers.map(({ drawn }) => drawn))).toBe(DRAWS);
      for (const { p, drawn } of result.answers) if (p === 0) expect(drawn).toBe(0);
    }),
  );
});

test('over many seeds the draws have the frequencies of the tree', () => {
  const counts = new Map<string, number>();
  const seeds = 200;
  for (let seed = 0; seed < seeds; seed += 1) {
    for (const { key, drawn } of at({ seed }).result.answers) counts.set(key, (counts.get(key) ?? 0) + drawn);
  }
  for (const { key, p } of at({}).result.answers) {
    const error = Math.sqrt((p * (1 - p)) / (seeds * DRAWS));
    expect(Math.abs((counts.get(key) ?? 0) / (seeds * DRAWS) - p)).toBeLessThan(4 * error);
  }
});

test('a slider keeps its row at 100 and the others in proportion', () => {
  expect(setShare([45, 35, 20], 0, 12)).toEqual([12, 56, 32]);
  expect(setShare([100, 0, 0], 0, 40)).toEqual([40, 30, 30]);
  fc.assert(
    fc.property(weights, fc.nat({ max: 2 }), fc.integer({ min: 0, max: WHOLE }), (row, index, value) => {
      const moved = setShare(row, index, value);
      expect(sum(moved)).toBe(WHOLE);
      expect(moved[index]).toBe(value);
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a border moves its two branches only, and never past them', () => {
  expect(moveBorder([45, 35, 20], 0, 0.1)).toEqual([10, 70, 20]);
  expect(moveBorder([45, 35, 20], 1, 1.5)).toEqual([45, 55, 0]);
  expect(moveBorder([45, 35, 20], 1, 0.2)).toEqual([45, 0, 55]);
  fc.assert(
    fc.property(weights, fc.nat({ max: 1 }), fc.double({ min: -1, max: 2, noNaN: true }), (row, index, to) => {
      const moved = moveBorder(row, index, to);
      expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
      const other = index === 0 ? 2 : 0;
      expect(Math.abs((moved[other] ?? 0) - WHOLE * (normalize(row)[other] ?? 0))).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});

test('the prediction: a majority of truth does not make the winner true', () => {
  expect(core.predict()).toBe('no');
});
