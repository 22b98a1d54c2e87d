import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core } from '@/components/labs/attention-by-hand/core';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/attention.json';

const at = (partial: Readonly<Record<string, unknown>>) => {
  const values = completeValues(core.params, partial);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values), table: core.table(result, values) };
};

const six = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 6, maxLength: 6 });

test.each([
  ['sdpa/by-hand/full', false],
  ['sdpa/by-hand/causal', true],
])('the start state is the worked example: %s', (name, causal) => {
  const found = reference.cases.find((entry) => entry.name === name);
  const { result } = at({ causal });
  const expected = found?.expected as { weights: number[][]; out: number[][] };
  for (const key of ['weights', 'out'] as const) {
    result[key].forEach((row, i) => {
      row.forEach((x, j) => {
        expect(Math.abs(x - (expected[key][i]?.[j] ?? Number.NaN))).toBeLessThanOrEqual(1e-10);
      });
    });
  }
});

test('the goal is open at the start and met by the solution, with and without mask and scale', () => {
  expect(at({}).goal.met).toBe(false);
  for (const causal of [false, true]) {
    for (const scaled of [false, true]) {
      expect(at({ ...core.solution, causal, scaled }).goal).toEqual({ met: true, progress: 1 });
    }
  }
});

test('the same copy made by editing Q is not the goal', () => {
  const { result, goal } = at({ q: [1, 0, 0, 1, 4, -4], scaled: false });
  expect(result.weights[2]?.[0]).toBeGreaterThan(0.95);
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeLessThan(1);
});

test('the right keys with one value moved are not the goal', () => {
  expect(at({ ...core.solution, v: [1, 2, 3, 4, 5, 6.1] }).goal.met).toBe(false);
});

test('a key that points away from the query is further from the goal than the start', () => {
  expect(at({ k: [-4, -4, 0, 1, 1, 1] }).goal.progress).toBeLessThan(at({}).goal.progress);
});

test.each([
  [true, 3.365],
  [false, 2.629],
])('with scale %s the key must be as long as the lesson computes: %d', (scaled, least) => {
  // Finer than the fields of the lab, so not through their table.
  const values = { ...at({}).values, scaled };
  const weight = (a: number) => core.run({ ...values, k: [a, a, 0, 1, 1, 1] }).weights[2]?.[0] ?? Number.NaN;
  expect(weight(least - 0.001)).toBeLessThan(0.95);
  expect(weight(least + 0.001)).toBeGreaterThan(0.95);
});

test('token 3 then reads almost exactly the value of token 1', () => {
  const out = at(core.solution).result.out[2] ?? [];
  expect(Math.abs((out[0] ?? 0) - 1)).toBeLessThan(0.2);
  expect(Math.abs((out[1] ?? 0) - 2)).toBeLessThan(0.2);
});

test('values never move a weight, so the prediction is "same"', () => {
  expect(core.predict()).toBe('same');
  fc.assert(
    fc.property(six, (v) => {
      expect(at({ v }).result.weights).toEqual(at({}).result.weights);
    }),
  );
});

test('the switch for the scale multiplies scores by √2 and nothing else', () => {
  fc.assert(
    fc.property(six, six, (q, k) => {
      const scaled = at({ q, k }).result;
      const raw = at({ q, k, scaled: false }).result;
      expect(raw.scores).toEqual(scaled.products);
      scaled.scores.forEach((row, i) => {
        row.forEach((s, j) => {
          expect(s * Math.SQRT2).toBeCloseTo(raw.scores[i]?.[j] ?? Number.NaN, 10);
        });
      });
    }),
  );
});

test('under the mask no weight points to the future', () => {
  fc.assert(
    fc.property(six, six, (q, k) => {
      const { weights } = at({ q, k, causal: true }).result;
      expect([weights[0]?.[1], weights[0]?.[2], weights[1]?.[2]]).toEqual([0, 0, 0]);
    }),
  );
});

test('no state holds NaN or Infinity', () => {
  fc.assert(
    fc.property(six, six, six, fc.boolean(), fc.boolean(), (q, k, v, causal, scaled) => {
      const { result, table } = at({ q, k, v, causal, scaled });
      const seen: number[] = [];
      JSON.stringify([result, table.rows], (_key, value: unknown) => {
        if (typeof value === 'number') seen.push(value);
        return value;
      });
      expect(seen.every(Number.isFinite)).toBe(true);
    }),
  );
});
