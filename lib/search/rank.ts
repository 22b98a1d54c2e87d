/**
 * From a query to the items that answer it, best first. Each typed term is looked up by itself, so that an item is judged by how
 * much of the whole query it answers, and best of all in one place; the scores of single terms are MiniSearch's (BM25+).
 * Judged by tests/content/search-relevance.test.ts.
 */
import { askedKind, namesKind } from './asked-kind';
import { coverage, information } from './coverage';
import type { Item, Kind } from './index-file';
import type { SearchIndex } from './load-index';
import { type Hit, lookUp } from './look-up';
import { searchOptions } from './mini-options';
import { findPlaces, type Place, type Question } from './places';
import { fold, type Term, tokenizeQuery } from './tokenize';
import { wholeName } from './whole-name';

export type Match = {
  readonly item: Item;
  readonly score: number;
  /** Terms of the index that matched somewhere in the item, for marking them. */
  readonly forms: ReadonlySet<string>;
  /** How much of the query its title holds, from 0 to 1. */
  readonly inTitle: number;
  readonly places: readonly Place[];
};

/** A lesson answers more than the entry of one of its concepts. */
const kindWeight: Readonly<Record<Kind, number>> = {
  lesson: 1.2,
  concept: 1,
  lab: 0.95,
  stage: 0.6,
  placement: 0.6,
  career: 0.6,
  resource: 0.7,
};
const ASKED_KIND = 3;
/** What is left of the score when nothing but the best term is found, what all terms somewhere add, and all in one place. */
const SHARES = { base: 0.1, anywhere: 0.5, together: 0.4 } as const;
/**
 * A query that stands in the text as it was typed counts as often as it has words, up to this. The list of sources does not
 * count: it names what is elsewhere.
 */
const LONGEST_PHRASE = 6;
/** Items whose pages are looked at more closely. */
const CLOSELY = 24;

export function rank(index: SearchIndex, query: string): readonly Match[] {
  const terms = termsOf(query);
  const { drafts, told } = gather(index, terms);
  addWholeNames(index, query, drafts);
  const folded = fold(query).trim();
  const kind = askedKind(folded);
  const words = terms.filter((term) => term.kind !== 'han-pair').length;
  const question: Question = { terms, told, phrase: words > 1 ? folded : null };
  const best = [...drafts].sort(([, a], [, b]) => b.score - a.score).slice(0, CLOSELY);
  return best
    .flatMap(([id, draft]) => {
      const item = index.items[id];
      if (item === undefined) return [];
      const match = judge(item, draft, question, words);
      return item.kind === kind ? { ...match, score: match.score * ASKED_KIND } : match;
    })
    .sort((a, b) => b.score - a.score);
}

/** Each term once, and none that only says which kind is wanted, unless that is all there is. */
function termsOf(query: string): readonly Term[] {
  const all = tokenizeQuery(query);
  const terms = all.filter(({ term }, i) => all.findIndex((other) => other.term === term) === i);
  const about = terms.filter((term) => !namesKind(term));
  return about.length > 0 ? about : terms;
}

type Draft = {
  score: number;
  readonly forms: Map<string, readonly string[]>;
  readonly where: Map<string, Hit['where']>;
};

function gather(index: SearchIndex, terms: readonly Term[]) {
  const drafts = new Map<number, Draft>();
  const told = new Map<string, number>();
  for (const term of terms) {
    const hits = lookUp(index, term, terms.length === 1);
    told.set(term.term, information(hits.size, index.items.length));
    for (const [id, hit] of hits) {
      const draft = drafts.get(id) ?? { score: 0, forms: new Map(), where: new Map() };
      draft.score += hit.score * weightOf(term);
      draft.forms.set(term.term, hit.forms);
      draft.where.set(term.term, hit.where);
      drafts.set(id, draft);
    }
  }
  return { drafts, told };
}

/** Pairs of characters say the same as the words they are cut from; a single one says little. */
function weightOf({ kind, term }: Term): number {
  if (kind === 'latin') return 1;
  if (kind === 'han-pair') return 0.7;
  return term.length === 1 ? 0.3 : 1;
}

/** Also in the other number: "tokens" asks for Token, "tensor" for tensors. */
function addWholeNames(index: SearchIndex, query: string, drafts: ReadonlyMap<number, Draft>): void {
  const name = wholeName(query);
  if (name === null) return;
  const best = new Map<number, number>();
  for (const asked of new Set([name, name.replace(/(?<=[a-z]{3})s$/, ''), name.replace(/(?<=[a-rt-z])$/, 's')]))
    for (const { id, score } of index.mini.search(asked, searchOptions)) best.set(id as number, score);
  for (const [id, score] of best) {
    const draft = drafts.get(id);
    if (draft) draft.score += score;
  }
}

function judge(item: Item, draft: Draft, question: Question, words: number): Match {
  const { terms, told, phrase } = question;
  const places = findPlaces(item, question, draft.forms);
  const anywhere = coverage(terms, told, ({ term }) => draft.forms.has(term));
  const inTitle = coverage(terms, told, ({ term }) => draft.where.get(term) === 'title');
  const inName = coverage(terms, told, ({ term }) => (draft.where.get(term) ?? 'text') !== 'text');
  const together = Math.max(inName, places[0]?.share ?? 0);
  const isSaid =
    phrase !== null &&
    (fold(item.title).includes(phrase) || places.some(({ isPhrase, part }) => isPhrase && part.anchor !== 'sources'));
  const share = SHARES.base + SHARES.anywhere * anywhere ** 2 + SHARES.together * together ** 2;
  const score = draft.score * share * kindWeight[item.kind] * (isSaid ? Math.min(words, LONGEST_PHRASE) : 1);
  const forms = new Set([...draft.forms].flatMap(([typed, found]) => formsToShow(typed, found, terms)));
  return { item, score, forms, inTitle, places };
}

/** A single Han character is shown as itself, not as the words it begins, and not beside the word it was cut from. */
function formsToShow(typed: string, found: readonly string[], terms: readonly Term[]): readonly string[] {
  if (!/^\p{Script=Han}$/u.test(typed)) return found;
  return terms.some(({ term }) => term !== typed && term.includes(typed)) ? [] : [typed];
}
