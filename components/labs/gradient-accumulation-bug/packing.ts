/** Eight function names of unequal length, and how they are put into micro-batches. */
import type { Random } from '@/lib/random';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

export const NAMES = 8;
export const orders = ['drawn', 'longest', 'balanced', 'own'] as const;
export type Order = (typeof orders)[number];
export type Packing = {
  readonly order: Order;
  /** Names in a micro-batch; the last one takes what is left. */
  readonly size: number;
  /** Micro-batch of each name by its place, for `own`. */
  readonly assign: readonly number[];
};

/** Names are drawn from this many, so that the eight span the lengths there are. */
const POOL = 64;

/** Eight names of the training set from a short one to a long one, in random order. */
export function drawNames(random: Random): string[] {
  const { train } = functionNames();
  const pool = Array.from({ length: POOL }, () => train[random.integer(train.length)] ?? '');
  pool.sort((a, b) => a.length - b.length);
  const names = Array.from({ length: NAMES }, (_, i) => pool[Math.round((i * (POOL - 1)) / (NAMES - 1))] ?? '');
  for (let i = names.length - 1; i > 0; i -= 1) {
    const j = random.integer(i + 1);
    [names[i], names[j]] = [names[j] ?? '', names[i] ?? ''];
  }
  return names;
}

/** Tokens whose loss counts: every character and the end of the name. */
export const tokensOf = (name: string) => encodeName(name).length - 1;

/** Places of the names in each micro-batch. None is empty, and every name is in exactly one. */
export function pack(names: readonly string[], { order, size, assign }: Packing): number[][] {
  const places = names.map((_, i) => i);
  const lengthAt = (place: number) => tokensOf(names[place] ?? '');
  const longestFirst = places.toSorted((a, b) => lengthAt(b) - lengthAt(a));
  const count = Math.ceil(names.length / size);
  if (order === 'own') {
    const used = [...new Set(assign)].toSorted((a, b) => a - b);
    return used.map((batch) => places.filter((place) => assign[place] === batch));
  }
  if (order === 'balanced') return balance(longestFirst, count, lengthAt);
  const line = order === 'longest' ? longestFirst : places;
  return Array.from({ length: count }, (_, m) => line.slice(m * size, (m + 1) * size));
}

/** Longest first, each to the micro-batch that holds the fewest tokens (Graham 1969). */
function balance(longestFirst: readonly number[], count: number, lengthAt: (place: number) => number): number[][] {
  const batches = Array.from({ length: count }, () => ({ places: [] as number[], tokens: 0 }));
  for (const place of longestFirst) {
    const least = batches.reduce((best, one) => (one.tokens < best.tokens ? one : best));
    least.places.push(place);
    least.tokens += lengthAt(place);
  }
  return batches.map(({ places }) => places);
}
