/**
 * Quantizes a flat matrix [rows, columns] per tensor, per row or per group within a row, with the grids of `quantize.ts` or the
 * levels of NF4, and counts what it takes to store: codes, scales and zero points.
 *
 * A group is a run of neighbours in one row; where the group size does not divide the row, the last group of a row is shorter.
 * Scales are rounded to the format they are stored in before a code is chosen, so the bytes that are counted are the bytes
 * that give these values.
 */

import type { Floats } from '@/lib/ml/kernels/kernels';
import { type FloatFormat, floatLimits, roundToFormat } from './float-format';
import { nf4Index, nf4Value } from './nf4';
import { dequantizeValue, fitGrid, type QuantizationScheme, quantizeValue } from './quantize';

export type MatrixQuantization = {
  readonly scheme: QuantizationScheme | 'nf4';
  /** Width of one code, 2 to 8; always 4 for NF4. */
  readonly bits: number;
  /** Weights that share a scale: all of the matrix, a row, or so many neighbours in a row. */
  readonly group: 'tensor' | 'row' | number;
  readonly scaleFormat: FloatFormat;
};

export type QuantizedMatrix = {
  readonly codes: Int16Array;
  /** The codes turned back into weights, in the order of the input. */
  readonly values: Float64Array;
  /** One scale a group: the step of a grid, the largest magnitude for NF4. */
  readonly scales: readonly number[];
  readonly zeroPoints: readonly number[];
  readonly storedBits: StoredBits;
};

/** All that is stored, in bits. */
export type StoredBits = {
  readonly codes: number;
  readonly scales: number;
  readonly zeroPoints: number;
  readonly total: number;
};

type Span = readonly [start: number, end: number];

/** First and last place (exclusive) of each group of a matrix [rows, columns]. */
export function groupSpans(rows: number, columns: number, group: MatrixQuantization['group']): readonly Span[] {
  if (group === 'tensor') return [[0, rows * columns]];
  const width = group === 'row' ? columns : group;
  if (!Number.isInteger(width) || width < 1) throw new RangeError(`a group must hold 1 or more weights, got ${width}`);
  const inRow = Math.ceil(columns / width);
  return Array.from({ length: rows * inRow }, (_, g) => {
    const row = Math.floor(g / inRow) * columns;
    const start = row + (g % inRow) * width;
    return [start, Math.min(row + columns, start + width)];
  });
}

// #region matrix
/** Quantizes and restores a matrix. Throws RangeError if the length is not rows · columns or the width not 2 to 8 (NF4: 4). */
export function quantizeMatrix(
  weights: Floats,
  rows: number,
  columns: number,
  options: MatrixQuantization,
): QuantizedMatrix {
  const { scheme, bits, group, scaleFormat } = options;
  checkMatrix(weights.length, rows, columns, options);
  const codes = new Int16Array(weights.length);
  const values = new Float64Array(weights.length);
  const fitted = groupSpans(rows, columns, group).map(([start, end]) => {
    const { encode, decode, ...grid } = fitGroup(weights.subarray(start, end), scheme, bits, scaleFormat);
    for (let i = start; i < end; i += 1) codes[i] = encode(weights[i] as number);
    for (let i = start; i < end; i += 1) values[i] = decode(codes[i] as number);
    return grid;
  });
  return {
    codes,
    values,
    scales: fitted.map(({ scale }) => scale),
    zeroPoints: fitted.map(({ zeroPoint }) => zeroPoint),
    storedBits: storedBits(rows, columns, options),
  };
}
// #endregion matrix

function fitGroup(group: Floats, scheme: MatrixQuantization['scheme'], bits: number, format: FloatFormat) {
  const store = (scale: number) => Math.min(floatLimits(format).max, roundToFormat(scale, format));
  const weights = Array.from(group);
  if (scheme === 'nf4') {
    const absmax = store(weights.reduce((largest, w) => Math.max(largest, Math.abs(w)), 0));
    return {
      scale: absmax,
      zeroPoint: 0,
      encode: (weight: number) => nf4Index(absmax === 0 ? 0 : weight / absmax),
      decode: (code: number) => nf4Value(code, absmax),
    };
  }
  const exact = fitGrid(weights, bits, scheme);
  const grid = { ...exact, scale: store(exact.scale) };
  return {
    scale: grid.scale,
    zeroPoint: grid.zeroPoint,
    encode: (weight: number) => quantizeValue(weight, grid),
    decode: (code: number) => dequantizeValue(code, grid),
  };
}

/** What a quantized matrix [rows, columns] takes, whatever its weights are. Zero points of affine grids are as wide as a code. */
export function storedBits(
  rows: number,
  columns: number,
  { scheme, bits, group, scaleFormat }: MatrixQuantization,
): StoredBits {
  const groups = group === 'tensor' ? 1 : rows * (group === 'row' ? 1 : Math.ceil(columns / group));
  const codes = rows * columns * bits;
  const scales = groups * scaleFormat.bits;
  const zeroPoints = scheme === 'affine' ? groups * bits : 0;
  return { codes, scales, zeroPoints, total: codes + scales + zeroPoints };
}

function checkMatrix(count: number, rows: number, columns: number, { scheme, bits }: MatrixQuantization): void {
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 1 || columns < 1 || rows * columns !== count) {
    throw new RangeError(`${count} weights are not a matrix of ${rows} × ${columns}`);
  }
  if (scheme === 'nf4' && bits !== 4) throw new RangeError(`NF4 has 4 bits, got ${bits}`);
  if (!Number.isInteger(bits) || bits < 2 || bits > 8) throw new RangeError(`bits must be 2 to 8, got ${bits}`);
}
