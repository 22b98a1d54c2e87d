import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, MARGIN } from '@/components/labs/trainer-bug-hunt/core';
import { FAULTY, LINES, REPAIRED, REPAIRS, type RepairId } from '@/components/labs/trainer-bug-hunt/script';
import { runTraining } from '@/components/labs/trainer-bug-hunt/training-run';
import { completeValues } from '@/lib/labs/params';
import recorded from '@/tests/fixtures/reference/trainer-messages.json';

const ALL: readonly RepairId[] = core.solution.repairs as readonly RepairId[];
const without = (...names: readonly RepairId[]) => ALL.filter((name) => !names.includes(name));
const at = (change: object) => {
  const values = completeValues(core.params, { ...change });
  const result = core.run(values);
  return { result, goal: core.goal(result, values) };
};

test.each(recorded.cases.map((one, i) => [i, one] as const))(
  'combination %i stops where the real Trainer stops, with its words',
  (_, one) => {
    const repairs: RepairId[] = [];
    if (one.defineDataset) repairs.push('define-dataset');
    if (one.tokenize) repairs.push('tokenize');
    if (one.numLabels) repairs.push('num-labels');
    if (one.processing === 'processing-class') repairs.push('processing-class');
    if (one.processing === 'none') repairs.push('drop-tokenizer');
    if (one.evaluation === 'validation') repairs.push('evaluate');
    if (one.evaluation === 'train') repairs.push('evaluate-on-train');
    const run = runTraining(new Set(repairs), 26);
    expect(run.stage).toBe(one.stage);
    expect(run.error?.type ?? null).toBe(one.error);
    expect(run.error?.message.replace(/(length |got )\d+/g, '$1N') ?? null).toBe(one.message);
  },
);

test('a head of two outputs fails only when the third class first comes up', () => {
  const runs = [...Array(20).keys()].map((seed) => runTraining(new Set(without('num-labels')), seed));
  for (const run of runs) expect(run.error).toEqual({ type: 'IndexError', message: 'Target 2 is out of bounds.' });
  const steps = new Set(runs.map(({ losses }) => losses.length));
  expect(steps.size).toBeGreaterThan(1);
});

test('the padding message names two lengths that differ', () => {
  const { error } = runTraining(new Set([...without('processing-class'), 'drop-tokenizer'] as const), 26);
  const [, a, b] = /length (\d+) at dim 1 \(got (\d+)\)/.exec(error?.message ?? '') ?? [];
  expect(Number(a)).toBeGreaterThan(2);
  expect(a).not.toBe(b);
});

test('with the rate of 5e-2 the run answers the majority class: good accuracy, macro-F1 no better than not training', () => {
  const { result } = at({ repairs: without('learning-rate') });
  const evaluation = result.run.evaluation;
  expect(evaluation?.report.accuracy).toBeGreaterThan(0.75);
  expect(evaluation?.report.macroF1).toBeCloseTo(evaluation?.baseline.macroF1 ?? 0, 12);
  expect(core.predict()).toBe('looks-good');
});

test.each([0, 1, 2, 3, 42, 999, 9999])('the repaired run beats the majority baseline with seed %i', (seed) => {
  const { evaluation } = runTraining(new Set(ALL), seed);
  expect((evaluation?.report.macroF1 ?? 0) - (evaluation?.baseline.macroF1 ?? 1)).toBeGreaterThan(MARGIN);
  expect(evaluation?.loss).toBeLessThan(0.6);
});

test('scoring the training data flatters the run and does not meet the goal', () => {
  const repairs = [...without('evaluate'), 'evaluate-on-train'];
  const { result, goal } = at({ marks: FAULTY, repairs });
  expect(result.run.evaluation?.report.macroF1).toBeGreaterThan(
    at({ repairs: ALL }).result.run.evaluation?.report.macroF1 ?? 1,
  );
  expect(goal.met).toBe(false);
});

test('the goal asks for the right marks and for a run that can be believed', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at({ repairs: ALL }).goal.met).toBe(false);
  expect(at({ marks: FAULTY }).goal.met).toBe(false);
  expect(at({ marks: FAULTY, repairs: without('macro-f1') }).goal.met).toBe(false);
  expect(at({ marks: FAULTY, repairs: without('learning-rate') }).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
});

test('marking a line that is fine costs as much as a fault found earns', () => {
  const clean = at({ marks: FAULTY.slice(0, 3) }).goal.progress;
  const guessed = at({ marks: [...FAULTY.slice(0, 3), 'l08'] }).goal.progress;
  expect(guessed).toBeCloseTo(at({ marks: FAULTY.slice(0, 2) }).goal.progress, 12);
  expect(guessed).toBeLessThan(clean);
  expect(at({ marks: core.params.marks.options, repairs: ALL }).goal.met).toBe(false);
});

test('every repair touches an existing line, every faulty line has a repair', () => {
  const ids = new Set<string>(LINES.map(({ id }) => id));
  for (const { line } of Object.values(REPAIRED)) expect(ids.has(line)).toBe(true);
  const repaired = new Set<string>(Object.values(REPAIRED).map(({ line }) => line));
  for (const id of FAULTY) expect(repaired.has(id)).toBe(true);
});

test('whatever is repaired with whatever seed, every number is finite', () => {
  fc.assert(
    fc.property(fc.subarray([...REPAIRS]), fc.nat(9999), (repairs, seed) => {
      const { result, goal } = at({ repairs, seed });
      expect(goal.progress).toBeGreaterThanOrEqual(0);
      expect(goal.progress).toBeLessThanOrEqual(1);
      for (const loss of result.run.losses) expect(Number.isFinite(loss)).toBe(true);
      if (result.run.evaluation) expect(Number.isFinite(result.run.evaluation.loss)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
