import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditCalculator, CALCULATOR_IDS, VERDICTS, verdictOf } from '@/components/labs/memory-planner/calculators';
import { core, MAX_EXTRA_FLOPS, params } from '@/components/labs/memory-planner/core';
import { strings } from '@/components/labs/memory-planner/strings';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/training-systems.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const expectedOf = (name: string): Readonly<Record<string, unknown>> => {
  const found = reference.cases.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found.expected;
};

test('states of the 7.5 B model on 64 GPUs are those of figure 1 of the ZeRO paper', () => {
  const { stages } = at({}).result;
  const want = expectedOf('zero/psi=7.5e+09/N=64/K=12');
  expect(stages.map(({ states }) => states.total)).toEqual(
    ['baseline', 'stage1', 'stage2', 'stage3'].map((name) => want[name]),
  );
});

test('activations of GPT-3 are those of the reference', () => {
  const { chosen } = at({ model: 'gpt-3-175b' }).result;
  expect(chosen.activations).toBe(expectedOf('activations/gpt3-175b').allLayersBytes);
  expect(chosen.again).toBe(0);
});

test('Hugging Face counts 18 bytes a parameter on one GPU, ZeRO 16', () => {
  expect(at({ gpus: '1' }).result.chosen.states.total / 7.5e9).toBe(16);
  expect(at({ gpus: '1', recipe: 'hf' }).result.chosen.states.total / 7.5e9).toBe(18);
});

test('of all plans on the machine of the goal only stage 2 with selective recomputation meets it', () => {
  const met: string[] = [];
  for (const stage of params.stage.options) {
    for (const recompute of params.recompute.options) {
      for (const batch of params.batch.options) {
        const { goal } = at({ ...core.solution, stage, recompute, batch });
        if (goal.met) met.push(`${stage} ${recompute} ${batch}`);
      }
    }
  }
  expect(met).toEqual(['2 selective 1']);
});

test('why the neighbours fail: stage 1 does not fit, stage 3 sends 1.5 times as much, full recomputation works too hard', () => {
  const one = at({ stage: '1', recompute: 'full' }).result;
  expect(one.fits).toBe(false);
  const three = at({ stage: '3', recompute: 'selective' }).result;
  expect(three.fits).toBe(true);
  expect(three.trafficRatio).toBeCloseTo(1.5, 12);
  const full = at({ stage: '2', recompute: 'full' }).result;
  expect(full.fits).toBe(true);
  expect(full.extraFlops).toBeGreaterThan(MAX_EXTRA_FLOPS);
  expect(at({ stage: '2' }).result.fits).toBe(false);
});

test('another machine, a shorter sequence or one wrong judgement leaves the goal open', () => {
  for (const change of [{ card: 'a100-80' }, { sequence: '512' }, { gpus: '512' }, { kv: 'open' }, { adam: 'line2' }]) {
    const { goal } = at({ ...core.solution, ...change });
    expect(goal.met).toBe(false);
    expect(goal.progress).toBeLessThan(1);
  }
});

test('the faulty lines are found by running, and repair makes a calculator agree with the engine', () => {
  expect(CALCULATOR_IDS.map(verdictOf)).toEqual(['line2', 'fine', 'line2', 'line4']);
  for (const id of CALCULATOR_IDS) {
    const { prints, repaired, truth, right } = auditCalculator(id, verdictOf(id));
    expect(right).toBe(true);
    expect(prints).not.toBeCloseTo(truth, 3);
    if (verdictOf(id) === 'fine') expect(repaired).toBe(prints);
    else expect(repaired).toBeCloseTo(truth, 12);
  }
});

test('marking a line that is fine changes nothing', () => {
  for (const id of CALCULATOR_IDS) {
    for (const verdict of VERDICTS) {
      const audit = auditCalculator(id, verdict);
      if (verdict !== verdictOf(id)) expect(audit).toMatchObject({ right: false, repaired: audit.prints });
    }
  }
});

test('the calculators print what their public models printed', () => {
  const [kv, adam, gqa, unit] = CALCULATOR_IDS.map((id) => auditCalculator(id, 'open'));
  expect([kv?.prints, kv?.truth]).toEqual([1, 2]);
  expect([adam?.prints, adam?.truth]).toEqual([135, 120]);
  expect([gqa?.prints, gqa?.truth]).toEqual([10, 1.25]);
  expect(unit?.prints).toBeCloseTo(16.640625, 12);
  expect(unit?.truth).toBeCloseTo(15.4978, 4);
});

test('traffic does not grow up to stage 2, which is the answer of the prediction', () => {
  const { stages } = at({}).result;
  expect(stages[1]?.traffic).toBeCloseTo(stages[0]?.traffic ?? 0, -1);
  expect(stages[2]?.traffic).toBe(stages[1]?.traffic);
  expect(core.predict()).toBe('same');
});

test('the parts add up, and a higher stage never holds more', () => {
  const option = (name: 'model' | 'gpus' | 'card' | 'sequence' | 'recipe' | 'optimizer' | 'recompute' | 'batch') =>
    fc.constantFrom<string>(...params[name].options);
  fc.assert(
    fc.property(
      fc.record({
        model: option('model'),
        gpus: option('gpus'),
        card: option('card'),
        sequence: option('sequence'),
        recipe: option('recipe'),
        optimizer: option('optimizer'),
        recompute: option('recompute'),
        batch: option('batch'),
      }),
      (change) => {
        const { stages, sequence } = at(change).result;
        stages.forEach(({ states, activations, again, total }, i) => {
          expect(states.weights + states.gradients + states.optimizer + activations + again).toBeCloseTo(total, -2);
          expect(total).toBeLessThanOrEqual(stages[i - 1]?.total ?? Infinity);
        });
        if (change.model === 'gpt2-xl') expect(sequence).toBeLessThanOrEqual(1024);
      },
    ),
  );
});

test('the table of the audit has words for its columns', () => {
  const { values, result } = at({ mode: 'audit' });
  const { columns, rows } = core.table(result, values);
  expect(rows).toHaveLength(CALCULATOR_IDS.length);
  for (const words of [strings.en, strings.zh]) {
    expect(columns.filter((column) => !words.columns[column])).toEqual([]);
    expect(words.summary(result, values)).toContain('4');
  }
});
