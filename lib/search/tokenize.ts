/**
 * Text into search terms, the same at build time and in the browser.
 *
 * Han: the words that `Intl.Segmenter` finds, and pairs of neighbouring characters, so that a query still matches where the same
 * words were cut differently beside other words, or by another engine. A query has all pairs. A text has those within a long word
 * and between two characters cut off singly (a word the engine does not know); pairs that bridge words would double the index.
 * Latin: words, and what hyphens, underscores or camel case join, both whole and in parts: `fine-tuning` is `fine`, `tuning` and
 * `finetuning`. No stems: endings are bridged when searching, see `look-up.ts`.
 */
import { askingWords, emptyHan, gluingHan, stopWords } from './stop-words';

export type Term = {
  readonly term: string;
  readonly kind: 'latin' | 'han-word' | 'han-pair';
  /** Place in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
};

type Pairs = 'all' | 'within words';

export const tokenizeText = (text: string): readonly Term[] => tokenize(text, 'within words');
export const tokenizeQuery = (query: string): readonly Term[] => tokenize(query, 'all');

function tokenize(text: string, pairs: Pairs): readonly Term[] {
  const terms: Term[] = [];
  for (const { 0: found, index } of text.matchAll(runs)) {
    if (/^\p{Script=Han}/u.test(found)) addHan(found, index, pairs, terms);
    else addLatin(found, index, terms);
  }
  return terms;
}

/** Those terms of a text that are not Han. */
export function latinTerms(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (const { 0: found, index } of text.matchAll(runs)) {
    if (!/^\p{Script=Han}/u.test(found)) addLatin(found, index, terms);
  }
  return terms;
}

/** Width, case and ligatures do not count. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Han; numbers with a comma, a point or a colon inside; words with what joins them. */
const runs =
  /\p{Script=Han}+|\d+(?:[.,:]\d+)+(?![\p{L}\p{N}])|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[-_.’'](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu;
/** `SmoothQuant` has parts; `LoRA` and `PyTorch` are names. */
const SHORTEST_PART = 3;

function addLatin(compound: string, at: number, terms: Term[]): void {
  const add = (found: string, start: number) => {
    const term = fold(found);
    if (!stopWords.has(term)) terms.push({ term, kind: 'latin', start, end: start + found.length });
  };
  if (/^\d+[.,:]/.test(compound)) {
    add(compound, at);
    return;
  }
  const words = [...compound.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  for (const { 0: word, index } of words) {
    add(word, at + index);
    const parts = [...word.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu)];
    if (parts.length > 1 && parts.every(({ 0: part }) => part.length >= SHORTEST_PART))
      for (const { 0: part, index: within } of parts) add(part, at + index + within);
  }
  if (words.length > 1) {
    const term = fold(words.map(([word]) => word).join(''));
    terms.push({ term, kind: 'latin', start: at, end: at + compound.length });
  }
}

function addHan(found: string, at: number, pairs: Pairs, terms: Term[]): void {
  let from = 0;
  for (const { 0: phrase, index } of found.matchAll(askingWords)) {
    addHanRun(found.slice(from, index), at + from, pairs, terms);
    from = index + phrase.length;
  }
  addHanRun(found.slice(from), at + from, pairs, terms);
}

type Character = { readonly text: string; readonly start: number; readonly word: number; readonly size: number };

function addHanRun(found: string, at: number, pairs: Pairs, terms: Term[]): void {
  const characters: Character[] = [];
  for (const { segment, index } of cut(found)) {
    const start = at + index;
    const size = [...segment].length;
    if (!emptyHan.has(segment)) terms.push({ term: segment, kind: 'han-word', start, end: start + segment.length });
    let place = start;
    for (const text of segment) {
      characters.push({ text, start: place, word: index, size });
      place += text.length;
    }
  }
  for (const [i, right] of characters.entries()) {
    const left = characters[i - 1];
    if (left === undefined || gluingHan.has(left.text) || gluingHan.has(right.text)) continue;
    const isWithin = left.word === right.word;
    if (isWithin && left.size === 2) continue;
    if (!isWithin && pairs !== 'all' && (left.size > 1 || right.size > 1)) continue;
    const end = right.start + right.text.length;
    terms.push({ term: left.text + right.text, kind: 'han-pair', start: left.start, end });
  }
}

let segmenter: Intl.Segmenter | undefined;

/** A browser without the segmenter takes each character for a word and finds by pairs. */
function cut(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (typeof Intl.Segmenter !== 'function')
    return [...text.matchAll(/./gsu)].map(({ 0: segment, index }) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter.segment(text);
}
