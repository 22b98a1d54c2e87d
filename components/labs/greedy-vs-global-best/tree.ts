/**
 * A tree of next-token probabilities, two tokens deep: three first tokens, three that may follow each.
 * Rows are weights; a probability is a weight divided by the sum of its row. Ties go to the earlier branch.
 */

export const BRANCHES = 3;
/** Every row a learner edits adds up to this, so that a weight reads as a percentage. */
export const WHOLE = 100;

export type Leaf = {
  readonly first: number;
  readonly second: number;
  /** p(first), p(second | first). */
  readonly factors: readonly [number, number];
  /** Their product: the probability of the whole text. */
  readonly p: number;
};

export type Walk = {
  readonly leaves: readonly Leaf[];
  /** Indices into `leaves`. */
  readonly greedy: number;
  readonly best: number;
};

/** Weights [n] → probabilities [n]. A row without any weight is uniform. */
export function normalize(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
}

const argmax = (values: readonly number[]) => values.indexOf(Math.max(...values));

// #region tree
/**
 * Chain rule over the tree: P(a, b) = P(a) · P(b | a). `first` [n], `after` [n][m] are probabilities.
 * Greedy takes the largest factor at every step; best takes the largest product. Jurafsky & Martin, SLP3, "beam search".
 */
export function walkTree(first: readonly number[], after: readonly (readonly number[])[]): Walk {
  const leaves = first.flatMap((p, a) =>
    (after[a] ?? []).map((q, b): Leaf => ({ first: a, second: b, factors: [p, q], p: p * q })),
  );
  const step = argmax(first);
  const next = argmax(after[step] ?? []);
  const greedy = leaves.findIndex((leaf) => leaf.first === step && leaf.second === next);
  return { leaves, greedy, best: argmax(leaves.map(({ p }) => p)) };
}
// #endregion tree

/** Gives one branch `value` of a row's 100 and shares the rest among the others in the proportion they had. */
export function setShare(weights: readonly number[], index: number, value: number): number[] {
  const others = weights.reduce((sum, weight, i) => sum + (i === index ? 0 : weight), 0);
  let left = WHOLE - value;
  let waiting = others;
  let places = weights.length - 1;
  return weights.map((weight, i) => {
    if (i === index) return value;
    const share = Math.round(waiting > 0 ? (left * weight) / waiting : left / places);
    left -= share;
    waiting -= weight;
    places -= 1;
    return share;
  });
}

/** Moves the border between branch `index` and the next to `at` in [0, 1] of the row; only these two change. */
export function moveBorder(weights: readonly number[], index: number, at: number): number[] {
  const p = normalize(weights);
  const start = p.slice(0, index).reduce((sum, value) => sum + value, 0);
  const pair = (p[index] ?? 0) + (p[index + 1] ?? 0);
  const both = Math.round(WHOLE * pair);
  const one = Math.min(both, Math.max(0, Math.round(WHOLE * (at - start))));
  return weights.map((_, i) => {
    if (i === index) return one;
    return i === index + 1 ? both - one : Math.round(WHOLE * (p[i] ?? 0));
  });
}
