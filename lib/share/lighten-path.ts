/** A path with less in it: what its mentor may choose not to hand on. The lessons and their order always stay. */
import type { SharedPath } from './path-code';

export type PathDetail = { readonly notes: boolean; readonly dates: boolean; readonly mentor: boolean };

export function lightenPath(path: SharedPath, { notes, dates, mentor }: PathDetail): SharedPath {
  return {
    id: path.id,
    version: path.version,
    title: path.title,
    ...(mentor && path.mentor !== undefined ? { mentor: path.mentor } : {}),
    ...(dates && path.start !== undefined ? { start: path.start } : {}),
    lessons: path.lessons.map(({ id, due, note }) => ({
      id,
      ...(dates && due !== undefined ? { due } : {}),
      ...(notes && note !== undefined ? { note } : {}),
    })),
  };
}

/** What there is to leave out. */
export function pathDetail(path: SharedPath): PathDetail {
  return {
    notes: path.lessons.some(({ note }) => note),
    dates: path.start !== undefined || path.lessons.some(({ due }) => due !== undefined),
    mentor: Boolean(path.mentor),
  };
}
