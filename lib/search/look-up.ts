/** One term in the index: itself, longer words that begin with it, and Latin words that share its stem. */
import type { SearchResult } from 'minisearch';
import type { SearchIndex } from './load-index';
import { type Field, searchOptions } from './mini-options';
import type { Term } from './tokenize';

export type Hit = {
  readonly score: number;
  /** Terms of the index that matched. */
  readonly forms: readonly string[];
  /** Found in what the page calls itself, or at least in another name for it. */
  readonly where: 'title' | 'alias' | 'text';
};
export type Hits = ReadonlyMap<number, Hit>;

/** A whole name is no word: it neither begins another nor is one letter away from it. */
export const wordFields = ['title', 'aliases', 'heading', 'text'] satisfies Field[];
const aliasFields: readonly string[] = ['aliases', 'name'] satisfies Field[];

/** Where the word itself is there, a longer one is seldom meant. */
const LONGER = { known: 0.25, unknown: 0.6 } as const;
const SAME_STEM = 0.8;

/** `isAlone`: the query is nothing else, so that a single Han character stands for the words it begins. */
export function lookUp({ mini }: SearchIndex, { term, kind }: Pick<Term, 'term' | 'kind'>, isAlone = false): Hits {
  const found = new Map<number, Hit>();
  const ask = (text: string, options: object, weight = 1) => {
    for (const result of mini.search(text, { ...searchOptions, ...options })) keepBest(found, result, weight);
  };
  if (kind !== 'latin') {
    ask(term, { prefix: isAlone && term.length === 1, fields: wordFields });
    return found;
  }
  ask(term, {});
  // One letter begins too much to look for it everywhere.
  const fields = term.length > 1 ? wordFields : ['title'];
  ask(term, { prefix: true, weights: { prefix: found.size > 0 ? LONGER.known : LONGER.unknown, fuzzy: 0 }, fields });
  const stem = stemOf(term);
  if (stem !== term) ask(stem, { prefix: true, weights: { prefix: 1, fuzzy: 0 }, fields: wordFields }, SAME_STEM);
  // The words of a name written as one: `kvcache`.
  if (found.size === 0) ask(`=${term}`, {});
  return found;
}

function keepBest(found: Map<number, Hit>, { id, score, match }: SearchResult, weight: number): void {
  const old = found.get(id as number);
  const forms = Object.keys(match);
  const fields = Object.values(match).flat();
  const where = fields.includes('title')
    ? 'title'
    : fields.some((field) => aliasFields.includes(field))
      ? 'alias'
      : 'text';
  found.set(id as number, {
    score: Math.max(old?.score ?? 0, score * weight),
    forms: old ? [...new Set([...old.forms, ...forms])] : forms,
    where: old && rankOf[old.where] > rankOf[where] ? old.where : where,
  });
}

const rankOf: Readonly<Record<Hit['where'], number>> = { title: 2, alias: 1, text: 0 };

/** Endings that lead from one form of a word to another. Only for looking up: nothing is stored under a stem. */
const ending = /(?:i[sz](?:e[drs]?|ing|ations?)|at(?:e[ds]?|ing|ions?)|ings?|e[drs]s?|es|s|e)$/;

export function stemOf(term: string): string {
  const stem = term.replace(ending, '');
  return stem.length >= 4 ? stem : term;
}
