/** How the table was last looked at, kept with the cohort so that every Monday begins where the last one ended. */
import type { Entry } from '@/lib/progress/records';
import { type SortKey, sortKeys } from './table';

export type SavedView = {
  /** Id of a path, or of a stage; empty for none. They may be gone by now. */
  readonly path: string;
  readonly stage: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
};

export const plainView: SavedView = { path: '', stage: '', sort: 'name', isDescending: false };

/** Anything may have been stored: what is not understood is as if it had never been chosen. */
export function readView(entry: Entry | undefined): SavedView {
  const value = entry?.v;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return plainView;
  const { path, stage, sort, isDescending } = value as Readonly<Record<string, unknown>>;
  return {
    path: typeof path === 'string' ? path : '',
    stage: typeof stage === 'string' ? stage : '',
    sort: sortKeys.find((key) => key === sort) ?? plainView.sort,
    isDescending: isDescending === true,
  };
}

/** A column chosen anew begins with what one wants to see first: names from A, the least done, the longest silent. */
export function sortedBy(
  sort: SortKey,
  view: Pick<SavedView, 'sort' | 'isDescending'>,
): Pick<SavedView, 'sort' | 'isDescending'> {
  return { sort, isDescending: view.sort === sort ? !view.isDescending : false };
}
