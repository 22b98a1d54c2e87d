/** Connects the exercise to the learner's records: code is kept as it is typed, a result is remembered. */
'use client';
import type { ReactNode } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useRecord } from '@/components/progress/use-progress';
import { Exercise } from '@/components/python/exercise';
import type { Locale } from '@/lib/i18n/locale';
import { recordRun, saveCode } from '@/lib/progress/actions';

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  readonly lessonId: number;
  readonly downloadBytes: number;
  /** The exercise as text, for whoever has no scripts or has not opened the editor. */
  readonly children: ReactNode;
};

export function ExerciseHost({ lessonId, ...props }: Props) {
  const code = useRecord('code', lessonId);
  const result = useRecord('runs', lessonId);
  return (
    <Exercise
      {...props}
      record={{
        code,
        result,
        onCode: (text) => saveCode(progress, lessonId, text),
        onResult: (run) => recordRun(progress, lessonId, run),
      }}
    />
  );
}
