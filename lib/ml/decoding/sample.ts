/**
 * From logits [V] to the next token: filters that mask or rescale, applied one after the other to what the last one left, then
 * a choice. A masked token has the logit −Infinity and so probability exactly 0. At least one token always stays.
 * Equal probabilities: the token with the lower index counts as the more likely one.
 */
import { softmax } from '@/lib/ml/softmax';

export type Filter =
  /** Divides the logits by T > 0. Hinton 2015, eq. 1. */
  | { readonly type: 'temperature'; readonly value: number }
  /** Keeps the k most likely tokens, k a positive integer. Fan 2018 (arXiv 1805.04833), §5.1. */
  | { readonly type: 'topK'; readonly value: number }
  /** Keeps the smallest set of most likely tokens whose probabilities reach p in (0, 1]. Holtzman 2020 (arXiv 1904.09751), §3.1. */
  | { readonly type: 'topP'; readonly value: number }
  /** Keeps tokens with at least this share, in [0, 1], of the largest probability. Nguyen 2024 (arXiv 2407.01082), §3. */
  | { readonly type: 'minP'; readonly value: number }
  /** Keeps the smallest set, nearest to the entropy in surprise first, that reaches p in (0, 1]. Meister 2023 (arXiv 2202.00666), eq. 11. */
  | { readonly type: 'typicalP'; readonly value: number };

// #region filters
/** The logits [V] after all filters in this order. Throws RangeError on a value outside a filter's range, or on logits as `softmax` does. */
export function applyFilters(logits: readonly number[], filters: readonly Filter[]): readonly number[] {
  return filters.reduce(applyFilter, logits);
}

function applyFilter(logits: readonly number[], filter: Filter): readonly number[] {
  const { type, value } = filter;
  checkValue(filter);
  if (type === 'temperature') return logits.map((z) => z / value);
  const p = softmax(logits);
  const ranked = rank(p);
  switch (type) {
    case 'topK':
      return keep(logits, ranked.slice(0, value));
    case 'topP':
      return keep(logits, reach(p, ranked, value));
    case 'minP':
      return keep(
        logits,
        ranked.filter((i) => at(p, i) >= value * at(p, ranked[0])),
      );
    case 'typicalP':
      return keep(logits, reach(p, rankByTypicality(p, ranked), value));
  }
}
// #endregion filters

/** Softmax of the filtered logits: what the next token is drawn from, [V]. */
export function filteredDistribution(logits: readonly number[], filters: readonly Filter[]): number[] {
  return softmax(applyFilters(logits, filters));
}

/**
 * Divides positive logits of tokens that occurred by `penalty` and multiplies negative ones by it. Keskar 2019 (arXiv 1909.05858),
 * §4.1, in the form that works for both signs. Throws RangeError unless penalty > 0 and finite.
 */
export function penalizeRepetition(
  logits: readonly number[],
  previous: readonly number[],
  penalty: number,
): readonly number[] {
  if (!(penalty > 0) || penalty === Infinity)
    throw new RangeError(`penalty must be positive and finite, got ${penalty}`);
  const occurred = new Set(previous);
  return logits.map((z, i) => (occurred.has(i) ? (z > 0 ? z / penalty : z * penalty) : z));
}

/** Index of the largest value, the first among equals. Throws RangeError on an empty list. */
export function greedyToken(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('nothing to choose from');
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if (at(values, i) > at(values, best)) best = i;
  return best;
}

// #region draw
/**
 * Inverse-CDF sampling in index order: the first token whose cumulative probability exceeds `uniform`, a number in [0, 1).
 * Where rounding leaves the sum below `uniform`, the last token that has any probability. Throws RangeError if none has.
 */
export function sampleToken(p: readonly number[], uniform: number): number {
  if (!(uniform >= 0 && uniform < 1)) throw new RangeError(`uniform must lie in [0, 1), got ${uniform}`);
  let cumulative = 0;
  let last = -1;
  for (let i = 0; i < p.length; i += 1) {
    const share = at(p, i);
    if (!(share > 0)) continue;
    cumulative += share;
    last = i;
    if (cumulative > uniform) return i;
  }
  if (last < 0) throw new RangeError('no token has any probability');
  return last;
}
// #endregion draw

function checkValue({ type, value }: Filter): void {
  const ranges = {
    temperature: value > 0 && value < Infinity,
    topK: Number.isInteger(value) && value >= 1,
    topP: value > 0 && value <= 1,
    minP: value >= 0 && value <= 1,
    typicalP: value > 0 && value <= 1,
  };
  if (!ranges[type]) throw new RangeError(`${type} cannot be ${value}`);
}

const at = (values: readonly number[], i: number | undefined): number => values[i as number] as number;

/** Indices of tokens that are not masked, the most likely first. */
function rank(p: readonly number[]): number[] {
  const indices = p.map((_, i) => i).filter((i) => at(p, i) > 0);
  return indices.sort((a, b) => at(p, b) - at(p, a) || a - b);
}

/** The same indices, those first whose surprise −ln p is nearest to the entropy. */
function rankByTypicality(p: readonly number[], ranked: readonly number[]): number[] {
  const entropy = ranked.reduce((sum, i) => sum - at(p, i) * Math.log(at(p, i)), 0);
  const distance = (i: number) => Math.abs(-Math.log(at(p, i)) - entropy);
  return [...ranked].sort((a, b) => distance(a) - distance(b));
}

/** The shortest start of `order` whose probabilities reach `mass`; all of it for a mass of 1, which rounding might never reach. */
function reach(p: readonly number[], order: readonly number[], mass: number): readonly number[] {
  if (mass === 1) return order;
  let sum = 0;
  const end = order.findIndex((i) => {
    sum += at(p, i);
    return sum >= mass;
  });
  return end < 0 ? order : order.slice(0, end + 1);
}

function keep(logits: readonly number[], kept: readonly number[]): readonly number[] {
  const set = new Set(kept);
  return logits.map((z, i) => (set.has(i) ? z : -Infinity));
}
