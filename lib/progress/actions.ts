/**
 * What a learner can do to their progress while learning. Resetting is in `reset.ts`, files are in `exchange.ts`:
 * a lesson page does not load them.
 */
import { findValue, type Json, type LessonValue, type Records, type RunValue, type Status } from './records';
import { lessonStatus } from './selectors';
import type { Change, Progress } from './store';

export function setStatus(progress: Progress, lesson: number, status: Status, reason?: string): void {
  const value: LessonValue = status === 'skipped' && reason ? { status, reason } : { status };
  progress.write(() => [{ collection: 'lessons', key: lesson, value }]);
  if (status === 'done') progress.askToKeep();
}

/** Counts the tries. `correct` is null for a prediction. */
export function answerCheck(
  progress: Progress,
  lesson: number,
  check: string,
  { answer, correct }: { readonly answer: Json; readonly correct: boolean | null },
): boolean {
  const key = `${lesson}/${check}`;
  return progress.write((current) => {
    const tries = (findValue(current, 'checks', key)?.tries ?? 0) + 1;
    return [{ collection: 'checks', key, value: { answer, correct, tries } }, ...begin(current, lesson)];
  });
}

/** Null goes back to the starter code. False when the text is too long to be kept. */
export function saveCode(progress: Progress, lesson: number, text: string | null): boolean {
  return progress.write((current) => [
    { collection: 'code', key: lesson, value: text },
    ...(text === null ? [] : begin(current, lesson)),
  ]);
}

export function recordRun(progress: Progress, lesson: number, { passed, total }: RunValue): void {
  progress.write((current) => [
    { collection: 'runs', key: lesson, value: { passed, total } },
    ...begin(current, lesson),
  ]);
}

/** A goal once met stays met, and keeps the day it was first met. */
export function meetGoal(progress: Progress, lab: string, lesson?: number): void {
  progress.write((current) => {
    if (findValue(current, 'goals', lab)) return [];
    const started = lesson === undefined ? [] : begin(current, lesson);
    return [{ collection: 'goals', key: lab, value: true }, ...started];
  });
}

/** False when the text is too long to be kept. */
export function setNote(progress: Progress, lesson: number, text: string): boolean {
  return progress.write(() => [{ collection: 'notes', key: lesson, value: text.trim() === '' ? null : text }]);
}

export function setPreference(progress: Progress, name: string, value: Json): void {
  progress.write(() => [{ collection: 'prefs', key: name, value }]);
}

/** The first piece of work puts an untouched lesson in progress; a status the learner chose stays. */
function begin(current: Records, lesson: number): readonly Change[] {
  if (lessonStatus(current, lesson) !== 'todo') return [];
  return [{ collection: 'lessons', key: lesson, value: { status: 'doing' } }];
}
