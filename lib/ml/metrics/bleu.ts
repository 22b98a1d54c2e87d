/**
 * BLEU as sacreBLEU 2.6.0 computes it: clipped n-gram precisions, their geometric mean, a brevity penalty, smoothing.
 * Sources: Papineni, Roukos, Ward, Zhu 2002, "BLEU: a Method for Automatic Evaluation of Machine Translation"; Post 2018
 * (arXiv 1804.08771); smoothing methods 1 to 3 of Chen and Cherry 2014.
 */
import { clippedOverlap, countItems, listNgrams, mergeByMaximum, requireOrder } from './ngram-overlap';
import { type BleuTokenizer, tokenize } from './tokenize';

/** What stands in for a precision of 0, which would make the geometric mean 0. */
export type BleuSmoothing =
  | { readonly method: 'none' }
  /** 1/2, 1/4, 1/8 … of one match at the first, second, third order without any. sacreBLEU's default. */
  | { readonly method: 'exp' }
  /** `value` matches instead of none; sacreBLEU's default is 0.1. */
  | { readonly method: 'floor'; readonly value: number }
  /** `value` more matches of `value` more n-grams at orders above 1; sacreBLEU's default is 1. */
  | { readonly method: 'add-k'; readonly value: number };

export type BleuOptions = {
  readonly tokenizer?: BleuTokenizer;
  readonly lowercase?: boolean;
  /** Longest n-gram, 4 by default. */
  readonly maxOrder?: number;
  readonly smoothing?: BleuSmoothing;
  /** Leave out orders the candidate is too short for. Off for a corpus, on for a sentence. */
  readonly effectiveOrder?: boolean;
};

/** Everything BLEU needs to know of a segment. Statistics of a corpus are the sums over its segments. */
export type BleuStatistics = {
  /** Clipped matches and n-grams of the candidate, [maxOrder]. */
  readonly counts: readonly number[];
  readonly totals: readonly number[];
  readonly candidateLength: number;
  /** Length of the reference closest in length; of two equally close ones the shorter. */
  readonly referenceLength: number;
};

export type Bleu = BleuStatistics & {
  /** In [0, 100]. */
  readonly score: number;
  /** In percent, smoothed, [maxOrder]; all 0 if nothing matched. */
  readonly precisions: readonly number[];
  readonly brevityPenalty: number;
};

const DEFAULT_ORDER = 4;
/** sacreBLEU's logarithm of 0: negative enough to bring any mean down to 0. */
const LOG_OF_ZERO = -9_999_999_999;

/** Statistics of tokens [T] against the tokens of one or more references. Throws RangeError without a reference. */
export function bleuStatistics(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  maxOrder = DEFAULT_ORDER,
): BleuStatistics {
  requireOrder(maxOrder, 1, 'maxOrder');
  if (references.length === 0) throw new RangeError('BLEU needs at least one reference');
  const counts: number[] = [];
  const totals: number[] = [];
  for (let n = 1; n <= maxOrder; n += 1) {
    const own = listNgrams(candidate, n);
    const cap = mergeByMaximum(references.map((reference) => countItems(listNgrams(reference, n))));
    counts.push(clippedOverlap(countItems(own), cap));
    totals.push(own.length);
  }
  const lengths = references.map((reference) => reference.length);
  return { counts, totals, candidateLength: candidate.length, referenceLength: closest(candidate.length, lengths) };
}

function closest(length: number, lengths: readonly number[]): number {
  return lengths.reduce((best, one) => {
    const nearer = Math.abs(one - length) - Math.abs(best - length);
    return nearer < 0 || (nearer === 0 && one < best) ? one : best;
  });
}

/** BLEU of summed statistics. Throws RangeError if a smoothing value is not a positive number. */
export function bleuFromStatistics(statistics: BleuStatistics, options: BleuOptions = {}): Bleu {
  const smoothing = options.smoothing ?? { method: 'exp' };
  if ('value' in smoothing && !(smoothing.value > 0)) {
    throw new RangeError(`a smoothing value must be positive, got ${smoothing.value}`);
  }
  const { candidateLength, referenceLength } = statistics;
  const counts = statistics.counts.slice();
  const totals = statistics.totals.slice();
  const precisions = counts.map(() => 0);
  const brevityPenalty = brevity(candidateLength, referenceLength);
  if (counts.every((count) => count === 0)) {
    return { score: 0, precisions, brevityPenalty, counts, totals, candidateLength, referenceLength };
  }
  let orders = counts.length;
  let halved = 1;
  for (let n = 0; n < precisions.length; n += 1) {
    const more = smoothing.method === 'add-k' && n > 0 ? smoothing.value : 0;
    const count = (counts[n] as number) + more;
    const total = (totals[n] as number) + more;
    counts[n] = count;
    totals[n] = total;
    if (total === 0) break;
    if (options.effectiveOrder) orders = n + 1;
    if (count === 0 && smoothing.method === 'exp') halved *= 2;
    const instead = smoothing.method === 'exp' ? 1 / halved : smoothing.method === 'floor' ? smoothing.value : 0;
    precisions[n] = (100 * (count === 0 ? instead : count)) / total;
  }
  const score = combine(precisions.slice(0, orders), brevityPenalty);
  return { score, precisions, brevityPenalty, counts, totals, candidateLength, referenceLength };
}

// #region bleu
/** 1 for a candidate at least as long as its reference, else exp(1 − r/c). Papineni 2002, §2.3. */
function brevity(candidateLength: number, referenceLength: number): number {
  if (candidateLength >= referenceLength) return 1;
  return candidateLength === 0 ? 0 : Math.exp(1 - referenceLength / candidateLength);
}

/** Brevity penalty × geometric mean of the precisions. */
function combine(precisions: readonly number[], brevityPenalty: number): number {
  const logs = precisions.map((precision) => (precision === 0 ? LOG_OF_ZERO : Math.log(precision)));
  return brevityPenalty * Math.exp(logs.reduce((sum, log) => sum + log, 0) / precisions.length);
}
// #endregion bleu

function tokensOf(text: string, { tokenizer = '13a', lowercase = false }: BleuOptions): string[] {
  return tokenize(lowercase ? text.toLowerCase() : text, tokenizer);
}

/** BLEU of one text against its references, orders it is too short for left out. Throws RangeError as above. */
export function sentenceBleu(candidate: string, references: readonly string[], options: BleuOptions = {}): Bleu {
  return corpusBleu([candidate], [references], { effectiveOrder: true, ...options });
}

/**
 * BLEU of a corpus: statistics are summed before they are combined, which is not the mean of sentence scores.
 * references[i] are the references of candidates[i]. Throws RangeError on different lengths, no segment or no reference.
 */
export function corpusBleu(
  candidates: readonly string[],
  references: readonly (readonly string[])[],
  options: BleuOptions = {},
): Bleu {
  if (candidates.length !== references.length || candidates.length === 0) {
    throw new RangeError(`${candidates.length} candidates but ${references.length} lists of references`);
  }
  const maxOrder = options.maxOrder ?? DEFAULT_ORDER;
  const segments = candidates.map((candidate, i) =>
    bleuStatistics(
      tokensOf(candidate, options),
      (references[i] ?? []).map((reference) => tokensOf(reference, options)),
      maxOrder,
    ),
  );
  return bleuFromStatistics(segments.reduce(addStatistics), options);
}

function addStatistics(a: BleuStatistics, b: BleuStatistics): BleuStatistics {
  return {
    counts: a.counts.map((count, n) => count + (b.counts[n] as number)),
    totals: a.totals.map((total, n) => total + (b.totals[n] as number)),
    candidateLength: a.candidateLength + b.candidateLength,
    referenceLength: a.referenceLength + b.referenceLength,
  };
}
