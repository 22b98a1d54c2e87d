/**
 * Taking back a destructive act: the records it wrote get their former values again, as new writes, so that undoing
 * travels to other tabs and devices like any change. A record that was changed since is left alone.
 */
import { holds } from './merge';
import { findEntry, type Records } from './records';
import type { Change } from './store';

/** What was done, for the words of the undo bar. `lesson` and `stage` name what it was done to. */
export type UndoWhat =
  | { readonly act: 'reset-lesson'; readonly lesson: number }
  | { readonly act: 'reset-stage' | 'placement' | 'placement-restart'; readonly stage: string }
  | { readonly act: 'reset-all' | 'erase' | 'import' | 'hand-over' | 'remove-path' | 'update-path' };

export type UndoStep<What = UndoWhat> = { readonly what: What; readonly before: Records; readonly added: Records };

export function revert(current: Records, { before, added }: UndoStep<unknown>): readonly Change[] {
  return Object.entries(added).flatMap(([collection, entries]) =>
    Object.entries(entries)
      .filter(([key, entry]) => holds(current, collection, key, entry) && !holds(before, collection, key, entry))
      .map(([key]) => ({ collection, key, value: findEntry(before, collection, key)?.v ?? null })),
  );
}
