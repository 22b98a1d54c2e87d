/**
 * The learner's paths: those adopted from a link or a career, and those made here. A path is a lens over the one progress, so
 * choosing, changing or removing one never touches what was learnt.
 *
 * Stored in the collection `paths` under the path's id, as the share feature writes it; `own: true` marks what was made in this
 * browser and may be edited, `adopted` is the day it was first added. At most one path is active: the preference `active-path`;
 * without it the whole road is.
 */
import { findValue, type JsonObject, listKeys, type Records } from '@/lib/progress/records';
import type { Progress } from '@/lib/progress/store';
import type { SharedPath } from '@/lib/share/path-code';
import { readStoredPath } from '@/lib/share/stored-path';
import { activePathId, activePathPreference } from './active-preference';
import { adoptedOn, noteAdoption } from './adoption';
import { readDay } from './civil-day';

export type OwnedPath = {
  readonly path: SharedPath;
  /** Made here: may be edited. */
  readonly own: boolean;
  /** The calendar day it was added; due dates of a path without a start count from it. */
  readonly adopted: string;
  /** When it was last written, milliseconds since the epoch. */
  readonly changed: number;
};

/** Every path that can be read, latest change first. */
export function listPaths(records: Records): readonly OwnedPath[] {
  return listKeys(records, 'paths')
    .flatMap((id) => findOwnedPath(records, id) ?? [])
    .sort((a, b) => b.changed - a.changed || (a.path.id < b.path.id ? -1 : 1));
}

export function findOwnedPath(records: Records, id: string): OwnedPath | undefined {
  const value = findValue(records, 'paths', id);
  const path = readStoredPath(value);
  if (path === undefined || path.id !== id) return undefined;
  const changed = records.paths?.[id]?.t ?? 0;
  return { path, own: value?.own === true, adopted: adoptedOn(records, id, changed), changed };
}

/** The active path; undefined stands for the whole road, also when the chosen one was removed or cannot be read. */
export function activePath(records: Records): OwnedPath | undefined {
  const id = activePathId(records);
  return id === undefined ? undefined : findOwnedPath(records, id);
}

/** Null goes back to the whole road. */
export function chooseActive(progress: Progress, id: string | null): void {
  progress.write(() => [{ collection: 'prefs', key: activePathPreference, value: id }]);
}

/** Writes a path made here. False when it is too large to be kept. */
export function saveOwnPath(progress: Progress, path: SharedPath): boolean {
  return progress.write((current, time) => [
    {
      collection: 'paths',
      key: path.id,
      value: { ...toJson(path), ...noteAdoption(current, path.id, time), own: true },
    },
  ]);
}

/** Moves the day from which a path without a start counts its dates. */
export function setAdopted(progress: Progress, id: string, day: string): void {
  progress.write((current) => {
    const value = findValue(current, 'paths', id);
    const isKnown = value !== undefined && readDay(day) !== undefined;
    return isKnown ? [{ collection: 'paths', key: id, value: { ...value, adopted: day } }] : [];
  });
}

/** Takes a path out of the list; can be undone like every destructive act. */
export function removePath(progress: Progress, id: string): void {
  progress.write(
    (current) => [
      { collection: 'paths', key: id, value: null },
      ...(activePathId(current) === id ? [{ collection: 'prefs', key: activePathPreference, value: null }] : []),
    ],
    { act: 'remove-path' },
  );
}

function toJson(path: SharedPath): JsonObject {
  return JSON.parse(JSON.stringify(path)) as JsonObject;
}
