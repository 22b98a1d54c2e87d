/** "temperature lab" asks for a lab: the word says which kind of thing is wanted, and little about what. */
import type { Kind } from './index-file';
import type { Term } from './tokenize';

const kindWords: readonly (readonly [Kind, RegExp])[] = [
  ['lab', /\blabs?\b|\bexperiments?\b|实验/],
  ['stage', /\bstages?\b|阶段/],
  ['resource', /\bbooks?\b|\bcourses?\b|\bcommunity\b|\bcommunities\b|教材|课程|社区/],
];

/** `query` folded. */
export function askedKind(query: string): Kind | null {
  return kindWords.find(([, words]) => words.test(query))?.[0] ?? null;
}

export const namesKind = ({ term }: Term): boolean => kindWords.some(([, words]) => words.exec(term)?.[0] === term);
