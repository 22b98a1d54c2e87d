/** Text cut into what matched and what did not, for `<mark>`. Segments, never HTML. */
import { latinTerms } from './tokenize';

export type Segment = { readonly text: string; readonly isHit: boolean };
type Range = { readonly start: number; readonly end: number };

/** `forms`: terms of the index. Latin ones are marked as whole words, Han ones wherever they stand. Joined, the segments are the text. */
export function highlight(text: string, forms: ReadonlySet<string>): readonly Segment[] {
  const latin = latinTerms(text).filter(({ term }) => forms.has(term));
  const han = [...forms].filter((form) => /^\p{Script=Han}/u.test(form)).flatMap((form) => placesOf(text, form));
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of merge([...latin, ...han])) {
    if (start > at) segments.push({ text: text.slice(at, start), isHit: false });
    segments.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), isHit: false });
  return segments;
}

function placesOf(text: string, form: string): readonly Range[] {
  return [...text.matchAll(new RegExp(form, 'gu'))].map(({ index }) => ({ start: index, end: index + form.length }));
}

/** In order; what touches or overlaps becomes one. */
function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}
