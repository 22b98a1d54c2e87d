/** One query, all that the list shows. */
import { correctQuery } from './correct';
import type { SearchIndex } from './load-index';
import { rank } from './rank';
import { type Group, groupMatches } from './results';

export type Answer = {
  readonly groups: readonly Group[];
  /** What was looked for instead, when a word was taken for a slip. */
  readonly corrected: string | null;
  /** The best match's title holds the whole query: it is meant, rather than a command. */
  readonly isTitle: boolean;
};

export const noAnswer: Answer = { groups: [], corrected: null, isTitle: false };

/** Characters that are looked at: a pasted page is no query. */
const LONGEST = 200;

export function answerQuery(index: SearchIndex, text: string): Answer {
  const query = text.trim().slice(0, LONGEST);
  if (query === '') return noAnswer;
  const asked = correctQuery(index, query);
  const matches = rank(index, asked);
  return {
    groups: groupMatches(matches),
    corrected: asked === query ? null : asked,
    isTitle: (matches[0]?.inTitle ?? 0) >= 0.99,
  };
}
