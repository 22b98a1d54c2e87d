/** Windows on the cohort for components, as components/progress/use-progress is on progress. */
'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { type CohortDeed, type Learner, readCohort } from '@/lib/cohort/cohort';
import type { Records } from '@/lib/progress/records';
import type { ProgressState } from '@/lib/progress/store';
import { cohort } from './cohort-store';

/** `select` must return the same value for the same state: a primitive or a part of the state, never a new object. */
export function useCohort<T>(select: (state: ProgressState<CohortDeed>) => T): T {
  return useStore(cohort, select);
}

/** The part of the records that says who is there; it does not change with how the table is looked at. */
export function useCohortRecords(): Records {
  const snapshots = useCohort(({ records }) => records.snapshots);
  const learners = useCohort(({ records }) => records.learners);
  return useMemo(
    () => ({ ...(snapshots ? { snapshots } : {}), ...(learners ? { learners } : {}) }),
    [snapshots, learners],
  );
}

export function useLearners(): readonly Learner[] {
  const records = useCohortRecords();
  return useMemo(() => readCohort(records), [records]);
}
