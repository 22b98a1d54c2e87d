/** Due dates of a draft, all at once: in days after the start, so that a path can be dated before its start is known. */
import { dayNumber } from '@/lib/share/day';
import { shareLimits } from '@/lib/share/limits';
import type { PathLesson } from '@/lib/share/path-code';

type Lessons = readonly PathLesson[];

export type SpreadPlan = {
  /** Minutes of work a week. */
  readonly weekMinutes: number;
  /** Minutes of each lesson this build knows; others take the mean of those. */
  readonly minutes: Readonly<Record<number, number>>;
};

/** Used where not one lesson's minutes are known. */
const usualMinutes = 45;

export function spreadWeeks(lessons: Lessons, { weekMinutes, minutes }: SpreadPlan): number {
  const total = cumulative(lessons, minutes).at(-1) ?? 0;
  const most = Math.floor(shareLimits.dueDays / 7);
  return Math.min(most, Math.max(lessons.length > 0 ? 1 : 0, Math.ceil(total / Math.max(1, weekMinutes))));
}

/**
 * A due date at the end of every week, on the weekday of the start: as few weeks as the pace allows, each with about the same
 * work. A lesson that lies across the end of a week is due with the later one, so no date asks for more than the pace.
 */
export function spreadDates(lessons: Lessons, plan: SpreadPlan): Lessons {
  const weeks = spreadWeeks(lessons, plan);
  const sums = cumulative(lessons, plan.minutes);
  const total = sums.at(-1) ?? 0;
  return lessons.map((lesson, i) => {
    // The small step back keeps a sum that is a whole week but for rounding in that week.
    const week = Math.ceil(((sums[i] ?? 0) * weeks) / total - 1e-9);
    return { ...lesson, due: 7 * Math.min(weeks, Math.max(1, week)) };
  });
}

/** All dates by the same number of days; as far as the first one stays on the start and the last within the limit. */
export function shiftDates(lessons: Lessons, days: number): Lessons {
  const dues = lessons.flatMap(({ due }) => due ?? []);
  if (dues.length === 0 || !Number.isFinite(days)) return lessons;
  const step = Math.min(shareLimits.dueDays - Math.max(...dues), Math.max(-Math.min(...dues), Math.round(days)));
  return lessons.map((lesson) => (lesson.due === undefined ? lesson : { ...lesson, due: lesson.due + step }));
}

/** The same dates, handed out again from first to last: for an order that was changed after it was dated. */
export function sortDates(lessons: Lessons): Lessons {
  const dues = lessons.flatMap(({ due }) => due ?? []).sort((a, b) => a - b);
  let next = 0;
  return lessons.map((lesson) => (lesson.due === undefined ? lesson : { ...lesson, due: dues[next++] ?? lesson.due }));
}

export function clearDates(lessons: Lessons): Lessons {
  return lessons.map(({ due: _, ...lesson }) => lesson);
}

/** Lessons due before one that stands above them. */
export function outOfOrder(lessons: Lessons): readonly number[] {
  let latest = -1;
  return lessons.flatMap(({ id, due }) => {
    if (due === undefined) return [];
    const isEarly = due < latest;
    latest = Math.max(latest, due);
    return isEarly ? [id] : [];
  });
}

export type DueReading =
  | { readonly ok: true; readonly due: number }
  | { readonly ok: false; readonly why: 'not-a-date' | 'before-start' | 'too-late' };

/** A date typed for a lesson, as days after the start. */
export function dueOnDay(start: string, day: string): DueReading {
  const [from, to] = [dayNumber(start), dayNumber(day)];
  if (from === undefined || to === undefined) return { ok: false, why: 'not-a-date' };
  if (to < from) return { ok: false, why: 'before-start' };
  return to - from > shareLimits.dueDays ? { ok: false, why: 'too-late' } : { ok: true, due: to - from };
}

/** Minutes of work that lie behind the learner after each lesson. */
export function cumulative(lessons: Lessons, minutes: Readonly<Record<number, number>>): readonly number[] {
  const known = lessons.flatMap(({ id }) => minutes[id] ?? []);
  const mean = known.length > 0 ? known.reduce((sum, n) => sum + n, 0) / known.length : usualMinutes;
  let sum = 0;
  return lessons.map(({ id }) => {
    sum += minutes[id] ?? mean;
    return sum;
  });
}
