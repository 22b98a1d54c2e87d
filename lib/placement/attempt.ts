/**
 * A placement test under way: the answers in the order they were given, one record a stage. The whole record is one value, so the
 * later of two attempts wins as a whole: half of one and half of another would place nobody.
 * What is stored may be old, damaged or hostile: the reader takes what it understands, and never more than a test can hold.
 */
import { findValue, type Json, type Records } from '@/lib/progress/records';
import type { Progress } from '@/lib/progress/store';
import { placementRules } from './assess';
import type { Answer } from './grade';

export type Given = { readonly id: string; readonly answer: Answer };
export type Attempt = readonly Given[];

/** Undefined when no test was begun. */
export function readAttempt(records: Records, stage: string): Attempt | undefined {
  const answers = findValue(records, 'placement', stage)?.answers;
  if (!Array.isArray(answers)) return undefined;
  // The last ones: should some be of questions that are gone, new answers push them out.
  const read = (answers as readonly Json[]).slice(-placementRules.most).flatMap(readGiven);
  // Of a question that stands twice the later answer counts.
  return read.filter(({ id }, i) => read.findLastIndex((other) => other.id === id) === i);
}

function readGiven(item: Json): readonly Given[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  const { id, answer } = item as { readonly id?: Json; readonly answer?: Json };
  const isAnswer = answer === null || (typeof answer === 'number' && Number.isFinite(answer));
  return typeof id === 'string' && isAnswer ? [{ id, answer }] : [];
}

export function beginAttempt(progress: Progress, stage: string): void {
  save(progress, stage, () => []);
}

export function giveAnswer(progress: Progress, stage: string, given: Given): void {
  save(progress, stage, (attempt) => [...attempt.filter(({ id }) => id !== given.id), given]);
}

/** Takes back the latest answer: its question comes again, for the next one follows from the answers alone. */
export function stepBack(progress: Progress, stage: string): void {
  save(progress, stage, (attempt) => attempt.slice(0, -1));
}

/** Deletes the answers; that can be undone. */
export function dropAttempt(progress: Progress, stage: string): void {
  progress.write(() => [{ collection: 'placement', key: stage, value: null }], { act: 'placement-restart', stage });
}

function save(progress: Progress, stage: string, change: (attempt: Attempt) => Attempt): void {
  progress.write((current) => {
    const answers = change(readAttempt(current, stage) ?? []).map(({ id, answer }) => ({ id, answer }));
    return [{ collection: 'placement', key: stage, value: { answers } }];
  });
}
