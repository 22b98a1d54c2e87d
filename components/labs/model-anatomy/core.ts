/**
 * A model's size and price from the numbers of its configuration file, counted to the digit (`./parts.ts`), beside the rules of
 * thumb N ≈ 12·L·d² and 2·N FLOPs a token (Kaplan 2020, §2.1).
 *
 * Goal: a vocabulary three times GPT-2's in a model of GPT-2's size that is no shallower.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { TRAIN_OVER_FORWARD } from '@/lib/ml/cost/flops';
import { countParameters, headDim, type ModelShape, modelShapes } from '@/lib/ml/cost/model-shape';
import { type Part, partIds, takeApart } from './parts';
import { buildable, nameOf, type Problem, type PublicId } from './shape';

export const BASELINE = countParameters(modelShapes.gpt2);
export const GOAL = { vocab: 150_000, layers: 12, headDim: 64, apart: 0.01 } as const;

export const params = {
  vocab: { kind: 'number', min: 256, max: 262144, step: 1, default: 50257 },
  hidden: { kind: 'number', min: 64, max: 16384, step: 64, default: 768 },
  layers: { kind: 'number', min: 1, max: 128, step: 1, default: 12 },
  heads: { kind: 'number', min: 1, max: 256, step: 1, default: 12 },
  kvHeads: { kind: 'number', min: 1, max: 256, step: 1, default: 12 },
  ffn: { kind: 'number', min: 64, max: 65536, step: 64, default: 3072 },
  family: { kind: 'choice', options: ['gpt', 'llama'], default: 'gpt' },
  context: { kind: 'number', min: 64, max: 8192, step: 64, default: 1024 },
  tokens: { kind: 'choice', options: ['1', '128', '1024', '4096', '8192', '32768'], default: '1024' },
  pin: { kind: 'choice', options: partIds, default: 'attention' },
} as const;
export type Values = ParamValues<typeof params>;

export type Result = {
  readonly shape: ModelShape;
  readonly problem: Problem;
  readonly name: PublicId | null;
  readonly parts: readonly Part[];
  readonly parameters: number;
  /** 12·L·d², the rule of thumb for the blocks. */
  readonly ruleOfThumb: number;
  /** Attention, MLP and norms. */
  readonly blocks: number;
  /** One forward pass divided by its tokens. */
  readonly flops: number;
  readonly trainFlops: number;
  /** FLOPs over 2·N. */
  readonly overTwoN: number;
  /** Weights in bfloat16. */
  readonly bytes: number;
  readonly headDim: number;
  readonly pinned: Part;
};

function run(values: Values): Result {
  const { shape, problem } = buildable(values);
  const parts = takeApart(shape, Number(values.tokens));
  const sum = (of: readonly Part[], key: 'parameters' | 'flops') => of.reduce((total, part) => total + part[key], 0);
  const parameters = countParameters(shape);
  const flops = sum(parts, 'flops');
  const [embedding] = parts;
  const pinned = parts.find(({ id }) => id === values.pin) ?? embedding;
  if (!pinned) throw new RangeError('a model has parts');
  return {
    shape,
    problem,
    name: nameOf(values),
    parts,
    parameters,
    ruleOfThumb: 12 * shape.layers * shape.hidden ** 2,
    blocks: sum(
      parts.filter(({ id }) => id === 'attention' || id === 'mlp' || id === 'norm'),
      'parameters',
    ),
    flops,
    trainFlops: TRAIN_OVER_FORWARD * flops,
    overTwoN: flops / (2 * parameters),
    bytes: 2 * parameters,
    headDim: headDim(shape),
    pinned,
  };
}

/** The four conditions of the goal, in the order they are shown. */
export function conditions(result: Result): readonly [vocab: boolean, size: boolean, depth: boolean, heads: boolean] {
  const { shape, parameters, problem } = result;
  return [
    shape.vocab >= GOAL.vocab,
    Math.abs(parameters / BASELINE - 1) <= GOAL.apart,
    shape.layers >= GOAL.layers,
    result.headDim === GOAL.headDim && problem === null,
  ];
}

export const core = defineCore({
  id: 'model-anatomy',
  params,
  run,
  goal(result, { family }) {
    const all = [...conditions(result), family === 'gpt'];
    const met = all.every(Boolean);
    const [, , depth, heads] = all;
    const near = Math.min(result.parameters / BASELINE, BASELINE / result.parameters);
    const parts = [Math.min(1, result.shape.vocab / GOAL.vocab), near, Number(depth), Number(heads)];
    return { met, progress: met ? 1 : Math.min(0.99, parts.reduce((sum, part) => sum + part, 0) / parts.length) };
  },
  solution: { vocab: 150_000, hidden: 512, layers: 15, heads: 8, kvHeads: 8, ffn: 2048, family: 'gpt', context: 1024 },
  /** What does it do to the parameters to split the same width among twice as many heads? */
  predict() {
    const twice = { ...modelShapes.gpt2, heads: 24, kvHeads: 24 };
    const ratio = countParameters(twice) / BASELINE;
    return ratio === 1 ? 'same' : ratio > 1.2 ? 'double' : 'more';
  },
  table({ parts, parameters, flops }) {
    return {
      columns: ['part', 'parameters', 'share', 'flops', 'flopShare'],
      rows: parts.map((part) => [
        part.id,
        String(part.parameters),
        part.parameters / parameters,
        String(Math.round(part.flops)),
        part.flops / flops,
      ]),
    };
  },
});
