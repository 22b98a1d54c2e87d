/**
 * Puts a path that was opened from a link among the learner's own: the only writes of the share page. What the learner has under
 * the same id gives way to nothing but a fuller or later version of itself, and that can be undone.
 */
import { noteAdoption } from '@/lib/paths/adoption';
import { clamp } from '@/lib/paths/draft';
import { findOwnedPath, saveOwnPath } from '@/lib/paths/owned-paths';
import { findValue, type JsonObject, type Records } from '@/lib/progress/records';
import type { Progress } from '@/lib/progress/store';
import { shareLimits } from './limits';
import type { SharedPath } from './path-code';
import { diffPaths, mayReplace, type PathComparison } from './path-diff';

/** `notKept`: in memory only, since the browser's storage is blocked, full or of a newer version. */
export type AdoptOutcome = 'added' | 'updated' | 'copied' | 'notKept' | 'tooLarge' | 'unchanged';

export type Standing = PathComparison & {
  readonly mine?: SharedPath;
  /** Made here and may be edited here: a later version then comes from another device of the learner, or from somebody who knows the link. */
  readonly own: boolean;
};

/** How a path stands to what the learner has. Something under its id that cannot be read, as of a newer version, is in the way. */
export function standing(records: Records, path: SharedPath): Standing {
  const owned = findOwnedPath(records, path.id);
  if (owned) return { mine: owned.path, own: owned.own, ...diffPaths(owned.path, path) };
  const compared = diffPaths(undefined, path);
  return findValue(records, 'paths', path.id) === undefined
    ? { own: false, ...compared }
    : { own: false, ...compared, relation: 'conflict' };
}

/** Decides on the latest records, so that a later version that another tab has just added is not replaced. */
export function adoptPath(progress: Progress, path: SharedPath): AdoptOutcome {
  let outcome: AdoptOutcome = 'unchanged';
  const had = findValue(progress.getState().records, 'paths', path.id) !== undefined;
  const isWritten = progress.write(
    (current, time) => {
      const { relation, own } = standing(current, path);
      if (relation !== 'new' && !mayReplace(relation)) return [];
      outcome = relation === 'new' ? 'added' : 'updated';
      const value = { ...toJson(path), ...noteAdoption(current, path.id, time), ...(own ? { own } : {}) };
      return [{ collection: 'paths', key: path.id, value }];
    },
    had ? { act: 'update-path' } : undefined,
  );
  if (!isWritten) return 'tooLarge';
  return outcome === 'unchanged' ? outcome : kept(progress, outcome);
}

/** A path of the learner's own with the same content: nothing that comes later in a link can touch it. `id`: one that no path has. */
export function adoptCopy(
  progress: Progress,
  path: SharedPath,
  { id, title }: { readonly id: string; readonly title: string },
): AdoptOutcome {
  const copy = { ...path, id, version: 1, title: clamp(title, shareLimits.title) };
  return saveOwnPath(progress, copy) ? kept(progress, 'copied') : 'tooLarge';
}

function kept(progress: Progress, outcome: AdoptOutcome): AdoptOutcome {
  return progress.getState().health === 'saved' ? outcome : 'notKept';
}

function toJson(path: SharedPath): JsonObject {
  return JSON.parse(JSON.stringify(path)) as JsonObject;
}
