import { BOUNDARY, characterOf } from '@/lib/thread/alphabet';

/** A token as it is written in the lab; the boundary, which ends a name, as a return sign. */
export function letter(id: number): string {
  return id === BOUNDARY ? '⏎' : characterOf(id);
}

/** Token ids, the most likely first. */
export function ranked(p: readonly number[]): readonly number[] {
  return p.map((_, id) => id).sort((a, b) => (p[b] as number) - (p[a] as number) || a - b);
}
