/** How long a stage takes at a steady pace: minutes of its lessons and its milestone, spread over the days of a week. */
import type { Pace } from './pace';

/** Said before anything is known of the learner: little, the usual, much. */
export const paceExamples: readonly Pace[] = [
  { minutes: 20, days: 5 },
  { minutes: 30, days: 5 },
  { minutes: 60, days: 5 },
];

/** Whole weeks, at least one where there is anything to do. */
export function weeksAt(minutes: number, pace: Pace): number {
  return Math.ceil(Math.max(0, minutes) / (pace.minutes * pace.days));
}

/** What is left of a milestone, if its steps are equally long. */
export function milestoneMinutesLeft(minutes: number, done: number, steps: number): number {
  return steps === 0 ? 0 : Math.round((minutes * (steps - Math.min(done, steps))) / steps);
}
