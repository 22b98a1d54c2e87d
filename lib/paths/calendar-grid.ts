/** The activity calendar as weeks from Monday to Sunday, the week of today last. What comes after today stays empty. */
import type { Activity } from './activity';
import { mondayOf } from './civil-day';

/** How full a day is drawn: nothing, a little, some, much. */
export type Level = 0 | 1 | 2 | 3;
export type CalendarDay = { readonly day: number; readonly results: number; readonly level: Level };
/** Seven places, Monday first; null is a day that has not come yet. */
export type CalendarWeek = { readonly monday: number; readonly days: readonly (CalendarDay | null)[] };

/** Results from which a day is drawn fuller. An average lesson leaves about eight: its checks, code, run and status. */
const steps = [1, 4, 9] as const;

export function levelOf(results: number): Level {
  return steps.filter((least) => results >= least).length as Level;
}

export function calendarOf(activity: Activity, today: number, weeks: number): readonly CalendarWeek[] {
  const first = mondayOf(today) - 7 * (weeks - 1);
  return Array.from({ length: weeks }, (_, week) => {
    const monday = first + 7 * week;
    const days = Array.from({ length: 7 }, (_, i) => {
      const day = monday + i;
      const results = activity.get(day) ?? 0;
      return day > today ? null : { day, results, level: levelOf(results) };
    });
    return { monday, days };
  });
}
