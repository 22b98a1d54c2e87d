/** Adopted paths in the progress records: written as they were shared, checked again when read, for any tab or file can have written them. */
import { findValue, type Records } from '@/lib/progress/records';
import { encodePath, type PathLesson, type SharedPath } from './path-code';

export function findPath(records: Records, id: string): SharedPath | undefined {
  return readStoredPath(findValue(records, 'paths', id));
}

/** A path when the value is one, with fields of later versions left aside. */
export function readStoredPath(value: unknown): SharedPath | undefined {
  if (!isObject(value) || !Array.isArray(value.lessons)) return undefined;
  const { id, version, title, mentor, start } = value;
  if (typeof id !== 'string' || typeof version !== 'number' || typeof title !== 'string') return undefined;
  if (!isOptional(mentor, 'string') || !isOptional(start, 'string')) return undefined;
  const lessons = value.lessons.map(readLesson);
  if (!lessons.every((lesson) => lesson !== undefined)) return undefined;
  const path: SharedPath = {
    id,
    version,
    title,
    ...(mentor === undefined ? {} : { mentor: mentor as string }),
    ...(start === undefined ? {} : { start: start as string }),
    lessons,
  };
  return encodePath(path).ok ? path : undefined;
}

function readLesson(value: unknown): PathLesson | undefined {
  if (!isObject(value) || typeof value.id !== 'number') return undefined;
  const { id, due, note } = value;
  if (!isOptional(due, 'number') || !isOptional(note, 'string')) return undefined;
  return {
    id,
    ...(due === undefined ? {} : { due: due as number }),
    ...(note === undefined ? {} : { note: note as string }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptional(value: unknown, type: 'string' | 'number'): boolean {
  return value === undefined || typeof value === type;
}
