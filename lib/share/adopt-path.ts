/** Puts a path that was opened from a link among the learner's own. The only write of the whole share feature. */
import type { JsonObject } from '@/lib/progress/records';
import type { Progress } from '@/lib/progress/store';
import type { SharedPath } from './path-code';
import { diffPaths } from './path-diff';
import { findPath } from './stored-path';

/** `notKept`: in memory only, since the browser's storage is blocked, full or of a newer version. */
export type AdoptOutcome = 'added' | 'notKept' | 'tooLarge' | 'unchanged';

/** Decides on the latest records, so that a later version that another tab has just added is not replaced. */
export function adoptPath(progress: Progress, path: SharedPath): AdoptOutcome {
  let isChange = false;
  const isWritten = progress.write((current) => {
    const { relation } = diffPaths(findPath(current, path.id), path);
    isChange = relation === 'new' || relation === 'newer';
    return isChange ? [{ collection: 'paths', key: path.id, value: toJson(path) }] : [];
  });
  if (!isWritten) return 'tooLarge';
  if (!isChange) return 'unchanged';
  return progress.getState().health === 'saved' ? 'added' : 'notKept';
}

function toJson(path: SharedPath): JsonObject {
  return JSON.parse(JSON.stringify(path)) as JsonObject;
}
