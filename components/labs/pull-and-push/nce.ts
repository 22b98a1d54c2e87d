/**
 * Noise-contrastive estimation on one row of the batch: of every key the question whether it is data or noise, each answered for
 * itself. The noise is drawn evenly from the N keys, m = N − 1 for each datum, so the known log density that is taken off each
 * score is ln(m q) = ln((N − 1) / N). Gutmann & Hyvärinen 2010, §2.
 */
export type NceRow = {
  /** σ(s/τ − ln(m q)) of each key: how surely it is taken for data. They need not sum to 1. */
  readonly answers: readonly number[];
  /** Logistic loss of all N questions, in nats. */
  readonly loss: number;
};

/** ln(1 + e^x) without overflow. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** `similarities`: of one query with every key, at least two of them; `own`: place of its partner. Throws RangeError otherwise. */
export function nceRow(similarities: readonly number[], own: number, temperature: number): NceRow {
  const n = similarities.length;
  if (n < 2 || similarities[own] === undefined)
    throw new RangeError(`no key ${own} among ${n}, of which two are needed`);
  if (!(temperature > 0)) throw new RangeError(`temperature must be above 0, got ${temperature}`);
  const logits = similarities.map((s) => s / temperature - Math.log((n - 1) / n));
  return {
    answers: logits.map((x) => 1 / (1 + Math.exp(-x))),
    loss: logits.reduce((sum, x, j) => sum + softplus(j === own ? -x : x), 0),
  };
}
