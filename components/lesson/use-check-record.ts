/** The learner's stored answer to a check, and how to store one; the goal of a lab likewise. */
'use client';
import { useCallback } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useRecord } from '@/components/progress/use-progress';
import { answerCheck, meetGoal } from '@/lib/progress/actions';

export type StoredAnswer = { readonly answer: unknown; readonly correct: boolean | null };

/** `record` is `${lessonId}/${checkId}`. */
export function useCheckRecord(
  record: string,
): [StoredAnswer | null, (answer: number | readonly number[], correct: boolean) => void] {
  const stored = useRecord('checks', record) ?? null;
  const save = useCallback(
    (answer: number | readonly number[], correct: boolean) => {
      const slash = record.indexOf('/');
      answerCheck(progress, Number(record.slice(0, slash)), record.slice(slash + 1), { answer, correct });
    },
    [record],
  );
  return [stored, save];
}

/** `lesson` is the numeric id of the lesson the lab stands in, if it does. */
export function useMeetGoal(lab: string, lesson: number | undefined): () => void {
  return useCallback(() => meetGoal(progress, lab, lesson), [lab, lesson]);
}
