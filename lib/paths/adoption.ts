/**
 * The day a path was added, kept in the stored path: a later version replaces the path but not the day, and no change of time
 * zone moves it.
 */
import { localDay } from '@/lib/local-day';
import { findValue, type Records } from '@/lib/progress/records';
import { readDay } from './civil-day';

/** The stored day; of a path stored without one, the day it was last written. `time` stands in when there is no record. */
export function adoptedOn(records: Records, id: string, time: number): string {
  const day = findValue(records, 'paths', id)?.adopted;
  return typeof day === 'string' && readDay(day) !== undefined ? day : localDay(time);
}

/** The field to store with a path that is written at `time`: the day it has, or today. */
export function noteAdoption(records: Records, id: string, time: number): { readonly adopted: string } {
  const isThere = findValue(records, 'paths', id) !== undefined;
  return { adopted: adoptedOn(records, id, isThere ? (records.paths?.[id]?.t ?? time) : time) };
}
