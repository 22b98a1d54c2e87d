/** A text made ready to be asked which terms it holds. The terms are those of `tokenize.ts`, but Han is not cut: it is found anywhere. */
import { fold, latinTerms } from './tokenize';

export type ReadText = { readonly folded: string; readonly latin: ReadonlyMap<string, number> };

export function readText(text: string): ReadText {
  const latin = new Map<string, number>();
  for (const { term } of latinTerms(text)) latin.set(term, (latin.get(term) ?? 0) + 1);
  return { folded: fold(text), latin };
}

/** How often a term of the index stands in it. */
export function countIn({ folded, latin }: ReadText, form: string): number {
  if (!/^\p{Script=Han}/u.test(form)) return latin.get(form) ?? 0;
  let count = 0;
  for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length)) count++;
  return count;
}
