/** What the records show of one lesson's checks, exercise and labs. Counts only what the lesson holds today. */
import { findValue, type Records, type RunValue } from '@/lib/progress/records';
import type { MeLesson } from './me-data';

export type LessonEvidence = {
  readonly right: number;
  readonly run: RunValue | undefined;
  readonly passedAll: boolean;
  readonly metLabs: readonly string[];
};

export function lessonEvidence(
  records: Records,
  lesson: Pick<MeLesson, 'id' | 'checks' | 'labs' | 'exercise'>,
): LessonEvidence {
  const run = lesson.exercise ? findValue(records, 'runs', lesson.id) : undefined;
  return {
    right: lesson.checks.filter((check) => findValue(records, 'checks', `${lesson.id}/${check}`)?.correct === true)
      .length,
    run,
    passedAll: run !== undefined && run.total > 0 && run.passed === run.total,
    metLabs: lesson.labs.filter((lab) => findValue(records, 'goals', lab)),
  };
}
