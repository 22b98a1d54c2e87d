import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  constantWithWarmup,
  cosineWithRestarts,
  cosineWithWarmup,
  type DecayShape,
  inverseSquareRoot,
  linearWithWarmup,
  noam,
  oneCycle,
  polynomialWithWarmup,
  warmupStableDecay,
} from '@/lib/ml/optim/schedule';
import reference from '@/tests/fixtures/reference/optim.json';

const rates = (name: string): number[] => {
  const found = (reference.cases as unknown as { name: string; expected: { lr: number[] } }[]).find(
    (one) => one.name === name,
  );
  if (!found) throw new Error(`no case ${name}`);
  return found.expected.lr;
};
function expectRates(name: string, rate: (step: number) => number, upTo = Number.POSITIVE_INFINITY) {
  rates(name)
    .slice(0, upTo)
    .forEach((want, k) => {
      expect(Math.abs(rate(k) - want)).toBeLessThanOrEqual(
        reference.tolerance.float64.abs + reference.tolerance.float64.rel * Math.abs(want),
      );
    });
}

/** The setting of the tests of transformers: peak 10, warm-up 2, 10 steps. */
const hf = { warmup: 2, total: 10 };
const shape = (name: DecayShape) => (k: number) => 10 * warmupStableDecay(k, { ...hf, decayFrom: 6, shape: name });
const same: [string, (step: number) => number][] = [
  ['constant', (k) => 10 * constantWithWarmup(k, { warmup: 0 })],
  ['constant-with-warmup', (k) => 10 * constantWithWarmup(k, hf)],
  ['linear', (k) => 10 * linearWithWarmup(k, hf)],
  ['cosine-with-restarts', (k) => 10 * cosineWithRestarts(k, { ...hf, cycles: 2 })],
  ['polynomial-power-2', (k) => 10 * polynomialWithWarmup(k, { ...hf, power: 2, floor: 0.001 })],
  ['inverse-sqrt', (k) => 10 * inverseSquareRoot(k, hf)],
  ['warmup-stable-decay/linear', shape('linear')],
  ['warmup-stable-decay/cosine', shape('cosine')],
  ['warmup-stable-decay/1-sqrt', shape('1-sqrt')],
];

test.each(same)('agrees with transformers on %s, also after the last step', (name, rate) => {
  expectRates(`schedule/transformers/${name}`, rate);
});

test.each([
  ['cosine', 0],
  ['cosine-with-min-lr', 0.1],
])('agrees with transformers on %s up to the last step, and stays at the floor after it', (name, floor) => {
  const rate = (k: number) => 10 * cosineWithWarmup(k, { ...hf, floor });
  expectRates(`schedule/transformers/${name}`, rate, hf.total + 1);
  // transformers goes on along the cosine and rises again.
  expect(rates(`schedule/transformers/${name}`)[12]).toBeGreaterThan(1);
  expect(rate(12)).toBeCloseTo(10 * floor, 12);
});

test('agrees with CosineAnnealingLR and OneCycleLR of PyTorch', () => {
  expectRates('schedule/torch/CosineAnnealingLR', (k) => 0.1 * cosineWithWarmup(k, { warmup: 0, total: 10 }));
  expectRates('schedule/torch/OneCycleLR', (k) => 0.1 * oneCycle(k, { total: 12 }));
});

test('agrees with get_lr of nanoGPT, whose first step moves', () => {
  expectRates(
    'schedule/nanogpt-get-lr',
    (k) => 6e-4 * cosineWithWarmup(k, { warmup: 5, total: 20, floor: 0.1, firstStep: 'above' }),
  );
});

test('agrees with the formula of the transformer paper', () => {
  const steps = [1, 2000, 4000, 8000, 100000];
  rates('schedule/noam/d=512/warmup=4000').forEach((want, i) => {
    expect(noam(steps[i] ?? 0, { width: 512, warmup: 4000 })).toBeCloseTo(want, 14);
  });
});

const setting = fc.record({
  warmup: fc.integer({ min: 0, max: 50 }),
  length: fc.integer({ min: 2, max: 100 }),
  floor: fc.double({ min: 0, max: 0.9, noNaN: true }),
  firstStep: fc.constantFrom('zero' as const, 'above' as const),
});

test('every decay starts from its peak, ends where promised and never leaves [0, 1]', () => {
  fc.assert(
    fc.property(setting, fc.nat(200), ({ warmup, length, floor, firstStep }, step) => {
      const options = { warmup, total: warmup + length, floor, firstStep };
      const all = [
        (k: number) => linearWithWarmup(k, options),
        (k: number) => cosineWithWarmup(k, options),
        (k: number) => cosineWithRestarts(k, { ...options, cycles: 3 }),
        (k: number) => polynomialWithWarmup(k, { ...options, power: 2 }),
        (k: number) => warmupStableDecay(k, { ...options, decayFrom: warmup + 1, shape: '1-sqrt' }),
      ];
      for (const factor of all) {
        expect(factor(warmup)).toBeCloseTo(1, 12);
        expect(factor(options.total)).toBeCloseTo(floor, 12);
        expect(factor(options.total + 7)).toBeCloseTo(floor, 12);
        expect(factor(step)).toBeGreaterThanOrEqual(-1e-12);
        expect(factor(step)).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

test('the two ways to count a warm-up meet at its end and differ by one step at its start', () => {
  expect(constantWithWarmup(0, { warmup: 4 })).toBe(0);
  expect(constantWithWarmup(0, { warmup: 4, firstStep: 'above' })).toBe(0.2);
  expect(constantWithWarmup(4, { warmup: 4 })).toBe(1);
  expect(constantWithWarmup(4, { warmup: 4, firstStep: 'above' })).toBe(1);
});

test('a one-cycle schedule whose way up is a single step starts at its peak', () => {
  expect(oneCycle(0, { total: 10, up: 0.1 })).toBe(1);
});

test('refuses steps and lengths that cannot be', () => {
  expect(() => cosineWithWarmup(-1, hf)).toThrow('step');
  expect(() => linearWithWarmup(0, { warmup: Number.NaN, total: 10 })).toThrow('warmup');
  expect(() => noam(0, { width: 512, warmup: 4000 })).toThrow('step');
  expect(() => oneCycle(0, { total: 10, up: 1 })).toThrow('up');
});
