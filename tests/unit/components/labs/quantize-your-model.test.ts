import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, type Given, GOAL, params } from '@/components/labs/quantize-your-model/core';
import { groups, OUTLIER, outlierDamage, SAMPLE, weightsOf } from '@/components/labs/quantize-your-model/losses';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { gptLayout, matrixOf } from '@/lib/ml/gpt/config';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { trainModel } from '@/tests/bench/thresholds/thread-models';

const start = (): Given => ({ model: shippedCheckpoint(), measured: null });
const measured = new Map<string, Given>();

/** Values set, work done for them. */
function at(change: Readonly<Record<string, unknown>>, given: Given = start()) {
  const values = completeValues(params, change);
  const key = `${given.model.id}/${values.scheme}/${values.outlier}`;
  const outcome = measured.get(key) ?? finishWork(core.work?.(values, given) as never as Generator<never, Given, void>);
  measured.set(key, outcome);
  const result = core.run(values, outcome);
  return { values, result, outcome, goal: core.goal(result, values) };
}

test('counts codes and half-precision scales into the size', () => {
  // 4,352 weights in 9 matrices of 224 rows in all.
  expect(at({ bits: 4, group: 'tensor' }).result.chosen.bytes).toBe(Math.ceil((4352 * 4 + 9 * 16) / 8));
  expect(at({ bits: 4, group: 'row' }).result.chosen.bytes).toBe((4352 * 4 + 224 * 16) / 8);
  expect(at({ bits: 6, group: 'row' }).result.chosen.bitsPerWeight).toBeCloseTo((4352 * 6 + 224 * 16) / 4352, 12);
});

test('the baseline is the loss of the model itself on the sample', () => {
  const { config, weights } = shippedCheckpoint();
  const runner = createGptRunner(config, { maxTokens: 4096 });
  runner.weights.set(weights);
  const { loss } = evaluateLoss(runner, functionNames().validation.slice(0, SAMPLE).map(encodeName));
  expect(at({}).result.base).toBeCloseTo(loss, 5);
});

test('fewer bits lose more, and one scale a matrix loses more than one a row', () => {
  const { curves } = at({}).result;
  const loss = (group: (typeof groups)[number], bits: number) =>
    curves[group].find((one) => one.bits === bits)?.loss ?? 0;
  for (const group of groups) {
    for (const bits of [4, 5, 6, 7]) expect(loss(group, bits)).toBeGreaterThan(loss(group, bits + 1));
  }
  for (const bits of [4, 5, 6, 7, 8]) expect(loss('tensor', bits)).toBeGreaterThan(loss('row', bits));
  // The cliff: each bit less multiplies the damage.
  const { base } = at({}).result;
  expect(loss('row', 4) - (base ?? 0)).toBeGreaterThan(3 * (loss('row', 5) - (base ?? 0)));
});

test('the outlier is one weight grown 50 times, and hardly harms the float32 model', () => {
  const { config, weights } = shippedCheckpoint();
  const grown = weightsOf(shippedCheckpoint(), true);
  const changed = [...grown].flatMap((weight, i) => (weight === weights[i] ? [] : [i]));
  const { offset, size, columns } = matrixOf(gptLayout(config), 'wpe');
  expect(changed.length).toBe(1);
  expect(changed[0]).toBeGreaterThanOrEqual(offset + size - columns);
  expect(changed[0]).toBeLessThan(offset + size);
  expect(grown[changed[0] as number]).toBeCloseTo(OUTLIER * (weights[changed[0] as number] as number), 3);
  const plain = at({}).result.base ?? 0;
  expect((at({ outlier: true }).result.base ?? 0) - plain).toBeLessThan(0.1);
  expect(outlierDamage(shippedCheckpoint(), 8, 'tensor')).toBeGreaterThan(0.4);
  expect(core.predict()).toBe('ruin');
});

test('the goal needs the outlier, few bits and a small loss at once', () => {
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ ...core.solution, outlier: false }).goal.met).toBe(false);
  expect(at({ ...core.solution, bits: 7 }).goal.met).toBe(false);
  expect(at({ ...core.solution, bits: 5 }).goal.met).toBe(false);
  for (const scheme of ['symmetric', 'affine', 'nf4']) {
    for (const bits of [2, 3, 4, 5, 6, 7, 8]) {
      const { result, goal } = at({ outlier: true, group: 'tensor', scheme, bits });
      expect(goal.met).toBe(false);
      expect(result.chosen.increase).toBeGreaterThan(3 * GOAL.increase);
    }
  }
});

test('the solution holds for models of other seeds, one scale a matrix for none', () => {
  // Five seeds and longer training: tests/bench/thresholds/quantize-your-model.txt.
  for (const seed of [1, 2]) {
    const model = trainModel(seed, 300);
    expect(outlierDamage(model, core.solution.bits ?? 0, 'row')).toBeLessThan(GOAL.increase / 2);
    expect(outlierDamage(model, 8, 'tensor')).toBeGreaterThan(2 * GOAL.increase);
  }
}, 60_000);

test('what was measured for another question is not shown', () => {
  const { outcome } = at({ scheme: 'symmetric', outlier: true });
  const values = completeValues(params, { ...core.solution, outlier: false });
  expect(core.run(values, outcome).base).toBe(null);
  const nf4 = completeValues(params, { ...core.solution, scheme: 'nf4' });
  expect(core.goal(core.run(nf4, outcome), nf4).met).toBe(false);
  // Width and granularity are all in one measurement.
  expect(core.run(completeValues(params, { ...core.solution, group: 'g8' }), outcome).chosen.loss).not.toBe(null);
});

test('finer groups never take fewer bytes, more bits neither, whatever is set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 7 }), fc.constantFrom('symmetric', 'affine'), (bits, scheme) => {
      const size = (group: string, width: number) =>
        core.run(completeValues(params, { group, bits: width, scheme }), start()).chosen.bytes;
      const sizes = groups.map((group) => size(group, bits));
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      for (const group of groups) expect(size(group, bits + 1)).toBeGreaterThan(size(group, bits));
    }),
    { numRuns: 20 },
  );
});

test('the work reports, and its parts stand while it goes on', () => {
  const values = completeValues(params, { scheme: 'nf4' });
  const work = core.work?.(values, start());
  let reports = 0;
  for (const { done, total, given } of work ?? []) {
    reports += 1;
    expect(done).toBeLessThanOrEqual(total);
    const stands = typeof given === 'function' ? given() : given;
    if (stands) expect(core.run(values, structuredClone(stands)).base).toBeGreaterThan(0);
  }
  expect(reports).toBe(5);
});

test('the goal in words has the numbers of the goal in code', () => {
  const words = readFileSync('components/labs/quantize-your-model/lab.yaml', 'utf8');
  for (const number of [
    `${GOAL.bitsPerWeight} bits`,
    `${GOAL.bitsPerWeight} 位`,
    `${GOAL.increase}.`,
    `${GOAL.increase}。`,
  ])
    expect(words).toContain(number);
});
