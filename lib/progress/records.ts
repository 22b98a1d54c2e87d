/**
 * What a learner's progress is made of: collections of small records, each with the time it was last changed.
 *
 * Compatibility rules (files and browsers of every past version hold these):
 * - A record is `{ v, t }`: `v` is the value, `null` when it was deleted; `t` is milliseconds since the epoch.
 * - Never rename a collection, a key or a field, never change what one means; only add. Keys are permanent ids.
 * - Collections, statuses and fields this version does not know are carried along untouched: they belong to a newer one.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

export type Entry = { readonly v: Json; readonly t: number };
export type Collection = { readonly [key: string]: Entry };
export type Records = { readonly [collection: string]: Collection };

export const statuses = ['todo', 'doing', 'done', 'skipped'] as const;
export type Status = (typeof statuses)[number];

/** Reasons offered for skipping. Stored by these ids, shown in the reader's language; any other text is the learner's own. */
export const skipReasons = ['known', 'later', 'unneeded'] as const;
export type SkipReason = (typeof skipReasons)[number];

export type LessonValue = { readonly status: Status; readonly reason?: string };
/** `correct` is null where there is no right answer, as in a prediction. */
export type CheckValue = { readonly answer: Json; readonly correct: boolean | null; readonly tries: number };
export type RunValue = { readonly passed: number; readonly total: number };

/** Collections of this version and what their keys are. */
export type Values = {
  /** lesson id */
  readonly lessons: LessonValue;
  /** `${lessonId}/${checkId}` */
  readonly checks: CheckValue;
  /** lesson id → exercise code */
  readonly code: string;
  /** lesson id → last exercise result */
  readonly runs: RunValue;
  /** lab id */
  readonly goals: true;
  /** lesson id → plain text */
  readonly notes: string;
  /** lesson id, or `${lessonId}#${heading}` */
  readonly bookmarks: true;
  /** path id → an adopted path, checked by the paths feature */
  readonly paths: JsonObject;
  /** card id → scheduling state, checked by the review feature */
  readonly cards: JsonObject;
  /** name → preference */
  readonly prefs: Json;
  /** `YYYY-MM-DD` on the learner's own calendar → something was learnt on it. Outlives a reset. */
  readonly days: true;
  /** `${stage}/${step}` → the learner says that this step of the stage's milestone is done */
  readonly milestones: true;
  /** `${stage}/${step}` → what shows it: plain text, links in it */
  readonly evidence: string;
  /** stage → the answers of a placement test, read by `lib/placement/attempt.ts` */
  readonly placement: JsonObject;
};
export type CollectionName = keyof Values;

export const limits = {
  /** UTF-16 code units of a key. */
  key: 200,
  /** Characters plus nodes of one value: more is refused when written and left out when read. */
  value: 100_000,
  /** Levels of nesting of one value. */
  depth: 16,
  /** Characters of a whole document; localStorage holds about five million. */
  document: 20_000_000,
} as const;

export const noRecords: Records = {};

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';
const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shapes: { readonly [C in CollectionName]: (value: Json) => boolean } = {
  lessons: (value) =>
    isObject(value) &&
    statuses.includes(value.status as Status) &&
    (value.reason === undefined || isText(value.reason)),
  checks: (value) =>
    isObject(value) &&
    value.answer !== undefined &&
    (value.correct === null || typeof value.correct === 'boolean') &&
    isCount(value.tries),
  code: isText,
  runs: (value) => isObject(value) && isCount(value.passed) && isCount(value.total),
  goals: (value) => value === true,
  notes: isText,
  bookmarks: (value) => value === true,
  paths: isObject,
  cards: isObject,
  prefs: () => true,
  days: (value) => value === true,
  milestones: (value) => value === true,
  evidence: isText,
  placement: isObject,
};

export function findEntry(records: Records, collection: string, key: string): Entry | undefined {
  const entries = Object.hasOwn(records, collection) ? records[collection] : undefined;
  return entries && Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** The value under a key if there is one and this version can read it. */
export function findValue<C extends CollectionName>(
  records: Records,
  collection: C,
  key: string | number,
): Values[C] | undefined {
  return readValue(collection, findEntry(records, collection, String(key)));
}

export function readValue<C extends CollectionName>(collection: C, entry: Entry | undefined): Values[C] | undefined {
  return entry && entry.v !== null && shapes[collection](entry.v) ? (entry.v as unknown as Values[C]) : undefined;
}

/** Keys of one collection that hold a value this version can read. */
export function listKeys(records: Records, collection: CollectionName): readonly string[] {
  return Object.keys(records[collection] ?? {}).filter((key) => findValue(records, collection, key) !== undefined);
}

/** Time for a new write: never before the record it replaces, whatever the clock says. */
export function nextTime(previous: Entry | undefined, now: number): number {
  return Math.max(Math.trunc(now), (previous?.t ?? -1) + 1);
}
