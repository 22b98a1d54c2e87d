/**
 * What an adapter costs and what it can hold. The cost is counted on real model shapes (`lib/ml/cost/adapter-cost.ts`); the fit is
 * the best rank-r approximation of a made update (`./update.ts`), so no training run could do better.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { type TuningCost, type TuningMethod, tuningCost } from '@/lib/ml/cost/adapter-cost';
import {
  countParameters,
  countWeights,
  type LinearName,
  type LinearShape,
  linearNames,
  linearShapes,
  modelShapes,
} from '@/lib/ml/cost/model-shape';
import { capturedEnergy } from '@/lib/ml/svd';
import { type Fit, fitUpdate, makeUpdates } from './update';

/** A 16 GB card of which 4 GB are left to activations. */
export const CARD_BYTES = 16e9;
export const GOAL = { memory: 12e9, trainable: 25e6, captured: 0.9 } as const;
export const methods = ['full', 'lora', 'qlora'] as const satisfies readonly TuningMethod[];

export const params = {
  model: { kind: 'choice', options: ['llama-2-7b', 'llama-3-8b', 'gpt-3-175b'], default: 'llama-2-7b' },
  method: { kind: 'choice', options: methods, default: 'lora' },
  rank: { kind: 'choice', options: ['1', '2', '4', '8', '16', '32', '64', '128', '256'], default: '16' },
  targets: { kind: 'set', options: linearNames, default: ['q', 'v'] },
  task: { kind: 'choice', options: ['style', 'domain', 'skill'], default: 'domain' },
  shown: { kind: 'choice', options: linearNames, default: 'q' },
  seed: { kind: 'seed', default: 7 },
} as const;

export type Module = {
  readonly name: LinearName;
  readonly shape: LinearShape;
  /** Share of the update's energy that lies in these layers. */
  readonly share: number;
  readonly targeted: boolean;
  /** Share of this module's energy that the adapter keeps: 0 without one, 1 in full fine-tuning. */
  readonly captured: number;
};

export type Result = {
  readonly modules: readonly Module[];
  /** Over all modules. */
  readonly captured: number;
  readonly cost: TuningCost;
  /** The same targets and rank with each method, for comparison. */
  readonly costs: Readonly<Record<TuningMethod, TuningCost>>;
  readonly parameters: number;
  readonly shown: LinearName;
  readonly fit: Fit;
};

function run({ model, method, rank, targets, task, shown, seed }: ParamValues<typeof params>): Result {
  const shape = modelShapes[model];
  const linear = linearShapes(shape);
  const all = countWeights(linear);
  const updates = makeUpdates(task, seed);
  const rankOf = (name: LinearName) => (method === 'full' ? Infinity : targets.includes(name) ? Number(rank) : 0);
  const modules = linear.map((one) => ({
    name: one.name,
    shape: one,
    share: countWeights([one]) / all,
    targeted: method === 'full' || targets.includes(one.name),
    captured: capturedEnergy(updates[one.name].values, rankOf(one.name)),
  }));
  const adapted = linear.filter(({ name }) => targets.includes(name));
  const costOf = (which: TuningMethod) => tuningCost(shape, which, adapted, Number(rank));
  const costs = { full: costOf('full'), lora: costOf('lora'), qlora: costOf('qlora') };
  const visible = linear.some(({ name }) => name === shown) ? shown : 'up';
  return {
    modules,
    captured: modules.reduce((sum, { share, captured }) => sum + share * captured, 0),
    cost: costs[method],
    costs,
    parameters: countParameters(shape),
    shown: visible,
    fit: fitUpdate(updates[visible], rankOf(visible)),
  };
}

export const core = defineCore({
  id: 'lora-rank',
  params,
  run,
  goal({ captured, cost }, { task }) {
    const enough = (ratio: number) => Math.min(1, ratio);
    const hard = task !== 'style';
    const met = hard && captured >= GOAL.captured && cost.trainable <= GOAL.trainable && cost.total <= GOAL.memory;
    if (met) return { met, progress: 1 };
    const near =
      (enough(captured / GOAL.captured) + enough(GOAL.trainable / cost.trainable) + enough(GOAL.memory / cost.total)) /
      3;
    return { met, progress: Math.min(0.99, hard ? near : near / 2) };
  },
  solution: { model: 'llama-2-7b', method: 'qlora', rank: '8', targets: linearNames, task: 'domain' },
  predict() {
    const at = (rank: '8' | '256') =>
      run({
        model: 'llama-2-7b',
        method: 'lora',
        rank,
        targets: ['q', 'v'],
        task: 'domain',
        shown: 'q',
        seed: params.seed.default,
      }).captured;
    const gain = at('256') - at('8');
    return gain < 0.05 ? 'little' : gain < 0.3 ? 'some' : 'much';
  },
  table({ modules, costs }, { rank, method }) {
    const yes = (targeted: boolean) => (targeted ? '✓' : '–');
    const trainable = (one: Module) =>
      method === 'full'
        ? one.shape.outputs * one.shape.inputs * one.shape.count
        : one.targeted
          ? Number(rank) * (one.shape.outputs + one.shape.inputs) * one.shape.count
          : 0;
    return {
      columns: ['module', 'shape', 'layers', 'share', 'targeted', 'trainable', 'captured'],
      rows: [
        ...modules.map((one) => [
          one.name,
          `${one.shape.outputs} × ${one.shape.inputs}`,
          one.shape.count,
          one.share,
          yes(one.targeted),
          trainable(one),
          one.captured,
        ]),
        ...methods.map((which) => [which, '', '', '', '', costs[which].trainable, '']),
      ],
    };
  },
});
