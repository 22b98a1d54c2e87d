/**
 * Bytes of a pruned matrix in the ways it can be stored. A zero that is stored costs as much as any number, and a zero that is
 * left out costs a note of where the others stand.
 */

/** How a matrix [rows, columns] with `kept` weights is stored, each weight in `weightBytes` bytes. */
export type SparseMatrix = {
  readonly rows: number;
  readonly columns: number;
  readonly kept: number;
  readonly weightBytes: number;
};

/** Every weight, zeros as well. */
export function denseBytes({ rows, columns, weightBytes }: SparseMatrix): number {
  return rows * columns * weightBytes;
}

/** One bit for each weight, and the values of those that stay. */
export function bitmapBytes({ rows, columns, kept, weightBytes }: SparseMatrix): number {
  return Math.ceil((rows * columns) / 8) + kept * weightBytes;
}

/** Compressed sparse rows with the 32-bit indices of scipy: a 4-byte column for each value and rows + 1 pointers of 4 bytes. */
export function csrBytes({ rows, kept, weightBytes }: SparseMatrix): number {
  return kept * (weightBytes + 4) + (rows + 1) * 4;
}

/** 2:4 of sparse tensor cores: two of four values and a 2-bit place for each (Mishra et al. 2021, §3.1). */
export function twoOfFourBytes({ rows, columns, weightBytes }: SparseMatrix): number {
  const kept = (rows * columns) / 2;
  return kept * weightBytes + Math.ceil((kept * 2) / 8);
}
