/**
 * Slips of the finger in Latin words. A word that nothing in the index has, begins with or shares a stem with is replaced by the
 * nearest one that is there: two letters swapped, one wrong, two wrong in a long word. Han and words that are there stay untouched.
 */
import type { SearchIndex } from './load-index';
import { lookUp, wordFields } from './look-up';
import { searchOptions } from './mini-options';
import { latinTerms } from './tokenize';

/** Letters a word must have for two to be swapped, for one to be wrong, and for two. */
const SWAPPED = 4;
const ONE_WRONG = 5;
const TWO_WRONG = 7;

export function correctQuery(index: SearchIndex, query: string): string {
  const slips = latinTerms(query).filter((term) => term.term.length >= SWAPPED && lookUp(index, term).size === 0);
  // From the end, so that places before stay right. Parts of a compound come before it and are mended instead of it.
  return slips.reduceRight((text, { term, start, end }, i) => {
    const isCompound = slips.slice(0, i).some((part) => part.start >= start && part.end <= end);
    const nearest = isCompound ? null : nearestTerm(index, term);
    return nearest === null ? text : text.slice(0, start) + nearest + text.slice(end);
  }, query);
}

function nearestTerm(index: SearchIndex, term: string): string | null {
  const swapped = mostCommon(
    index,
    swaps(term).map((text) => [text, {}]),
  );
  if (swapped !== null || term.length < ONE_WRONG) return swapped;
  const one = mostCommon(index, [[term, { fuzzy: 1 }]]);
  if (one !== null || term.length < TWO_WRONG) return one;
  return mostCommon(index, [[term, { fuzzy: 2 }]]);
}

/** The term of the index that most items have, among all that the questions find. */
function mostCommon(
  { mini }: SearchIndex,
  questions: readonly (readonly [text: string, options: object])[],
): string | null {
  const counts = new Map<string, number>();
  for (const [text, options] of questions) {
    for (const { match } of mini.search(text, { ...searchOptions, fields: wordFields, ...options })) {
      for (const form of Object.keys(match)) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function swaps(term: string): string[] {
  return Array.from(
    { length: term.length - 1 },
    (_, i) => term.slice(0, i) + term.charAt(i + 1) + term.charAt(i) + term.slice(i + 2),
  );
}
