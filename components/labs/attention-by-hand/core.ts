/**
 * Attention over three tokens with two numbers a head: softmax(Q Kᵀ / √d + mask) V, every number editable and visible.
 * Source: Vaswani et al. 2017, eq. 1. The start values are the worked example checked against torch SDPA.
 *
 * Goal: token 3 gives token 1 a weight above 0.95 while Q and V hold the table's default numbers (whatever the mask
 * and the scale say), so that only K can have done it.
 */
import { defineCore } from '@/lib/labs/core';
import { completeValues, type ParamValues } from '@/lib/labs/params';
import { dotProduct, scaledDotProductAttention } from '@/lib/ml/attention';

export const TOKENS = 3;
export const DIMENSIONS = 2;
/** Token 3 must give token 1 more than this. */
export const TARGET = 0.95;

const params = {
  q: { kind: 'vector', min: -4, max: 4, step: 0.1, default: [1, 0, 0, 1, 1, 1] },
  k: { kind: 'vector', min: -4, max: 4, step: 0.1, default: [1, 0, 0, 1, 1, 1] },
  v: { kind: 'vector', min: -10, max: 10, step: 0.1, default: [1, 2, 3, 4, 5, 6] },
  causal: { kind: 'toggle', default: false },
  scaled: { kind: 'toggle', default: true },
  /** Token whose row is written out, 1 to 3. */
  row: { kind: 'number', min: 1, max: TOKENS, step: 1, default: 3 },
  /** The name in which the learner looks for the same thing in their own GPT (`./your-head.tsx`), and the head looked at. */
  name: { kind: 'text', maxLength: 23, default: 'get_user_by_id' },
  head: { kind: 'choice', options: ['1', '2', '3', '4'], default: '1' },
} as const;

export type Values = ParamValues<typeof params>;
type Matrix = readonly (readonly number[])[];

export type Result = {
  readonly q: Matrix;
  readonly k: Matrix;
  readonly v: Matrix;
  /** q_i·k_j. */
  readonly products: Matrix;
  /** The same divided by √d, or not, as the switch says. */
  readonly scores: Matrix;
  /** Whether query i may see key j. */
  readonly visible: readonly (readonly boolean[])[];
  readonly weights: Matrix;
  readonly out: Matrix;
  /** Weights with the start values, the mask and scale of now: the baseline. */
  readonly startWeights: Matrix;
};

const rows = (flat: readonly number[]): number[][] =>
  Array.from({ length: TOKENS }, (_, i) => flat.slice(i * DIMENSIONS, (i + 1) * DIMENSIONS));

const same = (a: readonly number[], b: readonly number[]) => a.every((value, i) => value === b[i]);

function run(values: Values): Result {
  const [q, k, v] = [rows(values.q), rows(values.k), rows(values.v)];
  const options = { causal: values.causal, scale: values.scaled ? 1 / Math.sqrt(DIMENSIONS) : 1 };
  const now = scaledDotProductAttention(q, k, v, options);
  const start = scaledDotProductAttention(rows(params.q.default), rows(params.k.default), v, options);
  const products = q.map((query) => k.map((key) => dotProduct(query, key)));
  return { q, k, v, products, ...now, startWeights: start.weights };
}

/** Whether Q and V are still the start values, so that only K can have moved the weights. */
export function onlyKeysMoved(values: Values): boolean {
  return same(values.q, params.q.default) && same(values.v, params.v.default);
}

export const core = defineCore({
  id: 'attention-by-hand',
  params,
  run,
  goal(result: Result, values: Values) {
    const weight = result.weights[2]?.[0] ?? 0;
    const allowed = onlyKeysMoved(values);
    const met = allowed && weight > TARGET;
    return { met, progress: met ? 1 : Math.min(0.99, weight / TARGET) * (allowed ? 1 : 0.5) };
  },
  solution: { q: params.q.default, v: params.v.default, k: [4, 4, 0, 1, 1, 1] },
  /** What do the weights do when every value is multiplied by ten? */
  predict() {
    const sharpest = (v: readonly number[]) =>
      Math.max(...(run({ ...completeValues(params, {}), v }).weights[2] ?? []));
    const before = sharpest(params.v.default);
    const after = sharpest(params.v.default.map((value) => 10 * value));
    return after > before ? 'sharper' : after < before ? 'flatter' : 'same';
  },
  table(result: Result) {
    const pairs = Array.from({ length: TOKENS * TOKENS }, (_, n) => [Math.floor(n / TOKENS), n % TOKENS] as const);
    return {
      columns: ['query', 'key', 'product', 'score', 'visible', 'weight', 'startWeight'],
      rows: pairs.map(([i, j]) => [
        i + 1,
        j + 1,
        result.products[i]?.[j] ?? 0,
        result.scores[i]?.[j] ?? 0,
        result.visible[i]?.[j] ? '✓' : '−∞',
        result.weights[i]?.[j] ?? 0,
        result.startWeights[i]?.[j] ?? 0,
      ]),
    };
  },
});
