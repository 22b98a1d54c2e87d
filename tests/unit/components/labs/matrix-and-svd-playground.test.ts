import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  core,
  ellipseAxes,
  params,
  transform,
  UPRIGHT,
  type Vector,
} from '@/components/labs/matrix-and-svd-playground/core';
import { presets } from '@/components/labs/matrix-and-svd-playground/strings';
import { clampParam, completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/quant.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const anyMatrix = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 });
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1];
const length = (a: Vector) => Math.hypot(...a);

test('has the singular values and the first term that numpy gives for the matrix of the lesson', () => {
  const strang = reference.cases.find(({ name }) => name === 'svd/strang-2x2');
  if (!strang) throw new Error('quant.json lacks svd/strang-2x2');
  const { singularValues, rank1Approximation } = strang.expected as {
    singularValues: number[];
    rank1Approximation: number[][];
  };
  const { axes } = at({}).result;
  axes.forEach(({ sigma }, i) => {
    expect(sigma).toBeCloseTo(singularValues[i] ?? 0, 9);
  });
  axes[0].term.forEach((entry, i) => {
    expect(entry).toBeCloseTo(rank1Approximation.flat()[i] ?? 0, 9);
  });
});

test('the arrow at 45 degrees is the most stretched one of the lesson’s matrix', () => {
  expect(at({ angle: 45 }).result.stretch).toBeCloseTo(Math.sqrt(45), 12);
  expect(at({ angle: -45 }).result.stretch).toBeCloseTo(Math.sqrt(5), 12);
});

test('no arrow of length 1 becomes longer than the first axis or shorter than the second', () => {
  fc.assert(
    fc.property(anyMatrix, fc.double({ min: -180, max: 180, noNaN: true }), (matrix, degrees) => {
      const [first, second] = ellipseAxes(matrix);
      const angle = (degrees * Math.PI) / 180;
      const stretch = length(transform(matrix, [Math.cos(angle), Math.sin(angle)]));
      expect(stretch).toBeLessThanOrEqual(first.sigma + 1e-9);
      expect(stretch).toBeGreaterThanOrEqual(second.sigma - 1e-9);
    }),
  );
});

test('inputs and outputs of the axes stand at right angles, and their product is the area', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const [first, second] = ellipseAxes(matrix);
      expect(dot(first.v, second.v)).toBeCloseTo(0, 9);
      expect(dot(first.image, second.image)).toBeCloseTo(0, 7);
      const [a = 0, b = 0, c = 0, d = 0] = matrix;
      expect(first.sigma * second.sigma).toBeCloseTo(Math.abs(a * d - b * c), 7);
    }),
  );
});

test('the two terms add up to the matrix', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const [first, second] = ellipseAxes(matrix);
      matrix.forEach((entry, i) => {
        expect((first.term[i] ?? 0) + (second.term[i] ?? 0)).toBeCloseTo(entry, 9);
      });
    }),
  );
});

test('the zero matrix has rank 0 and does not meet the goal', () => {
  const { result, goal } = at({ matrix: [0, 0, 0, 0] });
  expect(result.rank).toBe(0);
  expect(goal.met).toBe(false);
});

test('columns at a right angle, both 5 long, stretch every arrow by 5: the answer to the prediction', () => {
  const { result } = at({ matrix: [...UPRIGHT] });
  expect(result.columns.map(length)).toEqual([5, 5]);
  expect(result.round).toBe(true);
  expect(result.axes[0].sigma).toBeCloseTo(5, 12);
  expect(core.predict()).toBe('column');
});

test('a turn keeps every length, a mirror too', () => {
  expect(at({ matrix: presets.turn }).result.round).toBe(true);
  expect(at({ matrix: presets.mirror }).result.axes[1].sigma).toBeCloseTo(3, 12);
});

test('the matrices to try are inside the table', () => {
  for (const matrix of Object.values(presets)) expect(clampParam(params.matrix, [...matrix])).toEqual(matrix);
});

test('the goal wants a flat ellipse, long columns and the vanishing arrow, all three', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ ...core.solution, angle: 0 }).goal.met).toBe(false);
  expect(at({ matrix: [3, 0.3, 4, 0.4], angle: -84 }).goal.met).toBe(false);
  expect(at({ matrix: [3, 1.5, 4, 2.6], angle: -63 }).goal.met).toBe(false);
});

test('other parallel columns meet the goal as well', () => {
  expect(at({ matrix: [2, -2, 2, -2], angle: 45 }).goal.met).toBe(true);
});
