/**
 * Quantize a weight matrix and see what comes back: bits, granularity and scheme against error and size, with one
 * outlier. The maths is `lib/ml/quant/quantize.ts`; here are the matrix, what is measured on it, and the goal.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { roundToHalf } from '@/lib/ml/quant/half';
import {
  bitsPerWeight,
  errorBound,
  type QuantizationError,
  type QuantizationGrid,
  quantizationError,
  quantize,
} from '@/lib/ml/quant/quantize';
import { makeWeights } from './weights';

export const GOAL = { bitsPerWeight: 4.6, relativeError: 0.3, outlier: 16 } as const;
export const FP32_BITS = 32;
export const FP16_BITS = 16;
/** Stands in for the infinite signal-to-noise ratio of weights that came back exactly. */
const EXACT_DB = 300;

export const params = {
  bits: { kind: 'number', min: 2, max: 8, step: 1, default: 8 },
  granularity: { kind: 'choice', options: ['tensor', 'row', 'g32', 'g16', 'g8', 'g4'], default: 'tensor' },
  scheme: { kind: 'choice', options: ['symmetric', 'affine'], default: 'symmetric' },
  outlier: { kind: 'number', min: 1, max: 32, step: 1, default: 16 },
  data: { kind: 'choice', options: ['matrix', 'vector'], default: 'matrix' },
  row: { kind: 'number', min: 1, max: 8, step: 1, default: 1 },
  column: { kind: 'number', min: 1, max: 64, step: 1, default: 12 },
  seed: { kind: 'seed', default: 7 },
} as const;

export type Result = {
  readonly weights: readonly number[];
  readonly codes: readonly number[];
  readonly restored: readonly number[];
  readonly grids: readonly QuantizationGrid[];
  readonly groupSize: number;
  readonly rows: number;
  readonly columns: number;
  readonly outlier: number;
  /** Index of the inspected weight. */
  readonly picked: number;
  /** Over all weights. */
  readonly error: QuantizationError;
  /** Half the widest step: no weight can be further off. */
  readonly bound: number;
  /** RMS error ÷ RMS weight over the ordinary weights, that is all but a grown one, which would flatter the ratio. */
  readonly relativeError: number;
  readonly halfRelativeError: number;
  /** The same, row by row. */
  readonly rowErrors: readonly number[];
  /** Share of the ordinary weights that became exactly 0. */
  readonly zeroed: number;
  readonly size: {
    readonly codes: number;
    readonly scales: number;
    readonly zeroPoints: number;
    readonly total: number;
  };
};

const groupWidths = { g32: 32, g16: 16, g8: 8, g4: 4 } as const;

function run({ bits, granularity, scheme, outlier, data, row, column, seed }: ParamValues<typeof params>): Result {
  const made = makeWeights(data, outlier, seed);
  const weights = made.values;
  const groupSize =
    granularity === 'tensor'
      ? weights.length
      : Math.min(made.columns, granularity === 'row' ? made.columns : groupWidths[granularity]);
  const options = { bits, groupSize, scheme };
  const { codes, values: restored, grids } = quantize(weights, options);
  const error = quantizationError(weights, restored);
  const ordinary = weights.map((_, i) => i).filter((i) => outlier === 1 || i !== made.outlier);
  const pickedRow = Math.min(row, made.rows) - 1;
  const total = bitsPerWeight(options);
  const scales = bitsPerWeight({ ...options, scheme: 'symmetric' }) - bits;
  return {
    weights,
    codes,
    restored,
    grids,
    groupSize,
    rows: made.rows,
    columns: made.columns,
    outlier: made.outlier,
    picked: pickedRow * made.columns + Math.min(column, made.columns) - 1,
    error: { ...error, sqnr: Math.min(error.sqnr, EXACT_DB) },
    bound: Math.max(...grids.map(errorBound)),
    relativeError: relativeRms(weights, restored, ordinary),
    halfRelativeError: relativeRms(weights, weights.map(roundToHalf), ordinary),
    rowErrors: Array.from({ length: made.rows }, (_, r) =>
      relativeRms(
        weights,
        restored,
        ordinary.filter((i) => Math.floor(i / made.columns) === r),
      ),
    ),
    zeroed: ordinary.filter((i) => restored[i] === 0 && weights[i] !== 0).length / ordinary.length,
    size: { codes: bits, scales, zeroPoints: total - bits - scales, total },
  };
}

export const core = defineCore({
  id: 'quantization-explorer',
  params,
  run,
  goal({ size, relativeError }, { outlier, data }) {
    const enough = (ratio: number) => Math.min(1, ratio);
    const met =
      data === 'matrix' &&
      outlier >= GOAL.outlier &&
      size.total <= GOAL.bitsPerWeight &&
      relativeError <= GOAL.relativeError;
    if (met) return { met, progress: 1 };
    const near =
      enough(GOAL.bitsPerWeight / size.total) *
      enough(GOAL.relativeError / relativeError) *
      enough(outlier / GOAL.outlier);
    return { met, progress: data === 'matrix' ? Math.min(0.99, near) : 0 };
  },
  solution: { bits: 4, granularity: 'g32', scheme: 'symmetric', outlier: 16, data: 'matrix' },
  predict() {
    const { zeroed } = run({
      bits: 4,
      granularity: 'tensor',
      scheme: 'symmetric',
      outlier: 16,
      data: 'matrix',
      row: 1,
      column: 1,
      seed: params.seed.default,
    });
    return zeroed > 0.6 ? 'most' : zeroed > 0.15 ? 'third' : 'few';
  },
  table({ weights, codes, restored, grids, groupSize, columns, picked }) {
    const start = Math.floor(picked / columns) * columns;
    return {
      columns: ['index', 'weight', 'code', 'restored', 'error', 'scale', 'zeroPoint'],
      rows: weights.slice(start, start + columns).map((weight, j) => {
        const i = start + j;
        const grid = grids[Math.floor(i / groupSize)];
        const back = restored[i] ?? 0;
        return [j + 1, weight, codes[i] ?? 0, back, back - weight, grid?.scale ?? 0, grid?.zeroPoint ?? 0];
      }),
    };
  },
});

function relativeRms(weights: readonly number[], restored: readonly number[], indices: readonly number[]): number {
  let noise = 0;
  let signal = 0;
  for (const i of indices) {
    const weight = weights[i] ?? 0;
    noise += ((restored[i] ?? 0) - weight) ** 2;
    signal += weight ** 2;
  }
  return signal === 0 ? 0 : Math.sqrt(noise / signal);
}
