/**
 * Scaled dot-product attention of one head on one sequence, with every intermediate kept for reading.
 * Matrices are arrays of rows: q [T][d], k [S][d], v [S][e]. Source: Vaswani et al. 2017 (arXiv 1706.03762), eq. 1.
 */
import { softmax } from './softmax';

type Matrix = readonly (readonly number[])[];

export type AttentionOptions = {
  /** Query i sees only keys j ≤ i + queryOffset. Default false. */
  readonly causal?: boolean;
  /** How many keys stand before the first query: S − T when the last T of S tokens ask (KV cache). Default 0. */
  readonly queryOffset?: number;
  /** Factor on q·k. Default 1/√d. */
  readonly scale?: number;
  /** allowed[i][j] false hides key j from query i, in addition to `causal`. */
  readonly allowed?: readonly (readonly boolean[])[];
};

export type Attention = {
  /** scale · q_i·k_j before masking, [T][S]. */
  readonly scores: number[][];
  /** Which pairs may attend, [T][S]. */
  readonly visible: boolean[][];
  /** Softmax of the visible scores along each row, 0 where masked, [T][S]. */
  readonly weights: number[][];
  /** weights · v, [T][e]. */
  readonly out: number[][];
};

/** Dot product of two vectors of equal length. Throws RangeError on different lengths. */
export function dotProduct(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new RangeError(`dot product of vectors of ${a.length} and ${b.length} numbers`);
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

// #region attention
/**
 * Attention(Q, K, V) = softmax(scale · Q Kᵀ + mask) V. q [T][d], k [S][d], v [S][e] → out [T][e].
 * Throws RangeError if shapes disagree or a query may see no key at all.
 */
export function scaledDotProductAttention(q: Matrix, k: Matrix, v: Matrix, options: AttentionOptions = {}): Attention {
  checkShapes(q, k, v);
  const { causal = false, queryOffset = 0, scale = 1 / Math.sqrt(q[0]?.length ?? 1), allowed } = options;
  const scores = q.map((query) => k.map((key) => scale * dotProduct(query, key)));
  const visible = scores.map((row, i) =>
    row.map((_, j) => (!causal || j <= i + queryOffset) && (allowed?.[i]?.[j] ?? true)),
  );
  const weights = scores.map((row, i) => softmax(row.map((s, j) => (visible[i]?.[j] ? s : -Infinity))));
  const out = weights.map((row) =>
    (v[0] ?? []).map((_, column) => row.reduce((sum, weight, j) => sum + weight * (v[j]?.[column] ?? 0), 0)),
  );
  return { scores, visible, weights, out };
}
// #endregion attention

function checkShapes(q: Matrix, k: Matrix, v: Matrix): void {
  const width = (name: string, rows: Matrix) => {
    const columns = rows[0]?.length ?? 0;
    if (columns === 0) throw new RangeError(`${name} needs at least one row and one column`);
    if (rows.some((row) => row.length !== columns)) throw new RangeError(`rows of ${name} have different lengths`);
    return columns;
  };
  if (width('q', q) !== width('k', k)) throw new RangeError('q and k need rows of the same length');
  width('v', v);
  if (k.length !== v.length) throw new RangeError(`k has ${k.length} rows but v has ${v.length}`);
}
