import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, type Given, GOAL, params } from '@/components/labs/prune-your-model/core';
import { bytesOf, masksOf, methods, prunedMatrices } from '@/components/labs/prune-your-model/masks';
import { type Measured, measure } from '@/components/labs/prune-your-model/tune';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { gptLayout } from '@/lib/ml/gpt/config';
import { magnitudeMask, pruneCount } from '@/lib/ml/quant/prune';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const start = (): Given => ({ model: shippedCheckpoint(), measured: null });
const done = new Map<string, Given>();

/** What the tests look at; all of `plans` is measured in the contract test, and over five seeds in tests/bench/thresholds. */
const halves = methods.map((method) => ({ method, sparsity: 0.5 }));

/** Work done with these steps and this seed, once. */
function after(steps: number, seed: number = params.seed.default): Given {
  const key = `${steps}/${seed}`;
  const known = done.get(key);
  if (known) return known;
  const outcome = finishWork(measure(start(), { steps, seed }, halves));
  done.set(key, outcome);
  return outcome;
}

const at = (change: Readonly<Record<string, unknown>>, given: Given) => {
  const values = completeValues(params, change);
  const result = core.run(values, given);
  return { values, result, goal: core.goal(result, values) };
};
const pointOf = ({ points }: Measured, method: string, sparsity: number) => {
  const found = points.find((one) => one.method === method && one.sparsity === sparsity);
  if (!found) throw new Error(`no point ${method} ${sparsity}`);
  return found;
};

test('prunes every matrix of attention and MLP by the same share, and nothing else', () => {
  const { config, weights } = shippedCheckpoint();
  const layout = gptLayout(config);
  const names = prunedMatrices(layout).map(({ name }) => name);
  expect(names).toEqual(['wq', 'wk', 'wv', 'wo', 'fc1', 'fc2'].map((name) => `layer0.${name}`));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9999 }), (tenths, seed) => {
      for (const method of methods) {
        const sparsity = method === 'two-of-four' ? 0.5 : tenths / 10;
        const masks = masksOf(layout, weights, { method, sparsity, seed });
        masks.forEach((mask) => {
          expect(mask.filter((bit) => bit === 0).length).toBe(pruneCount(sparsity, mask.length));
        });
      }
    }),
    { numRuns: 20 },
  );
});

test('masks by magnitude as torch does, which lib/ml/prune is tested against', () => {
  const { config, weights } = shippedCheckpoint();
  const layout = gptLayout(config);
  const [first] = prunedMatrices(layout);
  const [mask] = masksOf(layout, weights, { method: 'magnitude', sparsity: 0.3, seed: 1 });
  const matrix = weights.subarray(first?.offset, (first?.offset ?? 0) + (first?.size ?? 0));
  expect(mask).toEqual(magnitudeMask(matrix, 0.3));
});

test('counts the bytes of the zeros by hand', () => {
  const { config, weights } = shippedCheckpoint();
  const layout = gptLayout(config);
  const bytes = (method: 'magnitude' | 'two-of-four') =>
    bytesOf(layout, masksOf(layout, weights, { method, sparsity: 0.5, seed: 1 }), method);
  // 3,072 of 4,352 weights are pruned by half; their matrices have 64 + 64 + 16 rows.
  const whole = (4352 - 3072) * 4;
  expect(bytes('magnitude')).toEqual({
    dense: 4352 * 4,
    csr: whole + 1536 * 8 + (4 * 17 + 65 + 17) * 4,
    bitmap: whole + 3072 / 8 + 1536 * 4,
    'two-of-four': null,
  });
  expect(bytes('two-of-four')['two-of-four']).toBe(whole + 1536 * 4 + (1536 * 2) / 8);
  expect(core.predict()).toBe('same');
});

test('one-shot, the smallest half hurts less than 2:4, and 2:4 less than a random half', () => {
  const measured = after(0).measured as Measured;
  const loss = (method: string) => pointOf(measured, method, 0.5).oneShot;
  expect(loss('magnitude')).toBeLessThan(loss('two-of-four'));
  expect(loss('two-of-four')).toBeLessThan(loss('random'));
  expect(loss('magnitude')).toBeGreaterThan(GOAL.loss + 1);
  for (const method of methods) {
    const { goal } = at({ method, steps: 0 }, after(0));
    expect(goal.met).toBe(false);
    expect(goal.progress).toBeGreaterThan(0);
  }
});

test('fine-tuning with the mask kept meets the goal for the smallest half, not for a random one', () => {
  for (const seed of [params.seed.default, 1]) {
    const given = after(300, seed);
    expect(at({ ...core.solution, seed }, given).goal).toEqual({ met: true, progress: 1 });
    expect(pointOf(given.measured as Measured, 'magnitude', 0.5).tuned).toBeLessThan(GOAL.loss - 0.1);
    expect(pointOf(given.measured as Measured, 'random', 0.5).tuned).toBeGreaterThan(GOAL.loss + 0.2);
    expect(at({ ...core.solution, seed, method: 'random' }, given).goal.met).toBe(false);
    expect(at({ ...core.solution, seed, sparsity: 40 }, given).goal.met).toBe(false);
  }
}, 120_000);

test('the pruned weights are still 0 after fine-tuning, the others have moved', () => {
  const { result } = at(core.solution, after(300));
  const { config, weights } = shippedCheckpoint();
  const layout = gptLayout(config);
  const masks = masksOf(layout, weights, { method: 'magnitude', sparsity: 0.5, seed: params.seed.default });
  const tuned = result.tunedWeights ?? new Float32Array();
  prunedMatrices(layout).forEach(({ offset, size }, i) => {
    for (let j = 0; j < size; j += 1) if (masks[i]?.[j] === 0) expect(tuned[offset + j]).toBe(0);
  });
  expect(tuned.filter((weight, i) => weight !== 0 && weight !== weights[i]).length).toBeGreaterThan(2000);
});

test('losses of other steps or another seed are not shown as those of these', () => {
  const given = after(300);
  const stale = at({ ...core.solution, steps: 100 }, given);
  expect(stale.result.chosen?.tuned).toBe(null);
  expect(stale.result.tunedWeights).toBe(null);
  expect(stale.goal.met).toBe(false);
  // Right after pruning the steps do not matter, so that line stays.
  expect(stale.result.chosen?.oneShot).toBeGreaterThan(0);
  expect(at({ ...core.solution, seed: 8 }, given).result.points).toEqual([]);
});

test('nothing pruned is the unpruned model, before and after the same steps', () => {
  const given = after(300);
  const { base, dense } = given.measured as Measured;
  expect(at({ ...core.solution, sparsity: 0 }, given).result.chosen).toMatchObject({ oneShot: base, tuned: dense });
  expect(Math.abs((dense ?? 0) - base)).toBeLessThan(0.1);
});

test('the goal in words has the numbers of the goal in code', () => {
  const words = readFileSync('components/labs/prune-your-model/lab.yaml', 'utf8');
  for (const number of [GOAL.loss.toFixed(3)]) expect(words).toContain(number);
});
