/** How MiniSearch is set up: the same for the build, which fills it, and the browser, which asks it. */
import type { Options, SearchOptions } from 'minisearch';

/** Terms of each field, one a line: cutting them is `tokenize.ts`'s work, not MiniSearch's. */
export type FieldTerms = {
  readonly id: number;
  readonly title: string;
  /** Whole names, each one term: see `whole-name.ts`. */
  readonly name: string;
  readonly aliases: string;
  readonly heading: string;
  readonly text: string;
};
export type Field = Exclude<keyof FieldTerms, 'id'>;

export const boosts: Readonly<Record<Field, number>> = { title: 4, name: 6, aliases: 4, heading: 2, text: 1 };

export const miniOptions: Options<FieldTerms> = {
  fields: Object.keys(boosts),
  tokenize: (lines) => (lines === '' ? [] : lines.split('\n')),
  processTerm: (term) => term,
};

/** For one term at a time. Fields are short and many are missing, so length counts for less than usual. */
export const searchOptions: SearchOptions = {
  boost: { ...boosts },
  tokenize: (term) => [term],
  bm25: { k: 1.2, b: 0.5, d: 0.5 },
  weights: { prefix: 0.6, fuzzy: 0.5 },
};
