/** What a path shows of the road: its lessons as this build knows them, in its order. The whole road is the widest lens. */
import { type Aliases, resolveLesson } from '@/lib/progress/aliases';
import type { SharedPath } from '@/lib/share/path-code';
import { shiftDay } from './civil-day';

export type LensLesson = {
  readonly id: number;
  /** Its number in the path as it was made, so that lessons not shown leave a gap. */
  readonly place: number;
  /** `YYYY-MM-DD`; only a mentor sets dates. */
  readonly due?: string;
  readonly note?: string;
};

export type Lens = {
  readonly lessons: readonly LensLesson[];
  /** Lessons that this build does not have: not written yet, or of a newer version. */
  readonly unknown: number;
};

export function wholeRoad(road: readonly number[]): Lens {
  return { lessons: road.map((id, i) => ({ id, place: i + 1 })), unknown: 0 };
}

/**
 * A retired lesson is shown as what took its place, once: at its first mention. Dates count from the path's start, and in a path
 * without one from the day it was adopted.
 */
export function lensOf(path: SharedPath, adopted: string, road: readonly number[], aliases: Aliases): Lens {
  const known = new Set(road);
  const shown = new Set<number>();
  const lessons: LensLesson[] = [];
  let unknown = 0;
  path.lessons.forEach(({ id, due, note }, i) => {
    const living = resolveLesson(id, aliases).filter((lesson) => known.has(lesson));
    if (living.length === 0) unknown++;
    const day = due === undefined ? undefined : shiftDay(path.start ?? adopted, due);
    for (const lesson of living) {
      if (shown.has(lesson)) continue;
      shown.add(lesson);
      lessons.push({ id: lesson, place: i + 1, ...(day ? { due: day } : {}), ...(note ? { note } : {}) });
    }
  });
  return { lessons, unknown };
}

export function lensIds({ lessons }: Lens): readonly number[] {
  return lessons.map(({ id }) => id);
}
