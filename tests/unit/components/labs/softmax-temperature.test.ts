import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OVERCONFIDENCE, simulateClassifier } from '@/components/labs/softmax-temperature/classifier';
import { core } from '@/components/labs/softmax-temperature/core';
import { completeValues } from '@/lib/labs/params';

const at = (partial: Readonly<Record<string, unknown>>) => {
  const values = completeValues(core.params, partial);
  const result = core.run(values);
  return { result, goal: core.goal(result, values), values };
};

/** Any state the table allows. */
const anyState = fc.record({
  temperature: fc.double({ min: 0.1, max: 5, noNaN: true }),
  logits: fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 6, maxLength: 6 }),
  offset: fc.integer({ min: -120, max: 120 }),
});

test('the goal is open at the start and met by the solution', () => {
  expect(at({}).goal).toEqual({ met: false, progress: expect.any(Number) });
  expect(at({}).goal.progress).toBeLessThan(1);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
});

test('temperatures that miss the band do not meet the goal', () => {
  expect(at({ temperature: 0.5 }).goal.met).toBe(false);
  expect(at({ temperature: 0.3 }).goal.met).toBe(false);
});

test('raising the top logit instead of moving T does not meet the goal, though its probability is right', () => {
  const { result, goal } = at({ logits: [5.2, 2.4, 1.8, 0.9, 0.1, -1.2] });
  expect(Math.abs((result.p[0] ?? 0) - 0.9)).toBeLessThanOrEqual(0.005);
  expect(goal.met).toBe(false);
});

test('six equal logits stay uniform at every temperature, so the goal is out of reach', () => {
  const { result, goal } = at({ logits: [1, 1, 1, 1, 1, 1], temperature: 0.1 });
  for (const p of result.p) expect(p).toBeCloseTo(1 / 6, 12);
  expect(result.bits).toBeCloseTo(Math.log2(6), 12);
  expect(goal.met).toBe(false);
});

test('the goal can be met from other logits, because it judges the state and not the path', () => {
  const logits = [1, 2.4, 1.8, 0.9, 0.1, -1.2];
  const reached = Array.from({ length: 491 }, (_, i) => 0.1 + i / 100).some(
    (temperature) => at({ logits, temperature }).goal.met,
  );
  expect(reached).toBe(true);
});

test('adding a constant to every logit moves no probability', () => {
  const plain = at({ temperature: 0.7 }).result.p;
  const shifted = at({ temperature: 0.7, offset: 100 }).result.p;
  plain.forEach((p, i) => {
    expect(shifted[i]).toBeCloseTo(p, 12);
  });
});

test('the naive float32 form overflows just above 88.72 and the safe form does not', () => {
  const below = at({ logits: [0, 0, 0, 0, 0, 0], offset: 86 }).result;
  expect(below.naive.verdict).toBe('fine');
  const above = at({ logits: [0, 0, 0, 0, 0, 0], offset: 89 }).result;
  expect(above.naive.verdict).toBe('overflow');
  expect(above.naive.exponentials).toEqual(Array(6).fill('inf'));
  expect(above.naive.p).toEqual(Array(6).fill('nan'));
  expect(above.safe.verdict).toBe('fine');
  expect(above.safe.sum).toBe(6);
});

test('very negative logits make the naive sum zero, which is said as underflow', () => {
  const { naive, safe } = at({ offset: -120 }).result;
  expect(naive.verdict).toBe('underflow');
  expect(naive.p).toEqual(Array(6).fill('nan'));
  expect(safe.verdict).toBe('fine');
});

test('no state holds NaN or Infinity as a number', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { result, values } = at(state);
      const numbers: number[] = [];
      JSON.stringify([result, core.table(result, values).rows], (_key, value: unknown) => {
        if (typeof value === 'number') numbers.push(value);
        return value;
      });
      expect(numbers.every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('lower temperature never lowers the top probability nor raises entropy', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const cold = at({ ...state, temperature: state.temperature * 0.8 });
      const warm = at(state);
      expect(cold.result.p[cold.result.top]).toBeGreaterThanOrEqual((warm.result.p[warm.result.top] ?? 0) - 1e-9);
      expect(cold.result.bits).toBeLessThanOrEqual(warm.result.bits + 1e-9);
    }),
    { numRuns: 40 },
  );
});

test('the prediction follows from the model: accuracy does not move with T', () => {
  expect(core.predict()).toBe('same');
  expect(at({ temperature: 0.1 }).result.accuracy).toBe(at({ temperature: 5 }).result.accuracy);
});

test('low T is over-confident, high T under-confident, and the fitted T has a small calibration error', () => {
  const low = at({ temperature: 0.3 }).result;
  const high = at({ temperature: 5 }).result;
  const fit = at({ temperature: low.fitted }).result;
  expect(low.now.confidence - low.accuracy).toBeGreaterThan(0.15);
  expect(high.now.confidence - high.accuracy).toBeLessThan(-0.1);
  expect(fit.now.ece).toBeLessThan(0.04);
  expect(fit.now.ece).toBeLessThan(fit.one.ece / 2);
});

test('the fitted temperature finds the over-confidence built into the classifier for many seeds', () => {
  for (let seed = 0; seed < 10; seed += 1) {
    expect(Math.abs(simulateClassifier(seed).fitted / OVERCONFIDENCE - 1)).toBeLessThan(0.15);
  }
});

test('the same seed gives the same classifier and another seed another one', () => {
  expect(at({ seed: 3 }).result.now).toEqual(at({ seed: 3 }).result.now);
  expect(at({ seed: 3 }).result.now.ece).not.toBe(at({ seed: 4 }).result.now.ece);
});
