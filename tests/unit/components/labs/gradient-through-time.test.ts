import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { core, FACTOR, params, survives } from '@/components/labs/gradient-through-time/core';
import {
  headReach,
  LONGEST,
  lstmReach,
  makeNetworks,
  rnnReach,
  scoreHead,
} from '@/components/labs/gradient-through-time/networks';
import { completeValues } from '@/lib/labs/params';
import reference from '../../../fixtures/reference/gradient-through-time.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  const [rnn, lstm, head] = result.lanes;
  if (!rnn || !lstm || !head) throw new Error('three lanes');
  return { values, result, rnn, lstm, head, goal: core.goal(result, values) };
};
const seeds = Array.from({ length: 8 }, (_, i) => i * 617);

const { reach, gain, forgetBias, focus, ...networks } = reference.case;
const steps = networks.inputs.length;

test.each([
  ['RNN', rnnReach(networks, gain, steps), reach.rnn],
  ['LSTM', lstmReach(networks, forgetBias, steps), reach.lstm],
  ['attention head', headReach(scoreHead(networks, steps), focus).reach, reach.head],
])('the derivative of the %s is the one PyTorch finds', (_, got, want) => {
  expect(got).toHaveLength(want.length);
  got.forEach((value, t) => {
    expect(Math.abs(value - (want[t] ?? 0))).toBeLessThan(1e-10);
  });
});

test('the recurrent matrix is a rotation, so a chain can never carry more than gain to the power of its length', () => {
  for (const seed of seeds) {
    const { recurrent } = makeNetworks(seed).rnn;
    recurrent.forEach((row, i) => {
      recurrent.forEach((other, j) => {
        const product = row.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
      });
    });
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.5, max: 1.5, noNaN: true }), (seed, size) => {
      rnnReach(makeNetworks(seed), size, LONGEST).forEach((value, t) => {
        expect(value).toBeLessThanOrEqual(size ** t * (1 + 1e-9));
      });
    }),
    { numRuns: 40 },
  );
});

test('the weight that attention gives to step 1 is 1/t without focus, nearly, and rises with it', () => {
  const head = scoreHead(makeNetworks(7), LONGEST);
  headReach(head, 0).weights.forEach((weight, t) => {
    expect(weight * (t + 1)).toBeGreaterThan(0.9);
    expect(weight * (t + 1)).toBeLessThan(1.1);
  });
  const last = [0, 2, 4, 8].map((size) => headReach(head, size).weights.at(-1) ?? 0);
  expect(last).toEqual(last.toSorted((a, b) => a - b));
});

test('everything starts at 1, and with a length of two steps one factor is left', () => {
  const two = makeNetworks(3);
  expect(rnnReach(two, 0.9, 1)).toEqual([1]);
  expect(lstmReach(two, 0, 1)).toEqual([1]);
  expect(headReach(scoreHead(two, 1), 5).reach).toEqual([1]);
  const { rnn } = at({ pin: 2 });
  expect(rnn.path).toBe(1);
  expect(rnn.factor).toBe(rnn.arrives);
});

test('the factor to the power of the path is what arrives', () => {
  for (const lane of at({ pin: 31, gain: 0.95, forget: 2 }).result.lanes) {
    expect(lane.path).toBe(lane.name === 'head' ? 1 : 30);
    expect(lane.factor ** lane.path / lane.arrives).toBeCloseTo(1, 9);
  }
});

test('a fresh LSTM loses more than an RNN of gain 0.9, whatever the seed', () => {
  expect(core.predict()).toBe('rnn');
  for (const seed of seeds) {
    const { rnn, lstm } = at({ seed, gain: 0.9 });
    expect(rnn.arrives).toBeGreaterThan(1e5 * lstm.arrives);
  }
});

test('the lab opens on the very case that the prediction asks about, in both languages', () => {
  const { question } = parse(readFileSync('components/labs/gradient-through-time/lab.yaml', 'utf8')).predict;
  const { gain, forget, length } = at({}).values;
  for (const text of [question.en, question.zh]) {
    expect(text.match(/\d+(\.\d+)?/g).map(Number)).toEqual([gain, forget, length]);
  }
});

test('the goal is open at the start and met by the solution for every seed', () => {
  for (const seed of seeds) {
    expect(at({ seed }).goal.met).toBe(false);
    expect(at({ ...core.solution, seed }).goal).toEqual({ met: true, progress: 1 });
  }
});

test('a short sequence does not meet it, nor does a single reader that fails', () => {
  expect(at({ ...core.solution, length: 45 }).goal.met).toBe(false);
  expect(at({ ...core.solution, gain: 0.85 }).goal.met).toBe(false);
  expect(at({ ...core.solution, forget: 0 }).goal.met).toBe(false);
});

test('a nudge that explodes on the way does not count as surviving, though it arrives', () => {
  expect(survives([1, 1, 1])).toBe(true);
  expect(survives([1, FACTOR * 1.01, 1])).toBe(false);
  expect(survives([1, 1, 0.99 / FACTOR])).toBe(false);
});

test('a longer sequence leaves the RNN less room and attention all of it', () => {
  const lowest = (length: number) => at({ length }).rnn.window[0]?.from ?? 1;
  expect(lowest(10)).toBeLessThan(lowest(50));
  expect(lowest(50)).toBeLessThan(lowest(100));
  expect(at({ length: 50 }).head.window).toEqual([{ from: 0, to: 1 }]);
});
