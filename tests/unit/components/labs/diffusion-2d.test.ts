import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL, params } from '@/components/labs/diffusion-2d/core';
import { modesOf, signalLeft } from '@/components/labs/diffusion-2d/data';
import { reversePath, SAMPLES } from '@/components/labs/diffusion-2d/sampler';
import { completeValues } from '@/lib/labs/params';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const seeds = Array.from({ length: 12 }, (_, i) => i * 733);

test('Stable Diffusion leaves 6.8% of the signal where there should be none, DDPM a tenth of that', () => {
  expect(signalLeft('sd')).toBeCloseTo(0.06826491, 8);
  expect(signalLeft('linear')).toBeCloseTo(Math.sqrt(4.03583e-5), 8);
  expect(signalLeft('cosine')).toBeLessThan(1e-4);
});

test('with w = 1 and many steps the samples come near the data, in distance and in the shares of the modes', () => {
  for (const seed of seeds) {
    const { result } = at({ guidance: 1, steps: 40, seed });
    expect(result.distance).toBeLessThan(result.floor + 0.08);
    expect(Math.abs((result.final.shares[0] ?? 0) - 0.5)).toBeLessThan(0.1);
  }
});

test('without a class DDIM gives every mode its share', () => {
  const weights = modesOf('all').map(({ weight }) => weight / 14);
  for (const seed of seeds.slice(0, 4)) {
    at({ target: 'all', schedule: 'linear', steps: 40, seed }).result.final.shares.forEach((share, k) => {
      // Three standard errors of 360 samples.
      const error = Math.sqrt(((weights[k] ?? 0) * (1 - (weights[k] ?? 0))) / SAMPLES);
      expect(Math.abs(share - (weights[k] ?? 0))).toBeLessThan(3 * error + 0.02);
    });
  }
});

test('the goal is open at the start and met by the solution with every seed, class B or not', () => {
  expect(at({}).goal.met).toBe(false);
  for (const seed of seeds) {
    for (const target of ['A', 'B', 'C']) {
      expect(at({ ...core.solution, target, seed }).goal, `${target} ${seed}`).toEqual({ met: true, progress: 1 });
    }
  }
});

test('neither lowering w alone nor adding steps alone meets it', () => {
  for (const seed of seeds.slice(0, 6)) {
    for (const steps of [4, 12, 20, 28, 40]) expect(at({ guidance: 7.5, steps, seed }).goal.met).toBe(false);
    expect(at({ guidance: 1, steps: GOAL.steps, seed }).goal.met).toBe(false);
    expect(at({ guidance: 0, steps: GOAL.steps, seed }).goal.met).toBe(false);
    for (let tenths = 0; tenths <= 100; tenths += 4) expect(at({ guidance: tenths / 10, seed }).goal.met).toBe(false);
  }
});

test('more guidance makes samples surer, narrower and less like the data', () => {
  for (const seed of seeds) {
    const [low, middle, high] = [1, 2, 6].map((guidance) => at({ guidance, steps: 30, seed }).result);
    if (!low || !middle || !high) throw new Error('three results expected');
    expect(low.final.sure).toBeLessThan(middle.final.sure);
    expect(low.final.spread).toBeGreaterThan(middle.final.spread);
    expect(middle.final.spread).toBeGreaterThan(high.final.spread);
    expect(high.distance).toBeGreaterThan(middle.distance);
    expect(high.final.shares[0]).toBeLessThan(middle.final.shares[0] ?? 0);
  }
});

test('few steps leave the cloud too narrow even without guidance', () => {
  for (const seed of seeds) {
    expect(at({ guidance: 1, steps: 5, seed }).result.final.spread).toBeLessThan(
      at({ guidance: 1, steps: 40, seed }).result.final.spread - 0.1,
    );
  }
});

test('the prediction holds with other seeds', () => {
  expect(core.predict()).toBe('none');
  for (const seed of seeds) expect(at({ seed }).result.final.shares[0]).toBeLessThan(0.1);
});

test('w = 1 costs one score a step, guidance two', () => {
  expect(at({ guidance: 1, steps: 10 }).result.calls).toBe(10);
  expect(at({ guidance: 3, steps: 10 }).result.calls).toBe(20);
  expect(at({ guidance: 3, steps: 10, target: 'all' }).result.calls).toBe(10);
});

test('every path starts at pure noise and ends clean, whatever the settings', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom(...params.sampler.options),
      fc.constantFrom(...params.target.options),
      fc.constantFrom(...params.schedule.options),
      (steps, tenths, sampler, target, schedule) => {
        const path = reversePath({ steps, guidance: tenths / 10, sampler, target, schedule, seed: 3 });
        expect(path.states.length).toBe(steps + 1);
        expect(path.times[0]).toBe(999);
        expect(path.alphaBars.at(-1)).toBe(1);
        expect(path.alphaBars.every((level, i) => i === 0 || level > (path.alphaBars[i - 1] ?? 0))).toBe(true);
        expect(path.states.every((state) => state.every(Number.isFinite))).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test('playback shows the same path, step by step', () => {
  const { result } = at({ step: 5 });
  expect(result.samples).toEqual(reversePath(completeValues(params, {})).states[5]);
  expect(at({ step: 40 }).result.step).toBe(params.steps.default);
});
