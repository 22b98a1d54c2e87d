/**
 * ROUGE: overlap of a candidate's tokens with a reference's, as precision, recall and F1. ROUGE-N counts n-grams, ROUGE-L the
 * longest common subsequence, ROUGE-S pairs in order. Source: Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries";
 * tokens, tie-breaking and the summary-level union as in the rouge_score package, without stemming.
 */
import { clippedOverlap, countItems, listNgrams, requireOrder } from './ngram-overlap';

/** All in [0, 1]; 0 where nothing is there to divide by. */
export type RougeScore = { readonly precision: number; readonly recall: number; readonly f1: number };

/** One pair of the longest common subsequence: positions in the candidate and in the reference. */
export type CommonToken = { readonly candidate: number; readonly reference: number };

/** Lower case, every run of other characters than a–z and 0–9 a gap. Leaves nothing of a Chinese text. */
export function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function scoreOf(matches: number, candidate: number, reference: number): RougeScore {
  const precision = candidate === 0 ? 0 : matches / candidate;
  const recall = reference === 0 ? 0 : matches / reference;
  return { precision, recall, f1: matches === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** ROUGE-N of tokens, matches clipped. Throws RangeError if n is not a positive integer. Lin 2004, §2. */
export function rougeN(candidate: readonly string[], reference: readonly string[], n: number): RougeScore {
  requireOrder(n, 1, 'n');
  const own = listNgrams(candidate, n);
  const other = listNgrams(reference, n);
  return scoreOf(clippedOverlap(countItems(own), countItems(other)), own.length, other.length);
}

// #region lcs
/** Length of the longest common subsequence of every pair of prefixes, [(C+1)·(R+1)], row by row. O(C·R). */
function lcsTable<T>(candidate: readonly T[], reference: readonly T[]): Int32Array {
  const width = reference.length + 1;
  const table = new Int32Array((candidate.length + 1) * width);
  for (let i = 1; i <= candidate.length; i += 1) {
    for (let j = 1; j < width; j += 1) {
      const at = i * width + j;
      const longest = Math.max(table[at - 1] as number, table[at - width] as number);
      table[at] = candidate[i - 1] === reference[j - 1] ? (table[at - width - 1] as number) + 1 : longest;
    }
  }
  return table;
}
// #endregion lcs

export function lcsLength<T>(candidate: readonly T[], reference: readonly T[]): number {
  return lcsTable(candidate, reference).at(-1) as number;
}

/** The pairs of one longest common subsequence, in order; of several, the one rouge_score's walk back from the end finds. */
export function lcsPath<T>(candidate: readonly T[], reference: readonly T[]): CommonToken[] {
  const table = lcsTable(candidate, reference);
  const width = reference.length + 1;
  const path: CommonToken[] = [];
  let i = candidate.length;
  let j = reference.length;
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (candidate[i - 1] === reference[j - 1]) {
      i -= 1;
      j -= 1;
      path.push({ candidate: i, reference: j });
    } else if ((table[at - width] as number) > (table[at - 1] as number)) i -= 1;
    else j -= 1;
  }
  return path.reverse();
}

/** Sentence-level ROUGE-L, β = 1. Lin 2004, §3.1. */
export function rougeL(candidate: readonly string[], reference: readonly string[]): RougeScore {
  return scoreOf(lcsLength(candidate, reference), candidate.length, reference.length);
}

/**
 * Summary-level ROUGE-L (rougeLsum) of sentences of tokens: for each reference sentence the union of its longest common
 * subsequences with all candidate sentences; a token counts no more often than either side has it. Lin 2004, §3.2.
 */
export function rougeLSummary(
  candidate: readonly (readonly string[])[],
  reference: readonly (readonly string[])[],
): RougeScore {
  const leftInCandidate = countItems(candidate.flat());
  const leftInReference = countItems(reference.flat());
  let matches = 0;
  for (const sentence of reference) {
    const union = new Set(candidate.flatMap((other) => lcsPath(other, sentence).map((pair) => pair.reference)));
    for (const place of [...union].sort((a, b) => a - b)) {
      const token = sentence[place] as string;
      const own = leftInCandidate.get(token) ?? 0;
      const other = leftInReference.get(token) ?? 0;
      if (own === 0 || other === 0) continue;
      leftInCandidate.set(token, own - 1);
      leftInReference.set(token, other - 1);
      matches += 1;
    }
  }
  return scoreOf(matches, candidate.flat().length, reference.flat().length);
}

/** Pairs of tokens in their order, with any gap, as n-grams. n(n−1)/2 of them. */
function skipBigrams(tokens: readonly string[]): string[] {
  return tokens.flatMap((first, i) => tokens.slice(i + 1).map((second) => `${first} ${second}`));
}

/** ROUGE-S with unlimited gaps, and the counts behind it. Lin 2004, §5. */
export function rougeS(
  candidate: readonly string[],
  reference: readonly string[],
): RougeScore & { readonly matches: number; readonly candidatePairs: number; readonly referencePairs: number } {
  const own = skipBigrams(candidate);
  const other = skipBigrams(reference);
  const matches = clippedOverlap(countItems(own), countItems(other));
  return {
    ...scoreOf(matches, own.length, other.length),
    matches,
    candidatePairs: own.length,
    referencePairs: other.length,
  };
}
