/**
 * Starting over. A reset deletes what was done (status, answers, code, results, goals, steps of a milestone), never what the
 * learner wrote for themselves: notes, evidence, bookmarks, paths and preferences stay. Erasing takes everything. Both are deletions by record, so
 * they reach other tabs and devices and can be undone.
 */
import type { Records } from './records';
import type { Change, Progress } from './store';

export type ResetLesson = { readonly id: number; readonly labs: readonly string[] };

const work = ['lessons', 'checks', 'code', 'runs', 'goals', 'cards', 'milestones', 'placement'];
const workOfLesson = ['lessons', 'checks', 'code', 'runs'];

export function resetLesson(progress: Progress, lesson: ResetLesson): void {
  progress.write((current) => lessonChanges(current, [lesson]), { act: 'reset-lesson', lesson: lesson.id });
}

export function resetStage(progress: Progress, stage: string, lessons: readonly ResetLesson[]): void {
  progress.write((current) => [...lessonChanges(current, lessons), ...stageChanges(current, stage)], {
    act: 'reset-stage',
    stage,
  });
}

export function resetAll(progress: Progress): void {
  progress.write((current) => deletions(current, (collection) => work.includes(collection)), { act: 'reset-all' });
}

export function eraseAll(progress: Progress): void {
  progress.write((current) => deletions(current, () => true), { act: 'erase' });
}

/** Whether there is anything a reset of this lesson would delete. */
export function hasWork(records: Records, lesson: ResetLesson): boolean {
  return lessonChanges(records, [lesson]).length > 0;
}

function lessonChanges(records: Records, lessons: readonly ResetLesson[]): readonly Change[] {
  const ids = new Set(lessons.map(({ id }) => String(id)));
  const labs = new Set(lessons.flatMap((lesson) => lesson.labs));
  return deletions(records, (collection, key) =>
    collection === 'goals' ? labs.has(key) : workOfLesson.includes(collection) && ids.has(key.split('/', 1)[0] ?? ''),
  );
}

function stageChanges(records: Records, stage: string): readonly Change[] {
  return deletions(
    records,
    (collection, key) =>
      (collection === 'placement' && key === stage) || (collection === 'milestones' && key.startsWith(`${stage}/`)),
  );
}

function deletions(records: Records, doomed: (collection: string, key: string) => boolean): readonly Change[] {
  return Object.entries(records).flatMap(([collection, entries]) =>
    Object.entries(entries)
      .filter(([key, { v }]) => v !== null && doomed(collection, key))
      .map(([key]) => ({ collection, key, value: null })),
  );
}
