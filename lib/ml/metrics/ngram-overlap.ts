/** Multisets of n-grams and their clipped overlap, which BLEU, chrF and ROUGE-N share. */

/** How often each n-gram occurs. An n-gram is its items joined by `glue`, which must not occur in an item. */
export type NgramCounts = ReadonlyMap<string, number>;

/** The n-grams of order `n` of `items`, left to right; none if there are fewer than n items. */
export function listNgrams(items: readonly string[], n: number, glue = ' '): string[] {
  return Array.from({ length: Math.max(0, items.length - n + 1) }, (_, i) => items.slice(i, i + n).join(glue));
}

export function countItems(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Σ over n-grams of min(count here, count there): a word said seven times counts as often as the other side says it. */
export function clippedOverlap(candidate: NgramCounts, reference: NgramCounts): number {
  let matches = 0;
  for (const [ngram, count] of candidate) matches += Math.min(count, reference.get(ngram) ?? 0);
  return matches;
}

export function sumCounts(counts: NgramCounts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** For each n-gram the largest count in any of the references: BLEU's cap. Papineni 2002, §2.1. */
export function mergeByMaximum(all: readonly NgramCounts[]): Map<string, number> {
  const merged = new Map<string, number>();
  for (const counts of all) {
    for (const [ngram, count] of counts) merged.set(ngram, Math.max(count, merged.get(ngram) ?? 0));
  }
  return merged;
}

/** Throws RangeError unless `value` is an integer of at least `least`. */
export function requireOrder(value: number, least: number, name: string): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be an integer of at least ${least}, got ${value}`);
  }
}
