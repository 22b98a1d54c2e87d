import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, keyAngleFor, params, SHARE, TARGET, WINDOW } from '@/components/labs/rope-dial/core';
import { alibiSlopes, ropeScore, rotatePairs, sinusoid } from '@/components/labs/rope-dial/position';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/positions.json';

const at = (partial: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, partial);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const caseOf = (name: string) => {
  const found = reference.cases.find((entry) => entry.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found as unknown as { input: Record<string, never>; expected: Record<string, never> };
};
const expectClose = (got: readonly number[], want: readonly number[], tolerance = 1e-10) => {
  expect(got.length).toBe(want.length);
  got.forEach((value, i) => {
    expect(Math.abs(value - (want[i] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
  });
};

test.each([4, 8])('turns pairs as the reference does, d = %i', (width) => {
  const { input, expected } = caseOf(`rope/interleaved/d=${width}/base=10000`);
  const { x, positions, base } = input as unknown as { x: number[][]; positions: number[]; base: number };
  const { y } = expected as unknown as { y: number[][] };
  x.forEach((row, i) => {
    expectClose(rotatePairs(row, positions[i] ?? 0, base), y[i] ?? []);
  });
});

test('scores equal the reference, and agree wherever the offset agrees', () => {
  const { input, expected } = caseOf('rope/score-depends-on-offset-only/d=4');
  const { q, k, pairs, base } = input as unknown as {
    q: number[];
    k: number[];
    pairs: [number, number][];
    base: number;
  };
  const { dot } = expected as unknown as { dot: number[] };
  expectClose(
    pairs.map(([m, n]) => ropeScore(q, k, m, n, base) * Math.sqrt(q.length)),
    dot,
  );
});

test.each([4, 8])('adds the sinusoids of the reference, d = %i', (width) => {
  const { input, expected } = caseOf(`sinusoidal/d=${width}/base=10000`);
  const { positions, base } = input as unknown as { positions: number[]; base: number };
  const { encoding } = expected as unknown as { encoding: number[][] };
  positions.forEach((position, i) => {
    expectClose(sinusoid(width, position, base), encoding[i] ?? []);
  });
});

test.each([4, 8, 16])('has the slopes of ALiBi for %i heads', (heads) => {
  expectClose(
    alibiSlopes(heads),
    (caseOf(`alibi/slopes/nHead=${heads}`).expected as unknown as { slopes: number[] }).slopes,
  );
});

test('ALiBi costs slope × distance, everywhere', () => {
  const { result } = at({ method: 'alibi', head: '2', distance: 8 });
  expect(result.bias).toBe(-2);
  expect((result.scores[0] ?? 0) - (result.scores[8] ?? 0)).toBeCloseTo(2, 12);
  expect(result.top).toBe(0);
});

test('under RoPE and ALiBi no weight depends on the position, under sinusoids it does', () => {
  const drift = (method: string) => {
    const { result } = at({ method, key: [40, 10, -20, 90] });
    return Math.max(...result.high.map((high, i) => high - (result.low[i] ?? 0)));
  };
  expect(drift('rope')).toBeLessThan(1e-12);
  expect(drift('alibi')).toBeLessThan(1e-12);
  expect(drift('sinusoidal')).toBeGreaterThan(0.02);
});

test('a common shift changes no RoPE score, for any contents and any positions', () => {
  const vector = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 8, maxLength: 8 });
  const place = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(vector, vector, place, place, place, (q, k, m, n, shift) => {
      expect(ropeScore(q, k, m + shift, n + shift, 10_000)).toBeCloseTo(ropeScore(q, k, m, n, 10_000), 9);
      const length = (x: readonly number[]) => Math.hypot(...x);
      expect(length(rotatePairs(q, m, 10_000))).toBeCloseTo(length(q), 9);
    }),
    { numRuns: 80 },
  );
});

test('without positions every key of equal content gets an equal share', () => {
  const { result } = at({ method: 'none', key: [30, 60, 90, 120] });
  for (const weight of result.weights) expect(weight).toBeCloseTo(1 / WINDOW, 12);
});

test('the goal is open at the start and met by the solution at every position', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ ...core.solution, position: 500, distance: 20 }).goal.met).toBe(true);
  expect(at(core.solution).result.top).toBe(TARGET);
});

test('turning alone, lengthening alone, or another method does not meet it', () => {
  expect(at({ ...core.solution, length: params.length.default }).goal.met).toBe(false);
  expect(at({ length: 6 }).goal.met).toBe(false);
  for (const method of ['sinusoidal', 'alibi', 'none']) expect(at({ ...core.solution, method }).goal.met).toBe(false);
});

test('with a huge base the second pair hardly turns, and a token one turn of the first pair away gets almost as much', () => {
  const { result } = at({ ...core.solution, base: '500000', key: [172, 6, 0, 0] });
  expect(result.low[TARGET] ?? 0).toBeLessThan(SHARE);
  expect((result.weights[9] ?? 0) / (result.weights[TARGET] ?? 1)).toBeGreaterThan(0.5);
});

test('dragging the key to an angle makes its arrow point there', () => {
  const { values } = at({ position: 77, distance: 5 });
  for (const [pair, angle] of [
    [0, 1.2],
    [1, -2.9],
    [3, 3.1],
  ] as const) {
    const key = values.key.map((old, i) => (i === pair ? keyAngleFor(angle, pair, values) : old));
    const [x = 0, y = 0] = at({ ...values, key }).result.pairs[pair]?.key ?? [];
    expect(Math.cos(Math.atan2(y, x) - angle)).toBeGreaterThan(Math.cos(0.01));
  }
});

test('the prediction is computed: nothing changes', () => {
  expect(core.predict()).toBe('same');
});
