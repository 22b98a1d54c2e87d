/** Where the learner stands on a day, worked out once for every path that is shown, and what it means for one of them. */
import type { Records } from '@/lib/progress/records';
import { type Tally, tallyLessons } from '@/lib/progress/selectors';
import { type Activity, activityOf } from './activity';
import { type Lens, lensIds } from './lens';
import {
  chosenPace,
  defaultPace,
  type FinishWindow,
  finishWindow,
  type MeasuredPace,
  measurePace,
  minutesLeft,
  type Pace,
  type TimedLesson,
} from './pace';

export type Situation = {
  readonly records: Records;
  /** All lessons of the road: work on any of them is work. */
  readonly lessons: readonly TimedLesson[];
  readonly activity: Activity;
  readonly measured: MeasuredPace | undefined;
  /** The chosen one, else the default. */
  readonly pace: Pace;
  readonly isChosen: boolean;
  /** Day number. */
  readonly today: number;
};

export function situationOf(records: Records, lessons: readonly TimedLesson[], today: number): Situation {
  const activity = activityOf(records);
  const measured = measurePace(records, lessons, { activity, today });
  const chosen = chosenPace(records);
  const pace = chosen ?? defaultPace(measured);
  return { records, lessons, activity, measured, pace, isChosen: chosen !== undefined, today };
}

export type Outlook = {
  readonly tally: Tally;
  /** Minutes of the lessons still open. */
  readonly left: number;
  /** Undefined when nothing is open, or the day is not known. */
  readonly finish: FinishWindow | undefined;
};

export function outlookOn(lens: Lens, { records, lessons, pace, measured, today }: Situation): Outlook {
  const ids = new Set(lensIds(lens));
  const left = minutesLeft(
    records,
    lessons.filter(({ id }) => ids.has(id)),
  );
  return { tally: tallyLessons(records, [...ids]), left, finish: finishWindow(left, pace, { measured, today }) };
}
