/**
 * The order of the active path, for Continue on the roadmap: ids and nothing else, so that the first screen does not load what
 * checks a whole path (owned-paths.ts). What makes no sense is left out, and without a path the whole road is meant.
 */
import { type Aliases, resolveLesson } from '@/lib/progress/aliases';
import { findValue, type Records } from '@/lib/progress/records';
import { continueLesson } from '@/lib/progress/selectors';
import { activePathId } from './active-preference';

/** Lessons of the active path in its order, those of `road` only. Empty when no path is active. */
export function activeOrder(records: Records, road: readonly number[], aliases: Aliases): readonly number[] {
  const id = activePathId(records);
  const lessons = id === undefined ? undefined : findValue(records, 'paths', id)?.lessons;
  if (!Array.isArray(lessons)) return [];
  const ids = lessons.flatMap((lesson) => resolveLesson(Number((lesson as { id?: unknown } | null)?.id), aliases));
  return [...new Set(ids)].filter((lesson) => road.includes(lesson));
}

/** Where to go on: in the active path while it has an open lesson, else on the road. `road`: every lesson, in road order. */
export function continueOn(records: Records, road: readonly number[], aliases: Aliases = {}): number | undefined {
  return continueLesson(records, activeOrder(records, road, aliases)) ?? continueLesson(records, road);
}
