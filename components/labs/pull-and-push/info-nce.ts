/**
 * InfoNCE with in-batch negatives, and its gradients. Query i must pick key i out of all N keys of the batch:
 * L = −1/N Σᵢ log softmaxⱼ(qᵢ·kⱼ / τ) at j = i. van den Oord et al. 2018, eq. 4; the in-batch form as in Radford et al. 2021, fig. 3.
 */
export type Rows = readonly (readonly number[])[];

export type InfoNce = {
  /** Mean over the queries, in nats. Chance is log N. */
  readonly loss: number;
  /** Of each query, in nats. */
  readonly losses: readonly number[];
  /** qᵢ·kⱼ, [N, N]. */
  readonly similarities: Rows;
  /** softmax over each row, [N, N]. */
  readonly probabilities: Rows;
  /** ∂L/∂q and ∂L/∂k, [N, d]. */
  readonly queryGradients: Rows;
  readonly keyGradients: Rows;
};

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Σⱼ wⱼ·rowⱼ. */
function mix(weights: readonly number[], rows: Rows): number[] {
  return (rows[0] ?? []).map((_, c) => weights.reduce((sum, w, j) => sum + w * (rows[j]?.[c] ?? 0), 0));
}

/** log Σ e^(s/τ) without overflow. */
function logSumExp(row: readonly number[], temperature: number): number {
  const top = Math.max(...row);
  return top / temperature + Math.log(row.reduce((sum, s) => sum + Math.exp((s - top) / temperature), 0));
}

/** Queries and keys [N, d], row i of both is a pair. Throws RangeError on unequal counts or a temperature that is not above 0. */
export function infoNce(queries: Rows, keys: Rows, temperature: number): InfoNce {
  const n = queries.length;
  if (n === 0 || keys.length !== n) throw new RangeError(`${n} queries and ${keys.length} keys are no pairs`);
  if (!(temperature > 0)) throw new RangeError(`temperature must be above 0, got ${temperature}`);
  // #region info-nce
  const similarities = queries.map((q) => keys.map((k) => dot(q, k)));
  const sums = similarities.map((row) => logSumExp(row, temperature));
  const probabilities = similarities.map((row, i) => row.map((s) => Math.exp(s / temperature - (sums[i] ?? 0))));
  const losses = similarities.map((row, i) => (sums[i] ?? 0) - (row[i] ?? 0) / temperature);
  const loss = losses.reduce((a, b) => a + b, 0) / n;
  // Of each logit: probability minus target. Negatives push by what they are taken for, the positive pulls by what is missing.
  const pulls = probabilities.map((row, i) => row.map((p, j) => (p - (i === j ? 1 : 0)) / (n * temperature)));
  const queryGradients = pulls.map((row) => mix(row, keys));
  const keyGradients = keys.map((_, j) => {
    const column = pulls.map((row) => row[j] ?? 0);
    return mix(column, queries);
  });
  // #endregion info-nce
  return { loss, losses, similarities, probabilities, queryGradients, keyGradients };
}
