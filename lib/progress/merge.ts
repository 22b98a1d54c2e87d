/**
 * The one rule by which two tabs, an import and a hand-over come together: per record, the latest change wins.
 *
 * Merging is commutative, associative and idempotent: it takes, per key, the maximum of a total order
 * (time; then a value before a deletion; then canonical JSON), so every device that has seen the same changes agrees.
 * It shares structure: `merge(a, b)` is `a` itself when `b` has nothing newer.
 */
import { type Collection, type Entry, findEntry, type Records } from './records';

export function mergeRecords(a: Records, b: Records): Records {
  let merged = a;
  for (const [name, entries] of Object.entries(b)) {
    const mine = Object.hasOwn(a, name) ? a[name] : undefined;
    const both = mine ? mergeCollections(mine, entries) : entries;
    if (both !== mine) merged = { ...merged, [name]: both };
  }
  return merged;
}

function mergeCollections(a: Collection, b: Collection): Collection {
  const won = Object.entries(b).filter(([key, entry]) => {
    const mine = Object.hasOwn(a, key) ? a[key] : undefined;
    return !mine || wins(entry, mine);
  });
  return won.length > 0 ? { ...a, ...Object.fromEntries(won) } : a;
}

/** Whether `candidate` replaces `current`. Equal records do not. */
export function wins(candidate: Entry, current: Entry): boolean {
  if (candidate === current) return false;
  if (candidate.t !== current.t) return candidate.t > current.t;
  if ((candidate.v === null) !== (current.v === null)) return current.v === null;
  return canonical(candidate) > canonical(current);
}

/** Whether the record under a key is still the given one. */
export function holds(records: Records, collection: string, key: string, entry: Entry): boolean {
  const current = findEntry(records, collection, key);
  return current !== undefined && !wins(current, entry) && !wins(entry, current);
}

/** JSON with sorted keys: the same text for the same value, however it was built. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
