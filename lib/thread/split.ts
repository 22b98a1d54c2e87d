/**
 * Train and validation: by a hash of the item itself, so that an item keeps its side when the list grows or its order changes,
 * and never stands on both.
 */
import type { Random } from '@/lib/random';

export type Split = { readonly train: readonly string[]; readonly validation: readonly string[] };

/** One item in this many is held out. */
const HELD_OUT = 10;

/** FNV-1a over UTF-16 units, then the finalizer of MurmurHash3, which mixes the low bits that a remainder looks at. Unsigned 32 bit. */
export function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** About nine tenths to train with, the rest to validate with, each shuffled with `random`. */
export function splitByHash(items: readonly string[], random: Random): Split {
  const train: string[] = [];
  const validation: string[] = [];
  for (const item of items) (stableHash(item) % HELD_OUT === 0 ? validation : train).push(item);
  return {
    train: shuffled(train, random.split('train')),
    validation: shuffled(validation, random.split('validation')),
  };
}

/** A copy in random order. Fisher–Yates. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = random.integer(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
