/**
 * chrF and chrF++ as sacreBLEU 2.6.0 computes them: F-score of character n-grams (and, for the plus signs, word n-grams).
 * Sources: Popović 2015, "chrF: character n-gram F-score for automatic MT evaluation"; Popović 2017, "chrF++".
 */
import { clippedOverlap, countItems, listNgrams, type NgramCounts, requireOrder, sumCounts } from './ngram-overlap';
import { isSpace, splitWords } from './tokenize';

export type ChrfOptions = {
  /** Longest character n-gram, 6 by default. */
  readonly characterOrder?: number;
  /** Longest word n-gram: 0 for chrF (default), 2 for chrF++. */
  readonly wordOrder?: number;
  /** Recall counts β² times as much as precision; 2 by default. */
  readonly beta?: number;
  readonly lowercase?: boolean;
  /** Count white space as characters. Off by default. */
  readonly whitespace?: boolean;
  /** Average F-scores over all orders, as the first chrF++ script did, instead of precisions and recalls over those in use. */
  readonly epsilonSmoothing?: boolean;
};

/** N-grams of the candidate, of the reference, and matched, of one order. */
type OrderCounts = { readonly candidate: number; readonly reference: number; readonly matches: number };

const EPSILON = 1e-16;
const PUNCTUATION = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

/** Words with one mark split off: the last character if it is punctuation, else the first. */
function wordsAndMarks(text: string): string[] {
  return splitWords(text).flatMap((word) => {
    const characters = Array.from(word);
    if (characters.length === 1) return [word];
    if (PUNCTUATION.has(characters.at(-1) ?? '')) return [characters.slice(0, -1).join(''), characters.at(-1) ?? ''];
    if (PUNCTUATION.has(characters[0] ?? '')) return [characters[0] ?? '', characters.slice(1).join('')];
    return [word];
  });
}

function ngramsByOrder(text: string, options: ChrfOptions): NgramCounts[] {
  const { characterOrder = 6, wordOrder = 0, lowercase = false, whitespace = false } = options;
  const line = lowercase ? text.toLowerCase() : text;
  const characters = Array.from(line).filter((one) => whitespace || !isSpace(one));
  const words = wordsAndMarks(line);
  return [
    ...Array.from({ length: characterOrder }, (_, n) => countItems(listNgrams(characters, n + 1, ''))),
    ...Array.from({ length: wordOrder }, (_, n) => countItems(listNgrams(words, n + 1))),
  ];
}

function compare(candidate: readonly NgramCounts[], reference: readonly NgramCounts[]): OrderCounts[] {
  return candidate.map((own, n) => {
    const other = reference[n] ?? new Map<string, number>();
    // An order the reference is too short for says nothing about the candidate.
    return {
      candidate: other.size > 0 ? sumCounts(own) : 0,
      reference: sumCounts(other),
      matches: clippedOverlap(own, other),
    };
  });
}

function fScore(counts: readonly OrderCounts[], { beta = 2, epsilonSmoothing = false }: ChrfOptions): number {
  const weight = beta ** 2;
  let sumOfScores = 0;
  let precisions = 0;
  let recalls = 0;
  let orders = 0;
  for (const { candidate, reference, matches } of counts) {
    const precision = candidate > 0 ? matches / candidate : EPSILON;
    const recall = reference > 0 ? matches / reference : EPSILON;
    const below = weight * precision + recall;
    sumOfScores += below > 0 ? ((1 + weight) * precision * recall) / below : EPSILON;
    if (candidate === 0 || reference === 0) continue;
    precisions += precision;
    recalls += recall;
    orders += 1;
  }
  if (epsilonSmoothing) return (100 * sumOfScores) / counts.length;
  if (precisions + recalls === 0) return 0;
  const precision = precisions / orders;
  const recall = recalls / orders;
  return (100 * (1 + weight) * precision * recall) / (weight * precision + recall);
}

function bestComparison(candidate: string, references: readonly string[], options: ChrfOptions): OrderCounts[] {
  if (references.length === 0) throw new RangeError('chrF needs at least one reference');
  const own = ngramsByOrder(candidate, options);
  const all = references.map((reference) => compare(own, ngramsByOrder(reference, options)));
  return all.reduce((best, one) => (fScore(one, options) > fScore(best, options) ? one : best));
}

/** chrF in [0, 100] of one text against the reference it scores best with. Throws RangeError without a reference. */
export function sentenceChrf(candidate: string, references: readonly string[], options: ChrfOptions = {}): number {
  return corpusChrf([candidate], [references], options);
}

/**
 * chrF in [0, 100] of a corpus: counts are summed over segments, each against its best reference. references[i] are those of
 * candidates[i]. Throws RangeError on different lengths, no segment, no reference, or an order or β out of range.
 */
export function corpusChrf(
  candidates: readonly string[],
  references: readonly (readonly string[])[],
  options: ChrfOptions = {},
): number {
  requireOrder(options.characterOrder ?? 6, 1, 'characterOrder');
  requireOrder(options.wordOrder ?? 0, 0, 'wordOrder');
  if (!((options.beta ?? 2) > 0)) throw new RangeError(`beta must be positive, got ${options.beta}`);
  if (candidates.length !== references.length || candidates.length === 0) {
    throw new RangeError(`${candidates.length} candidates but ${references.length} lists of references`);
  }
  const segments = candidates.map((candidate, i) => bestComparison(candidate, references[i] ?? [], options));
  const summed = segments.reduce((sum, one) =>
    sum.map((counts, n) => ({
      candidate: counts.candidate + (one[n]?.candidate ?? 0),
      reference: counts.reference + (one[n]?.reference ?? 0),
      matches: counts.matches + (one[n]?.matches ?? 0),
    })),
  );
  return fScore(summed, options);
}
