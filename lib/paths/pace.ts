/**
 * How fast the learner goes, and when a path will be finished at that speed. Minutes are those that lessons say they take; what is
 * measured is lessons completed, not time on a page.
 *
 * Measured over the last eight blocks of seven days that end today. A block counts as active when something was learnt in it;
 *
 *   typical = median, over the active blocks, of the minutes of the lessons completed in them
 *   overall = the same minutes ÷ all blocks since the first active one, quiet ones included
 *
 * and neither is believed before two active blocks and three completed lessons. With the plan of `minutes × days` a week:
 *
 *   fast = max(plan, typical)                  slow = min(plan, overall, fast ÷ 1.25)
 *   without a measured pace: fast = plan       slow = plan ÷ 1.5
 *
 * and the window is today + ⌈7 · minutes left ÷ rate⌉ − 1 days, for the fast and the slow rate; today's work counts. The divisors
 * keep the window from claiming a day where nobody could know one.
 */
import { findValue, type JsonObject, type Records } from '@/lib/progress/records';
import { lessonStatus } from '@/lib/progress/selectors';
import type { Progress } from '@/lib/progress/store';
import { type Activity, dayFinder } from './activity';

export type Pace = { readonly minutes: number; readonly days: number };
export type TimedLesson = { readonly id: number; readonly minutes: number };

/** Minutes of lessons a week. */
export type MeasuredPace = { readonly typical: number; readonly overall: number; readonly daysAWeek: number };

export const pacePreference = 'pace';
export const paceLimits = { minutes: { min: 5, max: 480 }, days: { min: 1, max: 7 } } as const;
const usualPace: Pace = { minutes: 30, days: 5 };

const blocks = 8;
const enough = { blocks: 2, lessons: 3 };

export function measurePace(
  records: Records,
  lessons: readonly TimedLesson[],
  { activity, today }: { readonly activity: Activity; readonly today: number },
): MeasuredPace | undefined {
  const dayAt = dayFinder(records);
  const minutes = Array.from({ length: blocks }, () => 0);
  const days = Array.from({ length: blocks }, () => 0);
  const blockOf = (day: number) => Math.floor((today - day) / 7);
  let completed = 0;
  for (const lesson of lessons) {
    if (lessonStatus(records, lesson.id) !== 'done') continue;
    const day = dayAt(records.lessons?.[lesson.id]?.t ?? Number.NaN);
    const block = day === undefined ? -1 : blockOf(day);
    if (minutes[block] === undefined) continue;
    minutes[block] += lesson.minutes;
    completed++;
  }
  for (const day of activity.keys()) {
    const block = blockOf(day);
    if (days[block] !== undefined) days[block]++;
  }
  const active = days.flatMap((count, block) => (count > 0 ? [block] : []));
  if (active.length < enough.blocks || completed < enough.lessons) return undefined;
  const typical = median(active.map((block) => minutes[block] ?? 0));
  const overall = minutes.reduce((sum, each) => sum + each, 0) / (Math.max(...active) + 1);
  return typical > 0 ? { typical, overall, daysAWeek: median(active.map((block) => days[block] ?? 0)) } : undefined;
}

/** What the learner chose; undefined when nothing, or nothing that makes sense. */
export function chosenPace(records: Records): Pace | undefined {
  const value = findValue(records, 'prefs', pacePreference);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { minutes, days } = value as JsonObject;
  return isWithin(minutes, paceLimits.minutes) && isWithin(days, paceLimits.days) ? { minutes, days } : undefined;
}

/** Null goes back to the default. */
export function choosePace(progress: Progress, pace: Pace | null): void {
  progress.write(() => [{ collection: 'prefs', key: pacePreference, value: pace }]);
}

/** The learner's own pace in round numbers, once it is known; until then half an hour on five days. */
export function defaultPace(measured: MeasuredPace | undefined): Pace {
  if (!measured) return usualPace;
  const days = clamp(Math.round(measured.daysAWeek), paceLimits.days);
  return { days, minutes: clamp(5 * Math.round(measured.typical / days / 5), paceLimits.minutes) };
}

export type FinishWindow = { readonly earliest: number; readonly latest: number };

/** Day numbers. `left`: minutes of the lessons still open; undefined when there are none. */
export function finishWindow(
  left: number,
  plan: Pace,
  { measured, today }: { readonly measured: MeasuredPace | undefined; readonly today: number },
): FinishWindow | undefined {
  if (left <= 0) return undefined;
  const planned = plan.minutes * plan.days;
  const fast = Math.max(planned, measured?.typical ?? 0);
  const slow = measured ? Math.min(planned, measured.overall, fast / 1.25) : planned / 1.5;
  const dayAt = (rate: number) => today + Math.ceil((7 * left) / rate) - 1;
  return { earliest: dayAt(fast), latest: dayAt(slow) };
}

export function minutesLeft(records: Records, lessons: readonly TimedLesson[]): number {
  const isOpen = (id: number) => !['done', 'skipped'].includes(lessonStatus(records, id));
  return lessons.reduce((sum, { id, minutes }) => sum + (isOpen(id) ? minutes : 0), 0);
}

/** Minutes of the lessons completed on a day. */
export function minutesOn(records: Records, lessons: readonly TimedLesson[], day: number): number {
  const dayAt = dayFinder(records);
  const isDoneThen = (id: number) =>
    lessonStatus(records, id) === 'done' && dayAt(records.lessons?.[id]?.t ?? Number.NaN) === day;
  return lessons.reduce((sum, { id, minutes }) => sum + (isDoneThen(id) ? minutes : 0), 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function isWithin(value: unknown, { min, max }: { readonly min: number; readonly max: number }): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function clamp(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(Math.max(value, min), max);
}
