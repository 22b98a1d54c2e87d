/** The learner agrees: the chosen lessons are skipped as known, in one act that one press takes back. */
import { findValue, type Records } from '@/lib/progress/records';
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

/** Those of `lessons` that are skipped as known. */
export function knownIn(records: Records, lessons: readonly number[]): readonly number[] {
  return lessons.filter((lesson) => {
    const value = findValue(records, 'lessons', lesson);
    return value?.status === 'skipped' && value.reason === 'known';
  });
}

/** The other way, also on a later day: what was just agreed to becomes what it was before, the rest is open again. */
export function takeBack(progress: Progress, stage: string, lessons: readonly number[]): void {
  for (let last = progress.getState().undo.at(-1); last; last = progress.getState().undo.at(-1)) {
    if (last.what.act !== 'placement' || last.what.stage !== stage) break;
    progress.undo();
  }
  progress.write((current) =>
    knownIn(current, lessons).map((lesson) => ({ collection: 'lessons', key: lesson, value: null })),
  );
}
