import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL, params } from '@/components/labs/quantization-explorer/core';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/quant.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const seeds = Array.from({ length: 40 }, (_, i) => i * 251);

test('shows the integers of the worked vector', () => {
  const want = reference.cases.find((one) => one.name === 'absmax/int8/vector');
  const { result } = at({ data: 'vector', outlier: 1, bits: 8 });
  expect(result.codes).toEqual((want as { expected: { q: number[] } }).expected.q);
  expect(result.error.maxAbs).toBeCloseTo(0.018897637795275646, 12);
  expect(result.bound).toBeCloseTo(0.02125984251968504, 12);
  expect(at({ data: 'vector', outlier: 1, bits: 4 }).result.codes).toEqual([2, -1, -6, 2, -4, 1, 3, 7]);
});

test('groups of four keep the first half of the vector away from its outlier', () => {
  const { result } = at({ data: 'vector', outlier: 1, bits: 4, granularity: 'g4' });
  expect(result.grids.map(({ scale }) => scale)).toEqual([4.3 / 7, 5.4 / 7]);
  expect(result.size.total).toBe(8);
});

test('the goal is open at the start and its distance is said', () => {
  const { goal } = at({});
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeGreaterThan(0);
  expect(goal.progress).toBeLessThan(1);
});

test('the solution meets the goal with every seed', () => {
  for (const seed of seeds) expect(at({ ...core.solution, seed }).goal).toEqual({ met: true, progress: 1 });
});

test('zero points for each row pass with every seed, absmax for each row does not pass with the first', () => {
  const row = { bits: 4, granularity: 'row' };
  for (const seed of seeds) expect(at({ ...row, scheme: 'affine', seed }).goal.met).toBe(true);
  expect(at({ ...row, scheme: 'symmetric' }).goal.met).toBe(false);
});

test('one scale for the whole matrix fails with every seed, scheme and width that is small enough', () => {
  for (const seed of seeds) {
    for (const scheme of params.scheme.options) {
      for (const bits of [2, 3, 4]) {
        const { result, goal } = at({ granularity: 'tensor', scheme, bits, seed });
        expect(result.relativeError).toBeGreaterThan(GOAL.relativeError + 0.05);
        expect(goal.met).toBe(false);
      }
    }
  }
});

test('groups of 16, or zero points for groups of 32, cost too much at 4 bits', () => {
  expect(at({ bits: 4, granularity: 'g16' }).result.size.total).toBe(5);
  expect(at({ bits: 4, granularity: 'g32', scheme: 'affine' }).result.size).toEqual({
    codes: 4,
    scales: 0.5,
    zeroPoints: 0.125,
    total: 4.625,
  });
  expect(at({ bits: 4, granularity: 'g32', scheme: 'affine' }).goal.met).toBe(false);
});

test('taking the outlier away, or the matrix, does not meet the goal', () => {
  expect(at({ ...core.solution, outlier: 15 }).goal.met).toBe(false);
  expect(at({ ...core.solution, data: 'vector' }).goal.met).toBe(false);
});

test('most ordinary weights become 0 under one 4-bit scale, which is the answer of the prediction', () => {
  for (const seed of seeds) {
    expect(at({ bits: 4, granularity: 'tensor', outlier: 16, seed }).result.zeroed).toBeGreaterThan(0.8);
  }
  expect(core.predict()).toBe('most');
});

test('half precision is the better baseline by far', () => {
  const { result } = at({});
  expect(result.halfRelativeError).toBeGreaterThan(0);
  expect(result.halfRelativeError).toBeLessThan(2 ** -11);
});

test('the error stays under its bound and the picked weight inside the matrix, whatever is set', () => {
  const { bits, outlier, row, column } = params;
  fc.assert(
    fc.property(
      fc.record({
        bits: fc.integer(bits),
        outlier: fc.integer(outlier),
        row: fc.integer(row),
        column: fc.integer(column),
        granularity: fc.constantFrom(...params.granularity.options),
        scheme: fc.constantFrom(...params.scheme.options),
        data: fc.constantFrom(...params.data.options),
        seed: fc.integer({ min: 0, max: 9999 }),
      }),
      (change) => {
        const { result } = at(change);
        expect(result.error.maxAbs).toBeLessThanOrEqual(result.bound * (1 + 1e-9));
        expect(result.weights[result.picked]).toBeDefined();
        expect(result.size.codes + result.size.scales + result.size.zeroPoints).toBeCloseTo(result.size.total, 12);
      },
    ),
    { numRuns: 60 },
  );
});

test('the table has the row of the picked weight', () => {
  const { values, result } = at({ row: 3, column: 5 });
  const { columns, rows } = core.table(result, values);
  expect(rows.length).toBe(64);
  expect(rows[4]?.[columns.indexOf('weight')]).toBe(result.weights[2 * 64 + 4]);
});
