/** What a learner's snapshots say about the lessons this build has: aliases resolved, what it does not know counted. */
import { dayNumber } from '@/lib/share/day';
import { findLesson, type ShareRoad } from '@/lib/share/road-view';
import type { LessonState, Snapshot } from '@/lib/share/snapshot-code';
import { type Learner, openKept, previousSnapshot } from './cohort';

/** Days in progress without being worked on before a lesson counts as stalled. */
export const stalledDays = 7;

export type Cell = {
  readonly state: LessonState;
  /** Day of the last work on it, `YYYY-MM-DD`, where the snapshot tells. */
  readonly day: string;
  /**
   * In progress, and the last work on it was `stalledDays` or more before the snapshot was taken. Without dates: it was in
   * progress in a snapshot that many days older, too.
   */
  readonly isStalled: boolean;
};

export type Standing = {
  readonly learner: Learner;
  /** By lesson id of this build. */
  readonly cells: ReadonlyMap<number, Cell>;
  /** States in the last snapshot of an earlier day; undefined when there is none. */
  readonly before: ReadonlyMap<number, Stated> | undefined;
  readonly beforeTaken: string;
  /** Lessons of the snapshot that only a newer version of the site has: they count in the percentage. */
  readonly unknown: number;
  /** Day of the last work on any lesson; empty when the snapshot has no dates. */
  readonly lastDay: string;
};

export function readStandings(road: ShareRoad, learners: readonly Learner[]): readonly Standing[] {
  const find = lessonFinder(road);
  return learners.map((learner) => readStanding(find, learner));
}

type FindLesson = (id: number) => number | undefined;

/** Looks up a lesson of a snapshot once, however many learners have it. Undefined: this build does not know it. */
function lessonFinder(road: ShareRoad): FindLesson {
  const found = new Map<number, number | undefined>(road.lessons.map(({ id }) => [id, id]));
  return (id) => {
    if (!found.has(id)) found.set(id, findLesson(road, id)?.id);
    return found.get(id);
  };
}

function readStanding(find: FindLesson, learner: Learner): Standing {
  const { newest } = learner;
  const previous = previousSnapshot(learner);
  const { lessons, unknown } = statesOf(find, newest);
  const longAgo = [...lessons.values()].some(isUndated) ? statesLongAgo(find, learner) : undefined;
  const cells = new Map<number, Cell>();
  for (const [id, { state, day }] of lessons) {
    const isStalled =
      state === 'doing' &&
      (day === '' ? longAgo?.get(id)?.state === 'doing' : daysBetween(day, newest.taken) >= stalledDays);
    cells.set(id, { state, day, isStalled });
  }
  return {
    learner,
    cells,
    before: previous && statesOf(find, previous).lessons,
    beforeTaken: previous?.taken ?? '',
    unknown,
    lastDay: newest.lessons.reduce((last, { changed = '' }) => (changed > last ? changed : last), ''),
  };
}

type Stated = { readonly state: LessonState; readonly day: string };

const isUndated = ({ state, day }: Stated): boolean => state === 'doing' && day === '';

function statesOf(find: FindLesson, snapshot: Snapshot) {
  const lessons = new Map<number, Stated>();
  let unknown = 0;
  for (const { id, state, changed = '' } of snapshot.lessons) {
    const lesson = find(id);
    if (lesson === undefined) {
      unknown += 1;
      continue;
    }
    const stated = { state, day: changed };
    const other = lessons.get(lesson);
    if (!other || isFurther(stated, other)) lessons.set(lesson, stated);
  }
  return { lessons, unknown };
}

const order: readonly LessonState[] = ['todo', 'skipped', 'doing', 'done'];

/** Two lessons that were merged into one: the later work counts, as in the learner's own records; without dates the further. */
function isFurther(a: Stated, b: Stated): boolean {
  return a.day === b.day ? order.indexOf(a.state) > order.indexOf(b.state) : a.day > b.day;
}

function statesLongAgo(find: FindLesson, { kept, newest }: Learner): ReadonlyMap<number, Stated> | undefined {
  const old = kept.find((each) => daysBetween(each.taken, newest.taken) >= stalledDays && openKept(each));
  const snapshot = old && openKept(old);
  return snapshot && statesOf(find, snapshot).lessons;
}

export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
}
