/** Saving a draft to the list of paths: what it would become, what stands in the way, and what came of it. */
'use client';
import { useMemo, useState } from 'react';
import { progress } from '@/components/progress/progress-store';
import { useProgress } from '@/components/progress/use-progress';
import { type Draft, type DraftProblem, editOf, hasChanged, isSameContent, problemOf, toPath } from '@/lib/paths/draft';
import { findOwnedPath, saveOwnPath } from '@/lib/paths/owned-paths';
import type { SharedPath } from '@/lib/share/path-code';

export type Saving = {
  /** What saving and sharing hand out now. */
  readonly path: SharedPath;
  readonly problem: DraftProblem | null;
  /** Whether it differs from what is saved. */
  readonly isOpen: boolean;
  /** The same path, saved by another tab or device since this draft began. */
  readonly elsewhere: SharedPath | undefined;
  readonly outcome: 'none' | 'saved' | 'too-large' | 'only-memory';
  /** True when the path is in the list afterwards. `over`: the path it is to follow, when another than its base. */
  readonly save: (over?: SharedPath) => boolean;
};

export function useSave(draft: Draft, settle: (path: SharedPath) => void): Saving {
  const records = useProgress((state) => state.records);
  const [outcome, setOutcome] = useState<Saving['outcome']>('none');
  const stored = useMemo(() => findOwnedPath(records, draft.id)?.path, [records, draft.id]);
  const path = useMemo(() => toPath(draft), [draft]);
  const problem = useMemo(() => problemOf(draft), [draft]);
  const isOpen = draft.base === null || hasChanged(draft);
  const isElsewhere =
    stored !== undefined && !isSamePath(stored, path) && (draft.base === null || !isSamePath(stored, draft.base));

  function save(over?: SharedPath): boolean {
    const next = over ? toPath({ ...draft, base: over }) : path;
    if (problem !== null) return false;
    const isKept = saveOwnPath(progress, next);
    if (isKept) settle(next);
    const { health } = progress.getState();
    setOutcome(!isKept ? 'too-large' : health === 'saved' ? 'saved' : 'only-memory');
    return isKept;
  }
  return { path, problem, isOpen, elsewhere: isElsewhere ? stored : undefined, outcome, save };
}

function isSamePath(a: SharedPath, b: SharedPath): boolean {
  return a.version === b.version && isSameContent(editOf(a), editOf(b));
}
