/**
 * On which days the learner learnt, and how much, from the records alone.
 *
 * The collection `days` says on which days; it is written with the work, so no change of time zone moves a day. How much is the
 * number of results whose latest change falls on the day. A result belongs to the noted day that began last before it, among the
 * two or three days that its instant can be anywhere on earth (UTC−12 … UTC+14); with no such note, as in records of before
 * `days` existed, to the day it is in the reader's present zone.
 */
import { localDay } from '@/lib/local-day';
import { listKeys, type Records } from '@/lib/progress/records';
import { isWork } from '@/lib/progress/work-day';
import { readDay } from './civil-day';

/** Day number → results of that day; at least 1. */
export type Activity = ReadonlyMap<number, number>;

const collections = ['lessons', 'checks', 'code', 'runs', 'goals', 'notes', 'milestones', 'evidence'] as const;

export function activityOf(records: Records): Activity {
  const found = new Map<number, Set<string>>();
  const dayAt = dayFinder(records);
  for (const collection of collections) {
    for (const key of listKeys(records, collection)) {
      const entry = records[collection]?.[key];
      const day = entry && isWork({ collection, value: entry.v }) ? dayAt(entry.t) : undefined;
      if (day === undefined || !entry) continue;
      // A renamed lesson has the same record under both numbers.
      const result = `${collection}${key.replace(/^\d+/, '')} ${entry.t}`;
      found.set(day, (found.get(day) ?? new Set()).add(result));
    }
  }
  const counts = new Map([...found].map(([day, results]) => [day, results.size]));
  for (const { day } of notedDays(records)) if (!counts.has(day)) counts.set(day, 1);
  return counts;
}

/** The day to which work done at an instant belongs; undefined for a time that no calendar has. */
export function dayFinder(records: Records): (time: number) => number | undefined {
  const noted = new Map(notedDays(records).map(({ day, time }) => [day, time]));
  return (time) => {
    let best: { readonly day: number; readonly time: number } | undefined;
    const [first, last] = [utcDay(time - 12 * hour), utcDay(time + 14 * hour)];
    for (let day = first ?? 0; day <= (last ?? -1); day++) {
      const since = noted.get(day);
      if (since !== undefined && since <= time && since >= (best?.time ?? 0)) best = { day, time: since };
    }
    return best?.day ?? readDay(localDay(time));
  };
}

const hour = 3_600_000;

function utcDay(time: number): number | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : readDay(date.toISOString().slice(0, 10));
}

function notedDays(records: Records): readonly { readonly day: number; readonly time: number }[] {
  return listKeys(records, 'days').flatMap((key) => {
    const day = readDay(key);
    return day === undefined ? [] : [{ day, time: records.days?.[key]?.t ?? 0 }];
  });
}
