/**
 * Word vectors by counting: positive pointwise mutual information of words and contexts, reduced by a truncated SVD.
 * Sources: Church & Hanks 1990 (PMI); Levy & Goldberg 2014, Neural Word Embedding as Implicit Matrix Factorization, §4–5.
 */
import { svd } from '@/lib/ml/svd';

// #region word-vectors
/** Counts [words, contexts] → max(0, ln(P(w,c) / (P(w)·P(c)))), same shape. A pair never seen counts 0. */
export function positivePmi(counts: readonly number[], rows: number, columns: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const ofRow = new Array<number>(rows).fill(0);
  const ofColumn = new Array<number>(columns).fill(0);
  counts.forEach((count, at) => {
    ofRow[Math.floor(at / columns)] = (ofRow[Math.floor(at / columns)] ?? 0) + count;
    ofColumn[at % columns] = (ofColumn[at % columns] ?? 0) + count;
  });
  return counts.map((count, at) => {
    const expected = (ofRow[Math.floor(at / columns)] ?? 0) * (ofColumn[at % columns] ?? 0);
    return count === 0 ? 0 : Math.max(0, Math.log((count * total) / expected));
  });
}

/** Rows of U·Σ, the first `width` columns: one vector a word. */
export function truncatedVectors(matrix: readonly number[], rows: number, columns: number, width: number): number[][] {
  const { u, values } = svd(matrix, rows, columns);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: width }, (_, j) => (u[i * values.length + j] ?? 0) * (values[j] ?? 0)),
  );
}
// #endregion word-vectors

/** Cosine of the angle between two vectors, in [−1, 1]; 0 where one has no direction. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const lengths = Math.hypot(...a) * Math.hypot(...b);
  if (lengths < 1e-12) return 0;
  return Math.max(-1, Math.min(1, a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / lengths));
}
