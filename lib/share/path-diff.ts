/** What opening a path link would mean for the path the learner has under the same id. Decides; changes nothing. */
import type { PathLesson, SharedPath } from './path-code';

export type PathRelation =
  | 'new'
  /** The very path the learner has. */
  | 'same'
  /** A later version of it: may replace it after a look at the differences. */
  | 'newer'
  /** An earlier version: the learner's stays. */
  | 'older'
  /** Same id and version, other content, as when two people edited copies: the learner's stays. */
  | 'conflict';

export type PathDiff = {
  readonly relation: PathRelation;
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Fewest lessons that must move to turn one order into the other. */
  readonly moved: readonly number[];
  /** Lessons with another due date, all of them when the start moved. */
  readonly redated: readonly number[];
  readonly renoted: readonly number[];
};

export function diffPaths(mine: SharedPath | undefined, theirs: SharedPath): PathDiff {
  const before = new Map((mine?.lessons ?? []).map((lesson, i) => [lesson.id, { ...lesson, i }]));
  const after = new Set(theirs.lessons.map((lesson) => lesson.id));
  const kept = theirs.lessons.filter((lesson) => before.has(lesson.id));
  const stay = longestRising(kept.map((lesson) => before.get(lesson.id)?.i ?? 0));
  const restarted = mine?.start !== theirs.start;
  const ids = (lessons: readonly PathLesson[]) => lessons.map((lesson) => lesson.id);
  const diff = {
    added: ids(theirs.lessons.filter((lesson) => !before.has(lesson.id))),
    removed: ids((mine?.lessons ?? []).filter((lesson) => !after.has(lesson.id))),
    moved: ids(kept.filter((_, i) => !stay.has(i))),
    redated: ids(kept.filter(({ id, due }) => before.get(id)?.due !== due || (restarted && due !== undefined))),
    renoted: ids(kept.filter(({ id, note }) => before.get(id)?.note !== note)),
  };
  return {
    relation: relate(
      mine,
      theirs,
      Object.values(diff).every((list) => list.length === 0),
    ),
    ...diff,
  };
}

function relate(mine: SharedPath | undefined, theirs: SharedPath, sameLessons: boolean): PathRelation {
  if (mine === undefined) return 'new';
  if (theirs.version !== mine.version) return theirs.version > mine.version ? 'newer' : 'older';
  const sameHead = (['title', 'mentor', 'start'] as const).every((field) => mine[field] === theirs[field]);
  return sameLessons && sameHead ? 'same' : 'conflict';
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
