/** How much work a draft is, and how much of it its dates ask for in a week. */
import type { PathLesson } from '@/lib/share/path-code';
import { cumulative } from './draft-dates';

export type DraftWork = {
  /** Of the lessons this build knows. */
  readonly minutes: number;
  /** Lessons whose minutes it does not know. */
  readonly unknown: number;
  readonly dated: number;
  /** Days from the start to the last due date. */
  readonly days: number | undefined;
  /** Minutes a week that meet every date; the lesson by which they are needed. */
  readonly needed: { readonly weekMinutes: number; readonly id: number } | undefined;
};

export function workOf(lessons: readonly PathLesson[], minutes: Readonly<Record<number, number>>): DraftWork {
  const dues = lessons.flatMap(({ due }) => due ?? []);
  return {
    minutes: lessons.reduce((sum, { id }) => sum + (minutes[id] ?? 0), 0),
    unknown: lessons.filter(({ id }) => minutes[id] === undefined).length,
    dated: dues.length,
    days: dues.length > 0 ? Math.max(...dues) : undefined,
    needed: neededPace(lessons, minutes),
  };
}

/** By a date all lessons up to the last one that is due by then are done. What is due on the first day has that day. */
function neededPace(lessons: readonly PathLesson[], minutes: Readonly<Record<number, number>>): DraftWork['needed'] {
  const sums = cumulative(lessons, minutes);
  let worst: DraftWork['needed'];
  for (const { due } of lessons) {
    if (due === undefined) continue;
    const last = lessons.findLastIndex((lesson) => lesson.due !== undefined && lesson.due <= due);
    const weekMinutes = ((sums[last] ?? 0) / Math.max(1, due)) * 7;
    if (weekMinutes > (worst?.weekMinutes ?? 0)) worst = { weekMinutes, id: lessons[last]?.id ?? 0 };
  }
  return worst;
}
