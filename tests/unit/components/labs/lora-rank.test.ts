import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL, params } from '@/components/labs/lora-rank/core';
import { fitUpdate, makeUpdates, WIDTH } from '@/components/labs/lora-rank/update';
import { completeValues } from '@/lib/labs/params';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const seeds = Array.from({ length: 12 }, (_, i) => i * 733);
const allTargets = params.targets.options;
const norm = (x: readonly number[]) => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0));

test('counts the trainable parameters of GPT-3 as the paper does', () => {
  const count = (rank: string) => at({ model: 'gpt-3-175b', targets: ['q', 'v'], rank }).result.cost.trainable;
  expect([count('1'), count('4'), count('8')]).toEqual([4_718_592, 18_874_368, 37_748_736]);
});

test('counts all linear layers of Llama 2 7B at rank 16', () => {
  expect(at({ targets: allTargets, rank: '16' }).result.cost.trainable).toBe(39_976_960);
});

test('the goal is open at the start', () => {
  const { goal } = at({});
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeGreaterThan(0);
  expect(goal.progress).toBeLessThan(1);
});

test('the solution meets the goal with every seed, and with Llama 3 8B too', () => {
  for (const seed of seeds) {
    expect(at({ ...core.solution, seed }).goal).toEqual({ met: true, progress: 1 });
    expect(at({ ...core.solution, model: 'llama-3-8b', seed }).goal.met).toBe(true);
  }
});

test('no rank meets the goal with attention layers alone', () => {
  for (const rank of params.rank.options) {
    for (const targets of [
      ['q', 'v'],
      ['q', 'k', 'v', 'o'],
    ]) {
      expect(at({ method: 'qlora', targets, rank }).goal.met).toBe(false);
    }
  }
});

test('on all layers a smaller rank holds too little and a larger one costs too much', () => {
  for (const seed of seeds) {
    const four = at({ ...core.solution, rank: '4', seed });
    const sixteen = at({ ...core.solution, rank: '16', seed });
    expect(four.result.captured).toBeLessThan(GOAL.captured);
    expect(sixteen.result.cost.trainable).toBeGreaterThan(GOAL.trainable);
    expect(four.goal.met || sixteen.goal.met).toBe(false);
  }
});

test('LoRA on bf16 weights, full fine-tuning and an easier task do not meet it', () => {
  expect(at({ ...core.solution, method: 'lora' }).goal.met).toBe(false);
  expect(at({ ...core.solution, method: 'full' }).goal.met).toBe(false);
  expect(at({ ...core.solution, task: 'style' }).goal.met).toBe(false);
});

test('a new skill does not fit into the budget', () => {
  for (const rank of params.rank.options) expect(at({ ...core.solution, task: 'skill', rank }).goal.met).toBe(false);
});

test('raising the rank on q and v hardly helps, which is the answer of the prediction', () => {
  for (const seed of seeds) {
    const gain =
      at({ targets: ['q', 'v'], rank: '256', seed }).result.captured -
      at({ targets: ['q', 'v'], rank: '8', seed }).result.captured;
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeLessThan(0.05);
  }
  expect(core.predict()).toBe('little');
});

test('full fine-tuning captures everything, no adapter nothing', () => {
  expect(at({ method: 'full' }).result.captured).toBeCloseTo(1, 12);
  expect(at({ targets: [] }).result).toMatchObject({ captured: 0, cost: { trainable: 0 } });
});

test('the matrices shown lose exactly what the dropped singular values hold', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...params.task.options),
      fc.integer({ min: 0, max: WIDTH + 5 }),
      fc.integer({ min: 0, max: 30 }),
      (task, rank, seed) => {
        const fit = fitUpdate(makeUpdates(task, seed).up, rank);
        expect(norm(fit.left) / norm(fit.change)).toBeCloseTo(fit.relativeError, 9);
        expect(fit.captured + fit.relativeError ** 2).toBeCloseTo(1, 9);
        expect(fit.energies.reduce((sum, energy) => sum + energy, 0)).toBeCloseTo(1, 9);
      },
    ),
    { numRuns: 30 },
  );
});

test('more rank or more layers never capture less, and shares add up to the whole', () => {
  fc.assert(
    fc.property(
      fc.subarray([...allTargets]),
      fc.nat({ max: params.rank.options.length - 2 }),
      fc.constantFrom(...params.model.options),
      fc.constantFrom(...params.task.options),
      (targets, place, model, task) => {
        const [rank, higher] = [params.rank.options[place], params.rank.options[place + 1]];
        const { result } = at({ targets, rank, model, task });
        expect(at({ targets, rank: higher, model, task }).result.captured).toBeGreaterThanOrEqual(
          result.captured - 1e-12,
        );
        expect(at({ targets: allTargets, rank, model, task }).result.captured).toBeGreaterThanOrEqual(
          result.captured - 1e-12,
        );
        expect(result.modules.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      },
    ),
    { numRuns: 40 },
  );
});

test('GPT-3 has no gate: looking into it shows another layer, adapting it costs nothing', () => {
  const { result } = at({ model: 'gpt-3-175b', shown: 'gate', targets: ['gate'] });
  expect(result.shown).toBe('up');
  expect(result.cost.trainable).toBe(0);
});

test('the table adds up to the cost', () => {
  for (const method of params.method.options) {
    const { values, result } = at({ method, targets: ['q', 'down'] });
    const { columns, rows } = core.table(result, values);
    const linear = rows
      .slice(0, result.modules.length)
      .reduce((sum, row) => sum + Number(row[columns.indexOf('trainable')]), 0);
    // Full fine-tuning also trains embeddings and norms.
    if (method === 'full') expect(linear).toBeLessThan(result.cost.trainable);
    else expect(linear).toBe(result.cost.trainable);
  }
});
