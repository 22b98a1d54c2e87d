/** Which draft the editor shows: what the address asks for, else what was left unfinished last, else none yet. */
import type { Records } from '@/lib/progress/records';
import { copyOf, type Draft, editOf, newDraft } from './draft';
import type { DraftAddress } from './draft-address';
import type { DraftRoad } from './draft-road';
import type { KeptDraft } from './draft-storage';
import { findOwnedPath, type OwnedPath } from './owned-paths';

export type DraftOrigin =
  | 'new'
  /** Left unfinished in this browser. */
  | 'kept'
  | 'edit'
  | 'copy'
  /** Asked to edit a path of somebody else: a copy instead. */
  | 'not-own';

export type Opening = {
  readonly draft: Draft;
  readonly origin: DraftOrigin;
  /** When the draft was kept last; see `keepDraft`. */
  readonly seen?: number;
};

export type OpeningSources = {
  readonly records: Records;
  /** Latest first. */
  readonly drafts: readonly KeptDraft[];
  readonly road: DraftRoad;
  /** For what becomes a path of its own. */
  readonly newId: string;
  readonly copyTitle: (title: string) => string;
};

/** Null for the choice of starting points; `missing` when the address names something that is not here. */
export function openDraft(address: DraftAddress | null, sources: OpeningSources): Opening | null | 'missing' {
  const { records, drafts, road, newId, copyTitle } = sources;
  if (address === null) return drafts[0] ? resume(drafts[0]) : null;
  const { kind, id } = address;
  if (kind === 'from') {
    const start = startingPoint(road, id);
    return start ? { draft: newDraft(newId, start), origin: 'new' } : 'missing';
  }
  const kept = kind === 'copy' ? undefined : drafts.find(({ draft }) => draft.id === id);
  if (kept) return resume(kept);
  const owned = findOwnedPath(records, id);
  // A draft that was emptied or discarded is nothing to complain of.
  if (!owned) return kind === 'draft' ? null : 'missing';
  if (kind !== 'copy' && owned.own) return { draft: editOf(owned.path), origin: 'edit' };
  return { ...openCopy(owned, newId, copyTitle), origin: kind === 'copy' ? 'copy' : 'not-own' };
}

/** A copy of a path in the list. Somebody else's name does not go under what is changed from here on. */
export function openCopy({ path, own }: OwnedPath, newId: string, copyTitle: (title: string) => string): Opening {
  const draft = copyOf(editOf(path), newId, copyTitle(path.title));
  return { draft: own ? draft : { ...draft, mentor: '' }, origin: 'copy' };
}

/** Title and lessons of the whole road, a stage or a career. */
export function startingPoint(road: DraftRoad, id: string): Pick<Draft, 'title' | 'lessons'> | undefined {
  const ids = (list: readonly { readonly id: number }[]) => list.map((lesson) => ({ id: lesson.id }));
  if (id === 'road') return { title: '', lessons: ids(road.lessons) };
  const stage = road.stages.find((each) => each.id === id);
  if (stage) return { title: stage.title, lessons: ids(road.lessons.filter((lesson) => lesson.stage === id)) };
  const career = road.careers.find((each) => each.id === id);
  return career && { title: career.name, lessons: career.lessons.map((lesson) => ({ id: lesson })) };
}

function resume({ draft, changed }: KeptDraft): Opening {
  return { draft, origin: 'kept', seen: changed };
}
