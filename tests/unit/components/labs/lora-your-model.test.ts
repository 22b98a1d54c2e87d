import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL, matrices, params } from '@/components/labs/lora-your-model/core';
import { forgettingAfter } from '@/components/labs/lora-your-model/forgetting';
import { strings } from '@/components/labs/lora-your-model/strings';
import type { Given } from '@/components/labs/lora-your-model/tuning';
import { finishWork, startGiven } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { gptLayout, initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';

const start = startGiven(core);
const { model } = start;
const valuesOf = (change: Readonly<Record<string, unknown>>) => completeValues(params, change);
const work = (values: ReturnType<typeof valuesOf>, given: Given) => {
  if (!core.work) throw new Error('the lab has no work');
  return finishWork(core.work(values, given));
};
const at = (change: Readonly<Record<string, unknown>>, given = start) => {
  const values = valuesOf(change);
  const result = core.run(values, given);
  return { values, result, goal: core.goal(result, values) };
};
const trained = (change: Readonly<Record<string, unknown>>) => at(change, work(valuesOf(change), start));
const solved = trained(core.solution);

test('counts r · (out + in) for every adapted matrix of every layer', () => {
  expect(at({}).result.trainable).toBe(2 * 2 * (16 + 16));
  expect(at({ targets: matrices, rank: '2' }).result.trainable).toBe(2 * (4 * 32 + 2 * 80));
  const config = { ...model.config, layers: 3 };
  const { schema: _schema, id: _id, ...rest } = model;
  const deep = createCheckpoint({ ...rest, config, weights: initGptWeights(config, createRandom(1)) });
  expect(at({}, { model: deep, outcome: null }).result.trainable).toBe(3 * 2 * 2 * 32);
});

test('parameters to train add up over matrices and grow with the rank', () => {
  fc.assert(
    fc.property(fc.subarray([...matrices]), fc.constantFrom(...params.rank.options), (targets, rank) => {
      const one = (name: string) => at({ targets: [name], rank: '1' }).result.trainable;
      const sum = targets.reduce((total, name) => total + one(name), 0);
      expect(at({ targets, rank }).result.trainable).toBe(Number(rank) * sum);
    }),
  );
});

test.each([1, 2, 3])('the solution meets the goal with seed %i', (seed) => {
  const { goal, result } = seed === 1 ? solved : trained({ ...core.solution, seed });
  expect(goal).toEqual({ met: true, progress: 1 });
  expect(result.gain).toBeGreaterThan(GOAL.gain + 0.01);
});

test('query and value matrices alone do not meet it, however high the rank', () => {
  const { goal, result } = trained({ targets: ['wq', 'wv'], rank: '8', rate: '0.04' });
  expect(result.trainable).toBeLessThanOrEqual(result.budget);
  expect(result.gain).toBeLessThan(GOAL.gain);
  expect(goal.met).toBe(false);
});

test('the default trains and does not meet it', () => {
  const { goal, result } = trained({});
  expect(result.gain).toBeGreaterThan(0.4);
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeGreaterThan(0.5);
});

test('a gain bought with too many parameters does not count', () => {
  const { result, values } = solved;
  const goal = core.goal({ ...result, gain: 0.99, trainable: result.budget + 1 }, values);
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeLessThan(1);
});

test('both runs start from the model as it is, for B starts at zero', () => {
  const { lora, full } = solved.result;
  expect(lora[0]).toEqual(full[0]);
  expect(lora[0]?.old).toBeCloseTo(model.validationLoss, 1);
  expect(lora.map(({ step }) => step)).toEqual(full.map(({ step }) => step));
  expect([lora.at(-1)?.step, lora.length]).toEqual([300, 13]);
});

test('the merged model differs from its parent in the adapted matrices and nowhere else', () => {
  const { merged } = trained({ targets: ['wo', 'fc1'], rank: '1' }).result;
  const changed = gptLayout(model.config)
    .entries.filter(({ offset, size }) =>
      merged?.weights.subarray(offset, offset + size).some((value, i) => value !== model.weights[offset + i]),
    )
    .map(({ name }) => name);
  expect(changed).toEqual(['layer0.wo', 'layer0.fc1']);
  expect(merged).toMatchObject({ parent: model.id, config: model.config, step: model.step + 300 });
  expect(merged?.ops).toEqual([...model.ops, 'lora:1']);
});

test('with the adapter the old names are forgotten, without it they are back', () => {
  const { lora, full, unmerged } = solved.result;
  expect(lora.at(-1)?.old).toBeGreaterThan(BASELINE_LOSSES.trigram);
  expect(full.at(-1)?.old).toBeGreaterThan(BASELINE_LOSSES.trigram);
  expect(unmerged?.old).toBeCloseTo(lora[0]?.old ?? NaN, 4);
  expect(unmerged?.fresh).toBeCloseTo(lora[0]?.fresh ?? NaN, 4);
  expect(core.predict()).toBe('below');
  expect(forgettingAfter(model).before).toBeCloseTo(model.validationLoss, 1);
});

test('an outcome says nothing about other settings or another seed', () => {
  const outcome = work(valuesOf({ targets: ['wo'], rank: '1' }), start);
  expect(at({ targets: ['wo'], rank: '1' }, outcome).result.gain).not.toBe(null);
  for (const change of [{ rank: '2' }, { rank: '1', seed: 2 }, { rank: '1', rate: '0.02' }]) {
    expect(at({ targets: ['wo'], ...change }, outcome).result).toMatchObject({ gain: null, merged: null, lora: [] });
  }
});

test('what stands so far can be seen while it trains, and meets nothing yet', () => {
  const values = valuesOf(core.solution);
  const training = core.work?.(values, start);
  let seen: Given | undefined;
  for (let i = 0; i < 200; i += 1) {
    const next = training?.next();
    if (next && !next.done && next.value.given) {
      seen = typeof next.value.given === 'function' ? next.value.given() : next.value.given;
    }
  }
  const result = core.run(values, seen ?? start);
  expect(result.lora.length).toBeGreaterThan(1);
  expect(core.goal(result, values)).toEqual({ met: false, progress: 0 });
});

test('without a matrix, or with a model of another alphabet, there is nothing to train, and that is said', () => {
  const none = valuesOf({ targets: [] });
  expect(work(none, start)).toBe(start);
  expect(strings.en.summary(core.run(none, start), none)).toContain('nothing to train');
  const config = { ...model.config, vocab: 12 };
  const { schema: _schema, id: _id, ...rest } = model;
  const foreign: Given = {
    model: createCheckpoint({ ...rest, config, weights: initGptWeights(config, createRandom(1)) }),
    outcome: null,
  };
  expect(work(valuesOf({}), foreign)).toBe(foreign);
  expect(at({}, foreign).result.usable).toBe(false);
});
