/** The learner agrees: the chosen lessons are skipped as known, in one act that one press takes back. */
import type { Records } from '@/lib/progress/records';
import { lessonStatus } from '@/lib/progress/selectors';
import type { Progress } from '@/lib/progress/store';

/** A lesson that is done or skipped already keeps what the learner said of it. */
export function canSkip(records: Records, lesson: number): boolean {
  const status = lessonStatus(records, lesson);
  return status === 'todo' || status === 'doing';
}

export function skipKnown(progress: Progress, stage: string, lessons: readonly number[]): void {
  progress.write(
    (current) =>
      lessons
        .filter((lesson) => canSkip(current, lesson))
        .map((lesson) => ({ collection: 'lessons', key: lesson, value: { status: 'skipped', reason: 'known' } })),
    { act: 'placement', stage },
  );
}
