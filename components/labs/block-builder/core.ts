/**
 * A learner's transformer block, stacked up to 24 times and run once at initialization: `./stack.ts` does the sums.
 * Width 24, 6 random tokens, 4 heads, feed-forward width 96 (64 with a gate, so that parameters agree: Shazeer 2020, §2);
 * weights are normal with variance 1/inputs, times a factor that stands for what training may make of them.
 *
 * Goal: 24 blocks of weights not made smaller, after which the stream is within a factor of ten of the input, tokens still differ,
 * and the gradient of every block lies between 1/100 and 100. It takes residual paths with the norm inside the branch.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { makeStack } from './make-stack';
import { type Trace, traceStack } from './stack';

export const GOAL = { depth: 24, size: 10, alike: 0.95, gradient: 100 } as const;

export const params = {
  residual: { kind: 'toggle', default: false },
  norm: { kind: 'choice', options: ['none', 'post', 'pre'], default: 'none' },
  depth: { kind: 'number', min: 2, max: 24, step: 1, default: 24 },
  mlp: { kind: 'choice', options: ['relu', 'gelu', 'swiglu'], default: 'gelu' },
  kind: { kind: 'choice', options: ['layernorm', 'rmsnorm'], default: 'layernorm' },
  factor: { kind: 'number', min: 0.5, max: 2, step: 0.1, default: 1 },
  seed: { kind: 'seed', default: 1 },
} as const;
export type Values = ParamValues<typeof params>;

export type Result = Trace & {
  /** Size of the stream at the end, relative to the start; 0 where it is too small for float32. */
  readonly growth: number;
  /** Smallest and largest gradient of a block; null after an overflow. */
  readonly gradientRange: readonly [least: number, most: number] | null;
  readonly kept: { readonly size: boolean; readonly alike: boolean; readonly gradient: boolean };
};

function run(values: Values): Result {
  const { residual, norm, kind, mlp, depth, factor, seed } = values;
  const trace = traceStack(makeStack(seed, mlp, depth, factor), { residual, norm, kind, mlp, heads: 4 });
  const { sizes, alike, gradients, overflow } = trace;
  const growth = (sizes.at(-1) ?? 0) / (sizes[0] ?? 1);
  const [least, most] = [Math.min(...gradients), Math.max(...gradients)];
  return {
    ...trace,
    growth,
    gradientRange: overflow === 0 ? [least, most] : null,
    kept: {
      size: overflow === 0 && growth <= GOAL.size && growth >= 1 / GOAL.size,
      alike: overflow === 0 && (alike.at(-1) ?? 1) <= GOAL.alike,
      gradient: overflow === 0 && least >= 1 / GOAL.gradient && most <= GOAL.gradient,
    },
  };
}

export const core = defineCore({
  id: 'block-builder',
  params,
  run,
  goal({ kept }: Result, { depth, factor }) {
    const parts = [kept.size, kept.alike, kept.gradient, depth >= GOAL.depth && factor >= 1];
    const done = parts.filter(Boolean).length / parts.length;
    return { met: done === 1, progress: done };
  },
  solution: { residual: true, norm: 'pre', depth: GOAL.depth, factor: 1 },
  /** 24 blocks with residual paths and no norm: how much larger is the stream at the end? */
  predict() {
    const { growth, overflow } = run({ ...defaults, residual: true });
    return overflow > 0 || growth > 1000 ? 'huge' : growth > 12 ? 'linear' : 'root';
  },
  table({ sizes, alike, gradients }: Result) {
    return {
      columns: ['block', 'size', 'baseline', 'alike', 'gradient'],
      rows: sizes.map((size, i) => [
        i,
        size,
        Math.sqrt(1 + i),
        alike[i] ?? 0,
        i === 0 ? '–' : (gradients[i - 1] ?? '–'),
      ]),
    };
  },
});

const defaults: Values = {
  residual: params.residual.default,
  norm: params.norm.default,
  depth: params.depth.default,
  mlp: params.mlp.default,
  kind: params.kind.default,
  factor: params.factor.default,
  seed: params.seed.default,
};
