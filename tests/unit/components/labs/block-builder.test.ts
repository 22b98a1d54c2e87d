import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL, params } from '@/components/labs/block-builder/core';
import { makeStack, TOKENS, WIDTH } from '@/components/labs/block-builder/make-stack';
import { formatScale } from '@/components/labs/block-builder/number-text';
import { type Recipe, type Stack, traceStack } from '@/components/labs/block-builder/stack';
import { completeValues } from '@/lib/labs/params';
import { fromFlat } from '@/lib/ml/tape/tensor';
import reference from '@/tests/fixtures/reference/block-stack.json';

const at = (partial: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, partial);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const seeds = Array.from({ length: 24 }, (_, i) => i * 97 + 1);
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The tensors of the fixture, by its own formula. */
function fill(name: string, rows: number, columns: number, unit = Math.sqrt(columns)) {
  const offset = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const data = Float64Array.from(
    { length: rows * columns },
    (_, k) => (1.4 / unit) * Math.sin(12.9898 * (k + 1) + offset),
  );
  return fromFlat(data, [rows, columns], { precision: 'float64', requiresGrad: name.startsWith('fc2') });
}
function referenceStack(gated: boolean): Stack {
  const blocks = [0, 1, 2].map((l) => ({
    wq: fill(`wq${l}`, 8, 8),
    wk: fill(`wk${l}`, 8, 8),
    wv: fill(`wv${l}`, 8, 8),
    wo: fill(`wo${l}`, 8, 8),
    fc1: fill(`fc1${l}`, 12, 8),
    fc2: fill(`fc2${l}`, 8, 12),
    ...(gated ? { gate: fill(`gate${l}`, 12, 8) } : {}),
  }));
  return { input: fill('x', 4, 8, 1), blocks, head: fill('head', 5, 8), targets: [1, 4, 0, 2] };
}

test.each(reference.cases.map(({ name, input, expected }) => [name, input, expected] as const))(
  'agrees with PyTorch, forward and backward: %s',
  (_, input, expected) => {
    const trace = traceStack(referenceStack(input.mlp === 'swiglu'), input as Recipe);
    const { abs, rel } = reference.tolerance;
    const close = (got: readonly number[], want: readonly number[]) => {
      expect(got.length).toBe(want.length);
      got.forEach((value, i) => {
        expect(Math.abs(value - (want[i] ?? Number.NaN))).toBeLessThanOrEqual(abs + rel * Math.abs(want[i] ?? 0));
      });
    };
    close(trace.sizes, expected.sizes);
    close(trace.alike, expected.alike);
    close(trace.gradients, expected.gradients);
    close([trace.loss ?? Number.NaN], [expected.loss]);
  },
);

test('the goal is open at the start and met by residual paths with the norm in the branch, over 24 seeds', () => {
  expect(at({}).goal.met).toBe(false);
  for (const seed of seeds) {
    expect(at({ ...core.solution, seed }).goal, `seed ${seed}`).toEqual({ met: true, progress: 1 });
  }
});

test('leaving out either part, or putting the norm after the sum, fails for most seeds', () => {
  const met = (partial: Readonly<Record<string, unknown>>) =>
    seeds.filter((seed) => at({ ...partial, seed }).goal.met).length;
  expect(met({})).toBe(0);
  expect(met({ residual: true })).toBe(0);
  expect(met({ norm: 'pre' })).toBe(0);
  expect(met({ norm: 'post' })).toBe(0);
  expect(met({ residual: true, norm: 'post' })).toBe(0);
});

test('small weights or a shallow stack do not meet it', () => {
  expect(at({ ...core.solution, factor: 0.5 }).goal.met).toBe(false);
  expect(at({ ...core.solution, depth: 12 }).goal.met).toBe(false);
});

test('each wiring fails in its own way', () => {
  expect(at({}).result.growth).toBeLessThan(1e-5);
  expect(at({ residual: true }).result.growth).toBeGreaterThan(1000);
  const post = at({ residual: true, norm: 'post' }).result;
  expect(post.growth).toBeGreaterThan(0.8);
  expect(post.growth).toBeLessThan(1.25);
  expect(post.alike.at(-1)).toBeGreaterThan(GOAL.alike);
});

test('the last gradient shrinks like 1/√depth under pre-norm and not under post-norm, as Xiong 2020, theorem 1 has it', () => {
  const last = (norm: string, depth: number) =>
    median(
      seeds.map((seed) => at({ residual: true, norm, depth, seed, mlp: 'relu' }).result.gradients.at(-1) ?? Number.NaN),
    );
  const pre = last('pre', 6) / last('pre', 24);
  expect(pre).toBeGreaterThan(1.6);
  expect(pre).toBeLessThan(2.6);
  const post = last('post', 6) / last('post', 24);
  expect(post).toBeGreaterThan(0.75);
  expect(post).toBeLessThan(1.33);
});

test('a post-norm stream has size one after every block, a token at a time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.constantFrom(...params.mlp.options), (seed, mlp) => {
      for (const size of at({ seed, mlp, residual: true, norm: 'post', depth: 4 }).result.sizes.slice(1)) {
        expect(size).toBeCloseTo(1, 3);
      }
    }),
    { numRuns: 20 },
  );
});

test('an overflow is named, not shown as infinity', () => {
  const { result, values } = at({ mlp: 'swiglu', residual: true, factor: 2 });
  expect(result.overflow).toBeGreaterThan(0);
  expect(result).toMatchObject({ gradients: [], loss: null, gradientRange: null });
  expect(JSON.stringify(core.table(result, values))).not.toMatch(/null|Infinity/);
});

test('the feed-forward networks have like numbers of parameters', () => {
  const count = (mlp: 'gelu' | 'swiglu') => {
    const [block] = makeStack(1, mlp, 1, 1).blocks;
    return [block?.fc1, block?.fc2, block?.gate].reduce((sum, x) => sum + (x?.data.length ?? 0), 0);
  };
  expect(count('gelu')).toBe(8 * WIDTH * WIDTH);
  expect(count('swiglu')).toBe(8 * WIDTH * WIDTH);
  expect(makeStack(1, 'gelu', 2, 1).input.shape).toEqual([TOKENS, WIDTH]);
});

test('without residual paths and norms all tokens end up pointing the same way, which is what the prediction is not about', () => {
  expect(at({}).result.alike.at(-1)).toBeGreaterThan(0.999);
  expect(core.predict()).toBe('huge');
});

test('scales are written as people read them', () => {
  expect([0, 0.5, 12.34, 4.44e-8, 149_000].map(formatScale)).toEqual([
    '0',
    '0.5',
    '12.3',
    '4.4\u00a0×\u00a010⁻⁸',
    '1.5\u00a0×\u00a010⁵',
  ]);
});
