/**
 * A name as one term, so that what is called exactly what was typed stands above what only contains it: `RAG` finds RAG before
 * "RAG evaluation". The equals sign keeps these terms apart from words; no query can hold one.
 */
import { tokenizeText } from './tokenize';

export function wholeName(text: string): string | null {
  const words = tokenizeText(text).filter(({ kind }) => kind !== 'han-pair');
  return words.length === 0 ? null : `=${words.map(({ term }) => term).join('')}`;
}

/** "Retrieval-augmented generation (RAG)" is two names, "Adam / AdamW" as well. */
export function namesIn(title: string): readonly string[] {
  const inBrackets = [...title.matchAll(/[（(]([^）)]+)[）)]/g)].map(([, inside = '']) => inside);
  const outside = title.replace(/[（(][^）)]*[）)]/g, ' ');
  return [title, outside, ...inBrackets, ...outside.split(' / ')];
}
