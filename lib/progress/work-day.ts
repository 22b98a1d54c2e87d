/**
 * The calendar day on which something was learnt, noted while the learner's clock and calendar are at hand: the time of a record,
 * read later in another time zone, may fall on the day before or after.
 */
import { localDay } from '@/lib/local-day';
import { findValue, type Json, type Records } from './records';
import type { Change } from './store';

/** The change that notes today, if any of the changes is work and today is not noted yet. */
export function noteWorkDay(current: Records, changes: readonly Change[], now: number): readonly Change[] {
  if (!changes.some(isWork)) return [];
  const key = localDay(now);
  return findValue(current, 'days', key) ? [] : [{ collection: 'days', key, value: true }];
}

/** Taking back, skipping and choosing are not work. */
export function isWork({ collection, value }: { readonly collection: string; readonly value: Json }): boolean {
  if (collection === 'lessons') return isStatusOfWork((value as { readonly status?: Json } | null)?.status);
  return value !== null && ['checks', 'code', 'runs', 'goals', 'notes', 'milestones', 'evidence'].includes(collection);
}

const isStatusOfWork = (status: Json | undefined) => status === 'doing' || status === 'done';
