/**
 * The mentor's cohort as records of a document of its own, merged by the rule of all records (lib/progress/merge): tabs, an
 * import and another device come together without losing anything.
 *
 * Compatibility rules (stored documents and files hold these):
 * - `learners`: person key → `{ name?, into? }`. `name` was given by the mentor; `into` says that the row was joined to another.
 * - `snapshots`: `person key/hash of the code` → `{ code, taken, at? }`. Every snapshot is a record of its own, so that which is
 *   the newest is decided when reading, by its day, and not by who wrote last. `at` is its place in the pasted text.
 * - `prefs`: how the table was last looked at.
 * A learner is there as long as a snapshot is.
 */
import { type Entry, findEntry, type JsonObject, type Records } from '@/lib/progress/records';
import type { Backend } from '@/lib/progress/storage';
import { createProgress, type Progress } from '@/lib/progress/store';
import { dayNumber } from '@/lib/share/day';
import { decodeExact } from '@/lib/share/decode';
import { shareLimits } from '@/lib/share/limits';
import type { Snapshot } from '@/lib/share/snapshot-code';
import { cleanName, hashText, isName } from './person';

export const cohortKey = 'layerwise:cohort';

/** What can be taken back, for the words of the undo bar. */
export type CohortDeed =
  | { readonly act: 'add' | 'import' | 'clear'; readonly count: number }
  | { readonly act: 'delete' | 'rename' | 'forget'; readonly name: string }
  | { readonly act: 'join'; readonly name: string; readonly into: string };

export type CohortStore = Progress<CohortDeed>;

export function createCohort(backend: Backend, now: () => number): CohortStore {
  return createProgress<CohortDeed>({ backend, now, key: cohortKey });
}

/** A stored snapshot that has not been decoded yet. */
export type Kept = {
  /** Its key in `snapshots`. */
  readonly key: string;
  readonly code: string;
  readonly taken: string;
  readonly entry: Entry;
};

export type Learner = {
  readonly key: string;
  /** Given by the mentor, else in the newest snapshot; empty when neither is. */
  readonly name: string;
  readonly newest: Snapshot;
  /** Newest first; the first is `newest`. Those further back may turn out to be unreadable: `openKept` says. */
  readonly kept: readonly Kept[];
};

/** Thousands of learners are read; a file of small codes that all unfold is not let fill the memory. */
export function readCohort(records: Records): readonly Learner[] {
  const byLearner = new Map<string, Kept[]>();
  for (const [key, entry] of Object.entries(records.snapshots ?? {})) {
    const kept = readKept(key, entry);
    if (!kept) continue;
    const learner = resolveLearner(records, key.slice(0, key.indexOf('/')));
    const list = byLearner.get(learner);
    if (list) list.push(kept);
    else byLearner.set(learner, [kept]);
  }
  let lessons = 0;
  return [...byLearner].flatMap(([key, list]) => {
    if (lessons > shareLimits.textLessons) return [];
    list.sort(newestFirst);
    const first = list.findIndex((kept) => openKept(kept));
    const newest = list[first] && openKept(list[first]);
    if (!newest) return [];
    lessons += newest.lessons.length;
    const name = givenName(records, key) || cleanName(newest.name ?? '');
    return [{ key, name: isName(name) ? name : '', newest, kept: list.slice(first) }];
  });
}

export function snapshotKey(learner: string, code: string): string {
  return `${learner}/${hashText(code)}`;
}

/** Follows "joined to" to its end. Where two tabs joined two rows to each other, the smallest key of the circle stands for it. */
export function resolveLearner(records: Records, key: string): string {
  const seen: string[] = [];
  let at = key;
  while (!seen.includes(at)) {
    seen.push(at);
    const into = fields(findEntry(records, 'learners', at)?.v)?.into;
    if (typeof into !== 'string' || into === '') return at;
    at = into;
  }
  return seen.slice(seen.indexOf(at)).sort()[0] ?? at;
}

function givenName(records: Records, key: string): string {
  const name = fields(findEntry(records, 'learners', key)?.v)?.name;
  return typeof name === 'string' ? cleanName(name) : '';
}

function readKept(key: string, entry: Entry): Kept | undefined {
  const value = fields(entry.v);
  if (!value || !/^[^/]+\/[^/]+$/.test(key)) return undefined;
  const { code, taken } = value;
  if (typeof code !== 'string' || typeof taken !== 'string' || dayNumber(taken) === undefined) return undefined;
  return { key, code, taken, entry };
}

function fields(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** By the day it was taken, then by when it was added, then by its place in the pasted text. */
export function newestFirst(a: Kept, b: Kept): number {
  if (a.taken !== b.taken) return a.taken < b.taken ? 1 : -1;
  if (a.entry.t !== b.entry.t) return b.entry.t - a.entry.t;
  const place = placeOf(b) - placeOf(a);
  return place === 0 ? (a.key < b.key ? 1 : -1) : place;
}

function placeOf({ entry }: Kept): number {
  const at = fields(entry.v)?.at;
  return typeof at === 'number' ? at : 0;
}

/** Entries are never changed, only replaced: what was decoded once need not be again. */
const opened = new WeakMap<Entry, Snapshot | null>();

export function openKept({ code, taken, entry }: Kept): Snapshot | undefined {
  let snapshot = opened.get(entry);
  if (snapshot === undefined) {
    const decoded = decodeExact(code);
    snapshot = decoded.ok && decoded.kind === 'snapshot' && decoded.value.taken === taken ? decoded.value : null;
    opened.set(entry, snapshot);
  }
  return snapshot ?? undefined;
}

/** The last snapshot of an earlier day, to say what has changed since. */
export function previousSnapshot({ kept, newest }: Learner): Snapshot | undefined {
  return latestBefore(kept, newest.taken);
}

/** The latest readable snapshot taken before a day. */
export function latestBefore(kept: readonly Kept[], day: string): Snapshot | undefined {
  for (const each of kept) {
    const snapshot = each.taken < day ? openKept(each) : undefined;
    if (snapshot) return snapshot;
  }
  return undefined;
}
