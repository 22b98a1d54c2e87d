import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOptimizer, type OptimizerSpec } from '@/lib/ml/optim/optimizer';
import { quadraticRates, stabilityLimit } from '@/lib/ml/optim/quadratic-rates';
import reference from '@/tests/fixtures/reference/optim.json';

type Case = { name: string; input: { lambdaMin: number; lambdaMax: number }; expected: Record<string, number> };
const cases = (reference.cases as unknown as Case[]).filter(({ name }) => name.startsWith('theory/quadratic-rates/'));

test('κ = 100 and κ = 4 are there', () => {
  expect(cases.map(({ expected }) => Math.round(expected.kappa ?? 0))).toEqual([100, 4]);
});

test.each(cases.map((one) => [one.name, one] as const))('agrees with Goh 2017 on %s', (_, { input, expected }) => {
  const got = quadraticRates(input.lambdaMin, input.lambdaMax);
  const pairs: [number, string][] = [
    [got.kappa, 'kappa'],
    [got.gdLimit, 'gdMaxStableLr'],
    [got.gdRate, 'gdOptimalLr'],
    [got.gdFactor, 'gdRate'],
    [got.momentumRate, 'momentumOptimalLr'],
    [got.momentumBeta, 'momentumOptimalBeta'],
    [got.momentumFactor, 'momentumRate'],
  ];
  for (const [value, name] of pairs) expect(value, name).toBeCloseTo(expected[name] ?? Number.NaN, 12);
});

test('the best gradient descent really shrinks the distance by its factor, and no other rate does better', () => {
  const { gdRate, gdFactor } = quadraticRates(1, 100);
  const shrink = (rate: number) => Math.max(Math.abs(1 - rate), Math.abs(1 - 100 * rate));
  expect(shrink(gdRate)).toBeCloseTo(gdFactor, 12);
  for (let rate = 0.0005; rate < 0.02; rate += 0.0005) expect(shrink(rate)).toBeGreaterThanOrEqual(gdFactor);
});

const specs = {
  gd: () => ({ kind: 'sgd' }),
  momentum: (momentum) => ({ kind: 'sgd', momentum }),
  nesterov: (momentum) => ({ kind: 'sgd', momentum, nesterov: true }),
} satisfies Record<string, (beta: number) => OptimizerSpec>;

test.each(['gd', 'momentum', 'nesterov'] as const)('%s settles just below its limit and not just above', (kind) => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      (beta, curvature) => {
        const end = (rate: number) => {
          const w = Float64Array.of(1);
          const optimizer = createOptimizer(specs[kind](beta), 1, 'float64');
          let largest = 0;
          for (let k = 0; k < 4000; k += 1) {
            optimizer.step(w, Float64Array.of(curvature * (w[0] as number)), rate);
            if (k >= 3900) largest = Math.max(largest, Math.abs(w[0] as number));
            if (Math.abs(w[0] as number) > 1e6) return 1e6;
          }
          return largest;
        };
        const limit = stabilityLimit(kind, curvature, beta);
        expect(end(limit * 0.98)).toBeLessThan(0.01);
        expect(end(limit * 1.02)).toBeGreaterThan(1);
      },
    ),
    { numRuns: 40 },
  );
});

test('with β = 0 momentum and Nesterov are gradient descent', () => {
  expect(stabilityLimit('momentum', 8, 0)).toBe(stabilityLimit('gd', 8, 0));
  expect(stabilityLimit('nesterov', 8, 0)).toBe(stabilityLimit('gd', 8, 0));
});

test('refuses what is no bowl', () => {
  expect(() => quadraticRates(0, 1)).toThrow(RangeError);
  expect(() => quadraticRates(2, 1)).toThrow(RangeError);
});
