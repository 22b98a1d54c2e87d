/**
 * What must be said about the learner's data, on every page: that it is not being saved, that something could not be read,
 * that a destructive act can be undone, that a backup is due. This is only the place where it is said; the words are loaded when there are any.
 * The bars float, so nothing moves.
 */
'use client';
import { useEffect } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { Aliases, StepAliases } from '@/lib/progress/aliases';
import { isReminderDue } from '@/lib/progress/backup';
import { findValue } from '@/lib/progress/records';
import type { ProgressState } from '@/lib/progress/store';
import { progress } from './progress-store';
import { useLazy } from './use-lazy';
import { useProgress } from './use-progress';

type Props = { readonly locale: Locale; readonly aliases: Aliases; readonly retiredSteps: StepAliases };

/** `aliases`, `retiredSteps`: what is retired, which reaches the store here because this stands in the layout. */
export function StorageNotice({ locale, aliases, retiredSteps }: Props) {
  const Notices = useLazy(useProgress(hasNews), loadNotices);
  useEffect(() => progress.adoptAliases(aliases, retiredSteps), [aliases, retiredSteps]);
  return (
    <div
      id="notices"
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-30 grid justify-items-center gap-2 p-3 print:hidden"
    >
      {Notices && <Notices locale={locale} />}
    </div>
  );
}

const loadNotices = () => import('./notices').then((module) => module.Notices);

function hasNews(state: ProgressState): boolean {
  return state.health !== 'saved' || state.undo.length > 0 || unseen(state) !== undefined || needsBackup(state);
}

/** Not the time of each look: what is asked of a store must be the same while the store is. A day more or less is no matter. */
const openedAt = Date.now();

export function needsBackup({ records }: ProgressState): boolean {
  return isReminderDue(records, openedAt);
}

/** Name of the latest unreadable text the learner was told of and has closed the notice for. */
export const seenPreference = 'unreadable-seen';

export function unseen({ unreadable, records }: ProgressState): string | undefined {
  const latest = unreadable.at(-1);
  const seen = findValue(records, 'prefs', seenPreference);
  return latest !== undefined && typeof seen === 'string' && seen >= latest ? undefined : latest;
}
