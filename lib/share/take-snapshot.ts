/** A snapshot of the learner's records: the statuses of the lessons that count, and, only if asked for, days and a name. */
import { localDay } from '@/lib/local-day';
import type { Records } from '@/lib/progress/records';
import { lastTouched, lessonStatus } from '@/lib/progress/selectors';
import { dayNumber } from './day';
import type { PathRef } from './fields';
import { shareLimits } from './limits';
import type { Snapshot, SnapshotLesson } from './snapshot-code';

export type SnapshotOptions = {
  readonly now: Date;
  /** Empty for none. */
  readonly name: string;
  readonly withDates: boolean;
  readonly path?: PathRef;
};

export function takeSnapshot(
  records: Records,
  lessons: readonly number[],
  { now, name, withDates, path }: SnapshotOptions,
): Snapshot {
  const touched = withDates ? lastTouched(records) : new Map<number, number>();
  const shown = name.trim().slice(0, shareLimits.name);
  return {
    taken: localDay(now),
    ...(shown ? { name: shown } : {}),
    ...(path ? { path } : {}),
    lessons: lessons.map((id): SnapshotLesson => {
      const state = lessonStatus(records, id);
      const time = touched.get(id);
      const day = state === 'todo' || time === undefined ? undefined : localDay(time);
      // A clock that once stood at 1970 must not make the whole snapshot impossible.
      return day !== undefined && dayNumber(day) !== undefined ? { id, state, changed: day } : { id, state };
    }),
  };
}
