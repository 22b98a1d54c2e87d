/**
 * What the records say, for every screen. There is one percentage in the product, `tally().percent`, and one notion of
 * the next lesson, `continueLesson`; cards, stages, map, share view and `me/` all ask here.
 */
import { findValue, type LessonValue, listKeys, type Records, type Status } from './records';

export function lessonState(records: Records, id: number): LessonValue {
  return findValue(records, 'lessons', id) ?? untouched;
}
const untouched: LessonValue = { status: 'todo' };

export function lessonStatus(records: Records, id: number): Status {
  return lessonState(records, id).status;
}

export type Tally = {
  readonly done: number;
  readonly doing: number;
  readonly skipped: number;
  readonly todo: number;
  /** Lessons that count: all but the skipped ones. */
  readonly counted: number;
  /** done / counted in whole percent: 100 only when all are done, at least 1 once one is; 0 when nothing counts. */
  readonly percent: number;
};

/** Takes statuses, not records, so that a shared snapshot is counted by the same rule. */
export function tally(statuses: Iterable<Status>): Tally {
  const count = { todo: 0, doing: 0, done: 0, skipped: 0 };
  for (const status of statuses) count[status]++;
  const counted = count.todo + count.doing + count.done;
  const percent = count.done === 0 ? 0 : Math.max(1, Math.floor((100 * count.done) / counted));
  return { ...count, counted, percent };
}

export function tallyLessons(records: Records, ids: readonly number[]): Tally {
  return tally(ids.map((id) => lessonStatus(records, id)));
}

/** The one percentage, of a stage or of the whole road. */
export function percent(records: Records, ids: readonly number[]): number {
  return tallyLessons(records, ids).percent;
}

/** When each lesson was last worked on: its status, checks, code, runs or note. Deletions do not count as work. */
export function lastTouched(records: Records): ReadonlyMap<number, number> {
  const touched = new Map<number, number>();
  for (const name of ['lessons', 'checks', 'code', 'runs', 'notes'] as const) {
    for (const key of listKeys(records, name)) {
      const id = Number.parseInt(key, 10);
      touched.set(id, Math.max(touched.get(id) ?? 0, records[name]?.[key]?.t ?? 0));
    }
  }
  return touched;
}

/**
 * Where to go on, for lessons in road order: the lesson in progress that was touched last; else the first open lesson
 * after the one completed last, so that whoever jumped ahead is not sent back to the start; else the first open one.
 * Undefined when none is open.
 */
export function continueLesson(records: Records, road: readonly number[]): number | undefined {
  const touched = lastTouched(records);
  const latest = (status: Status) =>
    road
      .filter((id) => lessonStatus(records, id) === status)
      .reduce<number | undefined>(
        (best, id) => (best !== undefined && (touched.get(best) ?? 0) >= (touched.get(id) ?? 0) ? best : id),
        undefined,
      );
  const doing = latest('doing');
  if (doing !== undefined) return doing;
  const isOpen = (id: number) => lessonStatus(records, id) === 'todo';
  const done = latest('done');
  const after = done === undefined ? 0 : road.indexOf(done) + 1;
  return road.slice(after).find(isOpen) ?? road.find(isOpen);
}
