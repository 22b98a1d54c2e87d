import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, evenLoss, GOAL, params, scramble } from '@/components/labs/pull-and-push/core';
import { alongCircle, descend, onCircle, STEPS } from '@/components/labs/pull-and-push/descent';
import { infoNce, type Rows } from '@/components/labs/pull-and-push/info-nce';
import { nceRow } from '@/components/labs/pull-and-push/nce';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/info-nce.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const caseOf = (name: string) => {
  const found = reference.cases.find((one) => one.name === name);
  if (!found) throw new Error(`info-nce.json lacks ${name}`);
  return found as unknown as {
    readonly input: { readonly query: Rows; readonly key: Rows; readonly temperature: number };
    readonly expected: {
      readonly loss: number;
      readonly logits: Rows;
      readonly grads: { readonly query: Rows; readonly key: Rows };
    };
  };
};
const near = (got: Rows, want: Rows) => {
  expect(got.length).toBe(want.length);
  want.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(got[i]?.[j]).toBeCloseTo(value, 10);
    });
  });
};
const angles = (length: number) =>
  fc.array(fc.double({ min: -3.2, max: 3.2, noNaN: true }), { minLength: length, maxLength: length });

test('loss and gradients are those of torch for plain dot products', () => {
  const { input, expected } = caseOf('info-nce/dot-product-no-normalization');
  const got = infoNce(input.query, input.key, input.temperature);
  expect(got.loss).toBeCloseTo(expected.loss, 10);
  near(got.queryGradients, expected.grads.query);
  near(got.keyGradients, expected.grads.key);
});

test('on unit vectors, logits and losses are those of torch at both temperatures', () => {
  const unit = (rows: Rows) => rows.map((row) => row.map((x) => x / Math.hypot(...row)));
  for (const name of ['info-nce/T=1.0', 'info-nce/T=0.1']) {
    const { input, expected } = caseOf(name);
    const got = infoNce(unit(input.query), unit(input.key), input.temperature);
    expect(got.loss).toBeCloseTo(expected.loss, 9);
    near(
      got.similarities.map((row) => row.map((s) => s / input.temperature)),
      expected.logits,
    );
  }
});

test('points that all coincide cost log N, the chance level', () => {
  for (const n of [2, 16, 64]) {
    const same = Array.from({ length: n }, () => [1, 0]);
    const want = reference.cases.find(({ name }) => name === `info-nce/chance-level/N=${n}`)?.expected.loss;
    expect(infoNce(same, same, 0.07).loss).toBeCloseTo(want ?? Number.NaN, 10);
  }
});

test('twins in a batch cost log 2 and no temperature helps', () => {
  const keys = [0, 0, 1, 1, 2, 2].map((place) => [place === 0 ? 1 : 0, place === 1 ? 1 : 0, place === 2 ? 1 : 0]);
  for (const temperature of [0.05, 0.01]) expect(infoNce(keys, keys, temperature).loss).toBeCloseTo(Math.LN2, 6);
});

test('no pairs, unequal counts and a temperature of 0 are refused', () => {
  expect(() => infoNce([], [], 1)).toThrow(RangeError);
  expect(() => infoNce([[1]], [[1], [1]], 1)).toThrow(RangeError);
  expect(() => infoNce([[1]], [[1]], 0)).toThrow(RangeError);
});

test('the force along the circle is the slope of the loss', () => {
  fc.assert(
    fc.property(angles(4), angles(4), fc.double({ min: 0.2, max: 1, noNaN: true }), (queries, keys, temperature) => {
      const lossAt = (first: number) =>
        infoNce(onCircle([first, ...queries.slice(1)]), onCircle(keys), temperature).loss;
      const { queryGradients } = infoNce(onCircle(queries), onCircle(keys), temperature);
      const h = 1e-5;
      const start = queries[0] ?? 0;
      const slope = (lossAt(start + h) - lossAt(start - h)) / (2 * h);
      expect(alongCircle(queries, queryGradients)[0]).toBeCloseTo(slope, 5);
    }),
  );
});

test('turning the whole batch changes nothing', () => {
  fc.assert(
    fc.property(angles(5), angles(5), fc.double({ min: -3, max: 3, noNaN: true }), (queries, keys, turn) => {
      const turned = (list: readonly number[]) => onCircle(list.map((angle) => angle + turn));
      const loss = infoNce(onCircle(queries), onCircle(keys), 0.3).loss;
      expect(infoNce(turned(queries), turned(keys), 0.3).loss).toBeCloseTo(loss, 9);
    }),
  );
});

test('descent at a middle temperature ends where all pairs coincide and stand evenly', () => {
  const { result } = at({ temperature: 0.3, pairs: 6, step: STEPS });
  expect(result.loss).toBeCloseTo(evenLoss(6, 0.3), 3);
  expect(result.alignment).toBeGreaterThan(0.999);
});

test('from the start, all find their key at 0.5 and some stay stuck at 0.05, by the numbers of the reveal', () => {
  expect(core.predict()).toBe('warm');
  const [warm, cold] = [at({ temperature: 0.5, step: STEPS }).result, at({ temperature: 0.05, step: STEPS }).result];
  expect([warm, cold].map(({ found }) => found.filter(Boolean).length)).toEqual([8, 6]);
  expect(warm.loss).toBeCloseTo(0.9, 2);
  expect(cold.loss).toBeCloseTo(1.37, 2);
});

test('the goal is met near 0.1; warmer stays too high, colder leaves pairs stuck', () => {
  const end = (temperature: number, pairs = 8) => at({ temperature, pairs, step: STEPS });
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(end(0.5).result.found.every(Boolean)).toBe(true);
  expect(end(0.5).goal.met).toBe(false);
  expect(end(0.05).result.found.every(Boolean)).toBe(false);
  expect(end(0.05).goal.met).toBe(false);
  expect(end(0.3, GOAL.pairs - 2).goal.met).toBe(false);
});

test('no two points of the start cover each other', () => {
  const start = [...params.start.default].sort((a, b) => a - b);
  const gaps = start.map((angle, i) => (start[i + 1] ?? (start[0] ?? 0) + 360) - angle);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
});

test('a scrambled start is another one, the same each time, inside the table', () => {
  const start = params.start.default;
  expect(scramble(start)).toEqual(scramble(start));
  expect(scramble(start)).not.toEqual([...start]);
  expect(completeValues(params, { start: scramble(start) }).start).toEqual(scramble(start));
});

test('one step moves a query towards its key when nothing else is near', () => {
  const { path } = descend({ queries: [0, Math.PI], keys: [0.5, Math.PI] }, 0.2);
  expect(path[1]?.queries[0]).toBeGreaterThan(0);
  expect(path[1]?.keys[0]).toBeLessThan(0.5);
});

test('NCE of a row is torch’s binary cross-entropy with the noise taken off the scores', () => {
  // torch 2.13.0, float64: x = s / tau - log(2 / 3); sigmoid(x); F.binary_cross_entropy_with_logits(x, [1, 0, 0], reduction="sum")
  const warm = nceRow([0.8, -0.6, 0], 0, 0.5);
  expect(warm.answers[0]).toBeCloseTo(0.8813696861942287, 12);
  expect(warm.answers[1]).toBeCloseTo(0.31119577056823716, 12);
  expect(warm.loss).toBeCloseTo(1.4153670374280578, 12);
  expect(nceRow([0.8, -0.6, 0], 0, 0.1).loss).toBeCloseTo(0.9202255817341932, 12);
});

test('NCE stays finite at scores of 1,000: right costs nothing, wrong its score', () => {
  expect(nceRow([1, -1], 0, 0.001).loss).toBeLessThan(1e-9);
  expect(nceRow([-1, 1], 0, 0.001).loss).toBeCloseTo(2000, 6);
  expect(() => nceRow([1], 0, 1)).toThrow(RangeError);
  expect(() => nceRow([1, 0], 0, 0)).toThrow(RangeError);
});

test('the answers of NCE are one by one and need not sum to 1, those of InfoNCE do', () => {
  const { result } = at({});
  const sum = (row: readonly number[]) => row.reduce((total, p) => total + p, 0);
  expect(sum(result.probabilities[result.pin] ?? [])).toBeCloseTo(1, 10);
  expect(Math.abs(sum(result.yesOrNo.answers) - 1)).toBeGreaterThan(0.1);
});
