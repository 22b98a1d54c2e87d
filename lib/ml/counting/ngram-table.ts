/**
 * n-gram counts over a small vocabulary of integer ids, as one dense table: the model that only counts. Fast to make and to
 * read where V^n numbers fit; `ngram.ts` is the one for words. Jurafsky & Martin, Speech and Language Processing (3rd ed. draft), ch. 3.
 */
export type NgramTable = {
  readonly order: number;
  readonly vocab: number;
  /** counts[context · V + token]; a context is the order − 1 ids before, read as digits in base V. */
  readonly counts: Float64Array;
  /** Sum of each context's counts. */
  readonly totals: Float64Array;
};

/** Largest table that is made. */
const MOST_CELLS = 1 << 22;

/**
 * Counts what follows each context in sequences that begin with a boundary id. Positions before the start count as that id.
 * Throws RangeError if V^order is beyond 4 million cells, or an id is outside 0…V−1.
 */
export function countNgramTable(sequences: Iterable<readonly number[]>, order: number, vocab: number): NgramTable {
  const cells = vocab ** order;
  if (!Number.isInteger(order) || order < 1 || !(cells <= MOST_CELLS)) {
    throw new RangeError(`no table of order ${order} over ${vocab} tokens`);
  }
  const counts = new Float64Array(cells);
  const totals = new Float64Array(cells / vocab);
  for (const ids of sequences) {
    let context = startContext(ids[0] ?? 0, order, vocab);
    for (let t = 1; t < ids.length; t += 1) {
      const id = ids[t] as number;
      if (!Number.isInteger(id) || id < 0 || id >= vocab) throw new RangeError(`id ${id} in a vocabulary of ${vocab}`);
      counts[context * vocab + id] = (counts[context * vocab + id] as number) + 1;
      totals[context] = (totals[context] as number) + 1;
      context = (context * vocab + id) % totals.length;
    }
  }
  return { order, vocab, counts, totals };
}

// #region table
/**
 * p(token | last order − 1 ids of `ids`) = (count + k) / (total + k·V), [V], after ids that begin with a boundary.
 * Throws RangeError unless k > 0: a context that was never seen would have no distribution.
 */
export function tableDistribution(
  { order, vocab, counts, totals }: NgramTable,
  ids: readonly number[],
  k: number,
): number[] {
  checkSmoothing(k);
  let context = startContext(ids[0] ?? 0, order, vocab);
  for (let t = Math.max(1, ids.length - order + 1); t < ids.length; t += 1) {
    context = (context * vocab + (ids[t] as number)) % totals.length;
  }
  const total = (totals[context] as number) + k * vocab;
  return Array.from({ length: vocab }, (_, id) => ((counts[context * vocab + id] as number) + k) / total);
}
// #endregion table

/** −ln P(ids after the first), in nats: what the counts think of a whole sequence. Throws RangeError like `tableDistribution`. */
export function tableSurprise({ order, vocab, counts, totals }: NgramTable, ids: readonly number[], k: number): number {
  checkSmoothing(k);
  let context = startContext(ids[0] ?? 0, order, vocab);
  let sum = 0;
  for (let t = 1; t < ids.length; t += 1) {
    const cell = context * vocab + (ids[t] as number);
    sum -= Math.log(((counts[cell] as number) + k) / ((totals[context] as number) + k * vocab));
    context = cell % totals.length;
  }
  return sum;
}

function checkSmoothing(k: number): void {
  if (!(k > 0) || k === Infinity) throw new RangeError(`k must be positive and finite, got ${k}`);
}

function startContext(boundary: number, order: number, vocab: number): number {
  let context = 0;
  for (let i = 1; i < order; i += 1) context = context * vocab + boundary;
  return context;
}
