import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL, params, type Values } from '@/components/labs/over-underfit/core';
import { makeData, NOISE_FLOOR, TRAIN, truth } from '@/components/labs/over-underfit/data';
import { evaluate, features } from '@/components/labs/over-underfit/polynomial';
import { CHECKPOINTS, LAST, STEPS, train } from '@/components/labs/over-underfit/training';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/over-underfit.json';

const at = (change: Partial<Values>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const seeds = Array.from({ length: 40 }, (_, i) => i * 211);

type Case = {
  readonly name: string;
  readonly input: { readonly degree: number; readonly decay: number };
  readonly expected: {
    readonly errors?: Record<string, readonly [number, number]>;
    readonly weights?: readonly number[];
  };
};
const cases = (kind: string) =>
  (reference.cases as unknown as Case[])
    .filter(({ name }) => name.startsWith(kind))
    .map((one) => [one.name, one] as const);

function expectClose(got: number | undefined, want: number, tolerance = reference.tolerance) {
  expect(Math.abs((got ?? Number.NaN) - want)).toBeLessThanOrEqual(tolerance.abs + tolerance.rel * Math.abs(want));
}

test('the reference was computed from the points of the default seed', () => {
  const { train: points, validation } = makeData(params.seed.default);
  expect(points.map(({ x, y }) => [x, y])).toEqual(reference.points.train);
  expect(validation.map(({ x, y }) => [x, y])).toEqual(reference.points.validation);
});

test.each(cases('sgd'))('errors agree with torch on %s', (_, { input, expected }) => {
  const run = train({ ...input, dropout: 0, seed: params.seed.default });
  for (const [step, [training, validation]] of Object.entries(expected.errors ?? {})) {
    const checkpoint = run[CHECKPOINTS.indexOf(Number(step))];
    expectClose(checkpoint?.train, training);
    expectClose(checkpoint?.validation, validation);
  }
});

test.each(cases('ridge'))(
  'trained to the end, the weights are those of scikit-learn on %s',
  (_, { input, expected }) => {
    const last = train({ ...input, dropout: 0, seed: params.seed.default })[LAST];
    expected.weights?.forEach((want, k) => {
      expectClose(last?.weights[k], want, { ...reference.tolerance, abs: 1e-6 });
    });
  },
);

test('features are orthonormal polynomials over the interval', () => {
  const grid = Array.from({ length: 20_000 }, (_, i) => features(-1 + (2 * (i + 0.5)) / 20_000, 11));
  for (const [j, k, want] of [
    [0, 0, 1],
    [3, 3, 1],
    [11, 11, 1],
    [2, 4, 0],
    [1, 11, 0],
  ] as const) {
    const mean = grid.reduce((sum, f) => sum + (f[j] ?? 0) * (f[k] ?? 0), 0) / grid.length;
    expect(mean).toBeCloseTo(want, 4);
  }
  expect(features(0.3, 0)).toEqual(Float64Array.of(1));
  expect(evaluate(Float64Array.of(2, 0, 0), 0.7)).toBe(2);
});

test('degree 0 learns the mean of the training points and nothing else', () => {
  const { result } = at({ degree: 0 });
  const mean = result.data.train.reduce((sum, { y }) => sum + y, 0) / TRAIN;
  expect(result.shown.weights[0]).toBeCloseTo(mean, 9);
  expect(result.norm).toBe(0);
  expect(result.verdict).toBe('under');
});

test('without dropout the training error never rises when nothing is penalised', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 300 }), (degree, seed) => {
      const run = train({ degree, decay: 0, dropout: 0, seed });
      for (let i = 1; i < run.length; i += 1) {
        expect(run[i]?.train).toBeLessThanOrEqual((run[i - 1]?.train ?? 0) + 1e-12);
      }
    }),
    { numRuns: 30 },
  );
});

test('more decay never gives larger weights, nor a lower training error, at the end', () => {
  for (const seed of seeds.slice(0, 12)) {
    const ends = params.decay.options.map((decay) => at({ decay, seed }).result);
    for (let i = 1; i < ends.length; i += 1) {
      expect(ends[i]?.norm).toBeLessThanOrEqual((ends[i - 1]?.norm ?? 0) + 1e-9);
      expect(ends[i]?.shown.train).toBeGreaterThanOrEqual((ends[i - 1]?.shown.train ?? 0) - 1e-9);
    }
  }
});

test('a polynomial trained with dropout lands near ridge regression, as Srivastava et al. 2014, §9.1 say it does on average', () => {
  // Marginalised, dropout of p adds p/(1 − p) · mean φ_k² as the decay of weight k.
  const p = 0.1;
  const degree = 4;
  const inputs = makeData(7).train.map(({ x, y }) => ({ f: features(x, degree), y }));
  const square = (k: number) => inputs.reduce((sum, { f }) => sum + (f[k] ?? 0) ** 2, 0) / TRAIN;
  const weights = new Float64Array(degree + 1);
  for (let step = 0; step < 20_000; step += 1) {
    const gradient = weights.map((w, k) => (k === 0 ? 0 : (p / (1 - p)) * square(k) * w));
    for (const { f, y } of inputs) {
      const miss = f.reduce((sum, v, k) => sum + v * (weights[k] ?? 0), 0) - y;
      f.forEach((v, k) => {
        gradient[k] = (gradient[k] ?? 0) + (miss * v) / TRAIN;
      });
    }
    gradient.forEach((g, k) => {
      weights[k] = (weights[k] ?? 0) - 0.1 * g;
    });
  }
  // Late checkpoints scatter about it: the masks never stop.
  const late = train({ degree, decay: 0, dropout: p, seed: 7 }).slice(-6);
  weights.forEach((w, k) => {
    const mean = late.reduce((sum, one) => sum + (one.weights[k] ?? 0), 0) / late.length;
    expect(Math.abs(mean - w)).toBeLessThan(0.06);
  });
});

test('the goal is open at the start, met by the solution, and not by a lower degree or an earlier checkpoint', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution as Partial<Values>).goal).toEqual({ met: true, progress: 1 });
  for (let degree = 0; degree < GOAL.degree; degree += 1) expect(at({ degree, decay: '0.1' }).goal.met).toBe(false);
  for (let checkpoint = 0; checkpoint < LAST; checkpoint += 1) expect(at({ checkpoint }).goal.met).toBe(false);
});

test('too much is as bad as nothing', () => {
  expect(at({ decay: '10' })).toMatchObject({ goal: { met: false }, result: { verdict: 'under' } });
  expect(at({ dropout: 0.6 }).goal.met).toBe(false);
});

test('the goal can be reached for every seed tried', () => {
  for (const seed of seeds) {
    const reached =
      params.decay.options.some((decay) => at({ decay, seed }).goal.met) ||
      [0.05, 0.1, 0.2, 0.3].some((dropout) => at({ dropout, seed }).goal.met);
    // Seeds whose plain run hardly overfits meet it from the start.
    expect(reached, `seed ${seed}`).toBe(true);
  }
});

test('the story of the prediction holds: the validation error is lowest early and many times higher at the end', () => {
  const { run, best, shown } = at({}).result;
  expect(core.predict()).toBe('early');
  expect(best.step).toBe(29);
  expect(best.validation).toBeCloseTo(0.126, 3);
  expect(shown.validation).toBeCloseTo(1.444, 3);
  expect(1 - shown.train / best.train).toBeGreaterThan(0.66);
  expect(run[LAST]?.step).toBe(STEPS);
});

test('verdicts name the stiff, the wild and the tamed curve', () => {
  expect(at({ degree: 1 }).result.verdict).toBe('under');
  expect(at({}).result.verdict).toBe('over');
  expect(at({ decay: '0.1' }).result.verdict).toBe('fine');
  expect(at({ checkpoint: CHECKPOINTS.indexOf(29) }).result.verdict).toBe('fine');
});

test('the noise floor is what the true curve itself leaves', () => {
  const errors = seeds.flatMap((seed) => makeData(seed).test.map(({ x, y }) => (truth(x) - y) ** 2));
  expect(errors.reduce((sum, e) => sum + e, 0) / errors.length).toBeCloseTo(NOISE_FLOOR, 2);
});

test('nothing runs away at the largest dropout and decay', () => {
  for (const seed of seeds) {
    const run = train({ degree: 11, decay: 10, dropout: 0.6, seed });
    for (const { validation } of run) expect(validation).toBeLessThan(5);
  }
});
