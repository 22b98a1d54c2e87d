/**
 * What today asks of a learner on their path, and nothing more: where to go on, what a mentor wants by when, how much of the day's
 * plan is left. A date that has passed is a fact, not a failure.
 */
import type { Records } from '@/lib/progress/records';
import { continueLesson, lessonStatus } from '@/lib/progress/selectors';
import { mondayOf, readDay } from './civil-day';
import { type Lens, lensIds } from './lens';
import { minutesOn } from './pace';
import type { Situation } from './situation';

export type DueLesson = { readonly id: number; readonly day: number };

export type Today = {
  /** Undefined when every lesson of the path is completed or skipped. */
  readonly next: number | undefined;
  readonly dueToday: readonly DueLesson[];
  /** After today, up to Sunday. */
  readonly dueThisWeek: readonly DueLesson[];
  /** The first date after this week, when there is nothing before it. */
  readonly dueNext: DueLesson | undefined;
  /** Open lessons whose date has passed. */
  readonly late: number;
  /** Minutes of the day's plan still open, by lessons completed today. */
  readonly minutesLeft: number;
  /** Days learnt since Monday, today included. */
  readonly daysThisWeek: number;
};

type Asked = Pick<Situation, 'records' | 'lessons' | 'activity' | 'pace' | 'today'>;

export function todayOn(lens: Lens, { records, lessons, activity, pace, today }: Asked): Today {
  const sunday = mondayOf(today) + 6;
  const due = dueLessons(records, lens);
  const dueToday = due.filter(({ day }) => day === today);
  const dueThisWeek = due.filter(({ day }) => day > today && day <= sunday);
  return {
    next: continueLesson(records, lensIds(lens)),
    dueToday,
    dueThisWeek,
    dueNext: dueToday.length + dueThisWeek.length > 0 ? undefined : due.find(({ day }) => day > sunday),
    late: due.filter(({ day }) => day < today).length,
    minutesLeft: Math.max(0, pace.minutes - minutesOn(records, lessons, today)),
    daysThisWeek: [...activity.keys()].filter((day) => day > sunday - 7 && day <= today).length,
  };
}

/** Open lessons with a date, earliest first; of one day in the path's order. */
function dueLessons(records: Records, lens: Lens): readonly DueLesson[] {
  return lens.lessons
    .flatMap(({ id, due }) => {
      const day = readDay(due);
      const status = lessonStatus(records, id);
      return day === undefined || status === 'done' || status === 'skipped' ? [] : [{ id, day }];
    })
    .sort((a, b) => a.day - b.day);
}
