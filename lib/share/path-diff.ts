/** What opening a path link would mean for the path the learner has under the same id, lesson by lesson. Decides; changes nothing. */
import { addDays } from './day';
import { lightenPath } from './lighten-path';
import type { PathLesson, SharedPath } from './path-code';

export type PathRelation =
  | 'new'
  /** The very path the learner has. */
  | 'same'
  /** The very path, but the link leaves out notes, dates or the mentor: the learner's stays. */
  | 'lighter'
  /** The very path with what the learner's leaves out: may be added to it. */
  | 'fuller'
  /** A later version of it: may replace it after a look at the differences. */
  | 'newer'
  /** An earlier version: the learner's stays. */
  | 'older'
  /** Same id and version, other content, as when two people edited copies: the learner's stays. */
  | 'conflict';

/** A due date: a day when its path has a start, else days after whenever the learner begins. */
export type Due = { readonly day: string } | { readonly after: number };

/** What a field was and what it becomes; absent for none. */
export type Change<T> = { readonly from?: T; readonly to?: T };
export type LessonChange<T> = Change<T> & { readonly id: number };
export type HeadChange = Change<string> & { readonly field: 'title' | 'mentor' | 'start' };

export type PathDiff = {
  readonly head: readonly HeadChange[];
  /** `to`: place in their order, counted from 1. */
  readonly added: readonly LessonChange<number>[];
  /** `from`: place in my order. */
  readonly removed: readonly LessonChange<number>[];
  /** Fewest lessons that must move to turn one order into the other. */
  readonly moved: readonly LessonChange<number>[];
  /** Lessons with another due date. */
  readonly redated: readonly LessonChange<Due>[];
  /** Due dates that move with the start, each by as much. Not in `redated`. */
  readonly shifted: number;
  readonly renoted: readonly LessonChange<string>[];
};

export type PathComparison = { readonly relation: PathRelation; readonly diff: PathDiff };

export function diffPaths(mine: SharedPath | undefined, theirs: SharedPath): PathComparison {
  const diff = compare(mine ?? { ...theirs, lessons: [] }, theirs);
  return { relation: mine === undefined ? 'new' : relate(mine, theirs, diff), diff };
}

/** Whether a path may take the place of the learner's, once they say so. */
export function mayReplace(relation: PathRelation): boolean {
  return relation === 'newer' || relation === 'fuller';
}

function relate(mine: SharedPath, theirs: SharedPath, diff: PathDiff): PathRelation {
  if (theirs.version !== mine.version) return theirs.version > mine.version ? 'newer' : 'older';
  if (isNothing(diff)) return 'same';
  if (isLightened(mine, theirs)) return 'lighter';
  return isLightened(theirs, mine) ? 'fuller' : 'conflict';
}

function isNothing({ head, added, removed, moved, redated, renoted }: PathDiff): boolean {
  return [head, added, removed, moved, redated, renoted].every((list) => list.length === 0);
}

/** Whether leaving something out of the first path gives the second. */
function isLightened(full: SharedPath, light: SharedPath): boolean {
  return [0, 1, 2, 3, 4, 5, 6].some((bits) => {
    const detail = { notes: (bits & 1) > 0, dates: (bits & 2) > 0, mentor: (bits & 4) > 0 };
    return isNothing(compare(lightenPath(full, detail), light));
  });
}

function compare(mine: SharedPath, theirs: SharedPath): PathDiff {
  const before = new Map(mine.lessons.map((lesson, i) => [lesson.id, { ...lesson, place: i + 1 }]));
  const after = new Map(theirs.lessons.map((lesson, i) => [lesson.id, { ...lesson, place: i + 1 }]));
  const kept = [...after.values()].flatMap((now) => {
    const was = before.get(now.id);
    return was ? [{ id: now.id, was, now }] : [];
  });
  const stay = longestRising(kept.map(({ was }) => was.place));
  const dated = kept.map(({ id, was, now }) => ({
    id,
    from: dueOf(mine, was),
    to: dueOf(theirs, now),
    follows: mine.start !== theirs.start && was.due === now.due && was.due !== undefined,
  }));
  return {
    head: (['title', 'mentor', 'start'] as const)
      .filter((field) => (mine[field] ?? '') !== (theirs[field] ?? ''))
      .map((field) => ({ field, ...change(mine[field] || undefined, theirs[field] || undefined) })),
    added: [...after.values()].filter(({ id }) => !before.has(id)).map(({ id, place }) => ({ id, to: place })),
    removed: [...before.values()].filter(({ id }) => !after.has(id)).map(({ id, place }) => ({ id, from: place })),
    moved: kept.filter((_, i) => !stay.has(i)).map(({ id, was, now }) => ({ id, from: was.place, to: now.place })),
    redated: dated
      .filter(({ from, to, follows }) => !follows && !isSameDue(from, to))
      .map(({ id, from, to }) => ({ id, ...change(from, to) })),
    shifted: dated.filter(({ follows }) => follows).length,
    renoted: kept
      .filter(({ was, now }) => (was.note ?? '') !== (now.note ?? ''))
      .map(({ id, was, now }) => ({ id, ...change(was.note || undefined, now.note || undefined) })),
  };
}

function change<T>(from: T | undefined, to: T | undefined): Change<T> {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function dueOf({ start }: SharedPath, { due }: PathLesson): Due | undefined {
  if (due === undefined) return undefined;
  const day = start === undefined ? undefined : addDays(start, due);
  return day === undefined ? { after: due } : { day };
}

function isSameDue(a: Due | undefined, b: Due | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Indices of a longest rising subsequence of distinct numbers (patience sorting). */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((n, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < n) low = middle + 1;
      else high = middle;
    }
    before[i] = tails[low - 1];
    tails[low] = i;
  });
  const stay = new Set<number>();
  for (let i = tails.at(-1); i !== undefined; i = before[i]) stay.add(i);
  return stay;
}
