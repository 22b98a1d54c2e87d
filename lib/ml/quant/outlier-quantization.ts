/**
 * Two answers to a few activations that are far larger than the rest: multiply their columns in full precision (LLM.int8(),
 * Dettmers et al. 2022, arXiv 2208.07339, §3), or move their size into the weights before quantizing (SmoothQuant, Xiao et al.
 * 2023, arXiv 2211.10438, eq. 3–4).
 */
import { fitGrid, type QuantizationGrid, quantizeValue } from './quantize';

export type Matrix = readonly (readonly number[])[];

export type Int8Product = {
  /** X · W, [n, m]. */
  readonly y: Matrix;
  /** Columns of X (rows of W) that were multiplied in full precision. */
  readonly outlierColumns: readonly number[];
  /** Scale of each row of X and of each column of W, over the columns that were quantized. */
  readonly rowScales: readonly number[];
  readonly columnScales: readonly number[];
};

/**
 * X [n, k] · W [k, m] with int8 codes, one scale for each row of X and each column of W; columns of X that hold a magnitude of
 * `threshold` or more are left out and added in full precision. Throws RangeError if the shapes do not fit.
 */
export function int8MatmulWithOutliers(x: Matrix, w: Matrix, threshold: number): Int8Product {
  checkProduct(x, w);
  const columns = w.map((_, j) => j);
  const isOutlier = columns.map((j) => x.some((row) => Math.abs(row[j] ?? 0) >= threshold));
  const regular = columns.filter((j) => !isOutlier[j]);
  const outlierColumns = columns.filter((j) => isOutlier[j]);
  const rowGrids = x.map((row) =>
    fitGrid(
      regular.map((j) => row[j] ?? 0),
      8,
      'symmetric',
    ),
  );
  const columnsOfW = (w[0] ?? []).map((_, c) => w.map((row) => row[c] ?? 0));
  const columnGrids = columnsOfW.map((column) =>
    fitGrid(
      regular.map((j) => column[j] ?? 0),
      8,
      'symmetric',
    ),
  );
  const y = x.map((row, r) =>
    columnsOfW.map((column, c) => {
      const [a, b] = [rowGrids[r] as QuantizationGrid, columnGrids[c] as QuantizationGrid];
      const code = (j: number) => quantizeValue(row[j] ?? 0, a) * quantizeValue(column[j] ?? 0, b);
      const integers = regular.reduce((sum, j) => sum + code(j), 0);
      return outlierColumns.reduce((sum, j) => sum + (row[j] ?? 0) * (column[j] ?? 0), integers * a.scale * b.scale);
    }),
  );
  return {
    y,
    outlierColumns,
    rowScales: rowGrids.map(({ scale }) => scale),
    columnScales: columnGrids.map(({ scale }) => scale),
  };
}

export type Smoothed = { readonly scales: readonly number[]; readonly x: Matrix; readonly w: Matrix };

/**
 * Divides each column of X [n, k] by s and multiplies the same row of W [k, m] by it, s = max|X|^α ÷ max|W|^(1−α): the product
 * stays, the outliers of X shrink. Throws RangeError if the shapes do not fit, or if a column of X or row of W is all 0.
 */
export function smoothOutliers(x: Matrix, w: Matrix, alpha: number): Smoothed {
  checkProduct(x, w);
  const scales = w.map((row, j) => {
    const ofX = x.reduce((largest, values) => Math.max(largest, Math.abs(values[j] ?? 0)), 0);
    const ofW = row.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    if (ofX === 0 || ofW === 0) throw new RangeError(`channel ${j} is all 0 on one side and has no scale`);
    return ofX ** alpha / ofW ** (1 - alpha);
  });
  return {
    scales,
    x: x.map((row) => row.map((value, j) => value / (scales[j] ?? 1))),
    w: w.map((row, j) => row.map((value) => value * (scales[j] ?? 1))),
  };
}

function checkProduct(x: Matrix, w: Matrix): void {
  const width = w[0]?.length ?? 0;
  if (x.some((row) => row.length !== w.length) || width === 0 || w.some((row) => row.length !== width)) {
    throw new RangeError('X [n, k] and W [k, m] do not fit together');
  }
}
