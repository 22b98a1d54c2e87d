import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarsen, core, GOAL, params } from '@/components/labs/low-rank-image/core';
import { paint, pictures, SIDE } from '@/components/labs/low-rank-image/pictures';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/low-rank-image.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const norm = (x: readonly number[]) => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0));

test('the balloon has the singular values and the rank-7 picture that numpy gives', () => {
  const { result } = at({ k: 7 });
  result.values.forEach((value, i) => {
    expect(value).toBeCloseTo(reference.singularValues[i] ?? Number.NaN, 9);
  });
  reference.rank7Diagonal.forEach((value, i) => {
    expect(result.rebuilt[i * (SIDE + 1)]).toBeCloseTo(value, 9);
  });
  expect(result.error).toBeCloseTo(reference.rank7RelativeError, 9);
});

test('the character has rank 3 and three terms rebuild it exactly', () => {
  const { result } = at({ picture: 'glyph', k: 3 });
  expect(result.rank).toBe(3);
  result.rebuilt.forEach((value, i) => {
    expect(value).toBeCloseTo(result.image[i] ?? Number.NaN, 9);
  });
});

test('the diagonal has 32 singular values of 1, so each term holds a 32nd', () => {
  for (const k of [1, 16, 29, 31]) expect(at({ picture: 'diagonal', k }).result.captured).toBeCloseTo(k / SIDE, 12);
  expect(core.predict()).toBe('nearly-all');
});

test('what is shown is off by what the dropped singular values say', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pictures),
      fc.integer({ min: 0, max: SIDE }),
      fc.integer({ min: 0, max: 5 }),
      (picture, k, seed) => {
        const { image, rebuilt, error, captured } = at({ picture, k, seed }).result;
        expect(norm(image.map((v, i) => v - (rebuilt[i] ?? 0))) / norm(image)).toBeCloseTo(error, 6);
        expect(captured + error ** 2).toBeCloseTo(1, 9);
      },
    ),
    { numRuns: 60 },
  );
});

test('nothing kept is all zeros, everything kept is the picture', () => {
  expect(norm(at({ k: 0 }).result.rebuilt)).toBe(0);
  expect(at({ k: 0 }).result.error).toBe(1);
  expect(at({ k: SIDE }).result.error).toBe(0);
});

test('big pixels are means: as many as pixels change nothing, one is the mean of all', () => {
  const image = paint('noise', 1);
  expect(coarsen(image, SIDE)).toEqual([...image]);
  const mean = image.reduce((sum, v) => sum + v, 0) / image.length;
  expect(coarsen(image, 1)[500]).toBeCloseTo(mean, 12);
});

test('only the noise depends on the seed', () => {
  expect(paint('balloon', 1)).toEqual(paint('balloon', 2));
  expect(paint('noise', 1)).not.toEqual(paint('noise', 2));
});

test('the goal is met by the fewest terms only, and only for the balloon', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  const k = Number(core.solution.k);
  expect(at({ k }).result.error).toBeLessThanOrEqual(GOAL.error);
  expect(at({ k: k - 1 }).result.error).toBeGreaterThan(GOAL.error);
  expect(at({ k: k + 1 }).goal.met).toBe(false);
  expect(at({ picture: 'glyph', k: 3 }).goal.met).toBe(false);
});
