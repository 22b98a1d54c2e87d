/** How much of what a query tells is held by something, from 0 to 1. */
import type { Term } from './tokenize';

/** What each typed term tells: more when few items have it, nothing when none has. */
export type Information = ReadonlyMap<string, number>;

export function information(found: number, items: number): number {
  return found === 0 ? 0 : Math.log(1 + items / found);
}

/** Each character counts what the most telling term over it tells: Han terms overlap. */
export function coverage(terms: readonly Term[], told: Information, isHeld: (term: Term) => boolean): number {
  const all: number[] = [];
  const held: number[] = [];
  for (const term of terms) {
    const each = (told.get(term.term) ?? 0) / (term.kind === 'latin' ? term.end - term.start : 2);
    const counts = isHeld(term);
    for (let i = term.start; i < term.end; i++) {
      all[i] = Math.max(all[i] ?? 0, each);
      if (counts) held[i] = Math.max(held[i] ?? 0, each);
    }
  }
  const total = sum(all);
  return total === 0 ? 0 : sum(held) / total;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + (value ?? 0), 0);
