/**
 * Narrow windows on the progress store for components. On the server and while hydrating they show the empty state, which
 * is what the static page holds; the stored one follows in the same tick.
 */
'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import {
  type CollectionName,
  findValue,
  noRecords,
  type Records,
  type Status,
  type Values,
} from '@/lib/progress/records';
import { lessonStatus, type Tally, tallyLessons } from '@/lib/progress/selectors';
import type { ProgressState } from '@/lib/progress/store';
import { progress } from './progress-store';

/** `select` must return the same value for the same state: a primitive or a part of the state, never a new object. */
export function useProgress<T>(select: (state: ProgressState) => T): T {
  return useStore(progress, select);
}

/** The value under a key, or undefined when there is none. */
export function useRecord<C extends CollectionName>(collection: C, key: string | number): Values[C] | undefined {
  return useProgress(({ records }) => findValue(records, collection, key));
}

export function useLessonStatus(id: number): Status {
  return useProgress(({ records }) => lessonStatus(records, id));
}

/** The part of the records that says which lessons are done. It changes only when one of them does. */
export function useLessonRecords(): Records {
  const lessons = useProgress(({ records }) => records.lessons);
  return useMemo(() => (lessons ? { lessons } : noRecords), [lessons]);
}

export function useTally(ids: readonly number[]): Tally {
  const records = useLessonRecords();
  return useMemo(() => tallyLessons(records, ids), [records, ids]);
}

export function useStatuses(ids: readonly number[]): readonly Status[] {
  const records = useLessonRecords();
  return useMemo(() => ids.map((id) => lessonStatus(records, id)), [records, ids]);
}
