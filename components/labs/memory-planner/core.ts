/**
 * What a GPU holds while it trains and what it sends, from `lib/ml/cost/training-memory.ts`; and four calculators to audit
 * (`./calculators.ts`). Rajbhandari 2020 (ZeRO), Korthikanti 2022 (activations).
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { cardBytes, GIGABYTE } from '@/lib/ml/cost/cards';
import { recomputations } from '@/lib/ml/cost/flops';
import { trafficElements, type ZeroStage } from '@/lib/ml/cost/training-memory';
import { type Audit, auditCalculator, CALCULATOR_IDS, VERDICTS, verdictOf } from './calculators';
import { makePlan, type Plan, type StagePlan } from './plan';

/** The exercise: the example of the ZeRO paper at the full length of the model. */
export const TASK = {
  model: 'gpt-7.5b',
  gpus: '64',
  card: 'v100-32',
  recipe: 'zero',
  optimizer: 'adamw',
  sequence: '2048',
} as const;
/** Largest share of FLOPs that may go into computing activations again. */
export const MAX_EXTRA_FLOPS = 0.05;

const verdict = { kind: 'choice', options: VERDICTS, default: 'open' } as const;

export const params = {
  mode: { kind: 'choice', options: ['plan', 'audit'], default: 'plan' },
  stage: { kind: 'choice', options: ['0', '1', '2', '3'], default: '0' },
  recompute: { kind: 'choice', options: recomputations, default: 'none' },
  batch: { kind: 'choice', options: ['1', '2', '4', '8', '16'], default: '1' },
  model: { kind: 'choice', options: ['gpt2-xl', 'gpt-7.5b', 'opt-13b', 'gpt-3-175b'], default: TASK.model },
  gpus: { kind: 'choice', options: ['1', '8', '64', '512', '1024'], default: TASK.gpus },
  card: {
    kind: 'choice',
    options: ['v100-16', 'v100-32', 'rtx-4090', 'a100-40', 'a100-80', 'h100-80', 'h200-141'],
    default: TASK.card,
  },
  sequence: { kind: 'choice', options: ['512', '1024', '2048'], default: TASK.sequence },
  recipe: { kind: 'choice', options: ['zero', 'hf'], default: TASK.recipe },
  optimizer: { kind: 'choice', options: ['adamw', 'adam8bit', 'sgdm'], default: TASK.optimizer },
  kv: verdict,
  adam: verdict,
  gqa: verdict,
  unit: verdict,
} as const;
export type Values = ParamValues<typeof params>;

export type Result = Plan & {
  readonly chosen: StagePlan;
  readonly plain: StagePlan;
  readonly capacity: number;
  readonly fits: boolean;
  /** Traffic of the plan over that of plain data parallelism; 1 where one GPU sends nothing. */
  readonly trafficRatio: number;
  readonly audits: readonly Audit[];
  /** Whether the settings are still those of the exercise. */
  readonly onTask: boolean;
};

function run(values: Values): Result {
  const { model, recipe, optimizer, recompute, card } = values;
  const [gpus, batch, sequence] = [Number(values.gpus), Number(values.batch), Number(values.sequence)];
  const plan = makePlan({ model, gpus, recipe, optimizer, batch, sequence, recompute });
  const [plain] = plan.stages;
  const chosen = plan.stages[Number(values.stage)] ?? plain;
  if (!plain || !chosen) throw new RangeError('a plan has four stages');
  const capacity = cardBytes(card);
  return {
    ...plan,
    plain,
    chosen,
    capacity,
    fits: chosen.total <= capacity,
    trafficRatio: plain.traffic > 0 ? chosen.traffic / plain.traffic : 1,
    audits: CALCULATOR_IDS.map((id) => auditCalculator(id, values[id])),
    onTask: (Object.keys(TASK) as (keyof typeof TASK)[]).every((name) => values[name] === TASK[name]),
  };
}

/** No more than plain data parallelism sends, give or take the last digit of a float. */
export function sendsNoMore({ trafficRatio }: Pick<Result, 'trafficRatio'>): boolean {
  return trafficRatio <= 1 + 1e-9;
}

export const core = defineCore({
  id: 'memory-planner',
  params,
  run,
  goal(result) {
    const { fits, capacity, chosen, extraFlops, audits, onTask } = result;
    const parts = [
      onTask ? Math.min(1, capacity / chosen.total) : 0,
      Number(onTask && fits && sendsNoMore(result)),
      Number(onTask && fits && extraFlops <= MAX_EXTRA_FLOPS),
      ...audits.map(({ right }) => Number(right)),
    ];
    const met = parts.every((part) => part === 1);
    return { met, progress: met ? 1 : Math.min(0.99, parts.reduce((sum, part) => sum + part, 0) / parts.length) };
  },
  solution: {
    ...TASK,
    stage: '2',
    recompute: 'selective',
    batch: '1',
    ...Object.fromEntries(CALCULATOR_IDS.map((id) => [id, verdictOf(id)])),
  },
  predict() {
    const sent = (stage: ZeroStage) => trafficElements(1, stage);
    const ratio = sent(2) / sent(0);
    return ratio === 1 ? 'same' : ratio <= 2 ? 'more' : 'much';
  },
  table({ stages, capacity, extraFlops, audits }, { mode }) {
    const yes = (ok: boolean) => (ok ? '✓' : '✗');
    if (mode === 'audit') {
      return {
        columns: ['calculator', 'unit', 'prints', 'repaired', 'engine'],
        rows: audits.map(({ id, unit, prints, repaired, truth }) => [id, unit, prints, repaired, truth]),
      };
    }
    return {
      columns: ['stage', 'weights', 'gradients', 'optimizer', 'activations', 'total', 'fits', 'traffic', 'extra'],
      rows: stages.map(({ stage, states, activations, again, total, traffic }) => [
        stage,
        states.weights / GIGABYTE,
        states.gradients / GIGABYTE,
        states.optimizer / GIGABYTE,
        (activations + again) / GIGABYTE,
        total / GIGABYTE,
        yes(total <= capacity),
        traffic / GIGABYTE,
        100 * extraFlops,
      ]),
    };
  },
});
