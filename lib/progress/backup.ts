/**
 * When to ask, gently, for a backup: once there is something to lose. Safari deletes what a site stored after seven days of
 * use without a visit, and a browser's data is easily cleared.
 */
import { findValue, listKeys, type Records } from './records';

export const backupPreference = 'last-backup';

const firstAskedAfter = 2;
const askedAgainAfter = 14 * 24 * 60 * 60 * 1000;

/** Time of the last exported file on any device, as far as known. */
export function lastBackup(records: Records): number | undefined {
  const value = findValue(records, 'prefs', backupPreference);
  return typeof value === 'number' && value >= 0 && value <= 8.64e15 ? value : undefined;
}

/** Two completed lessons without a backup, or a lesson completed since a backup that is two weeks old. */
export function isBackupDue(records: Records, now: number): boolean {
  const done = listKeys(records, 'lessons').filter((id) => findValue(records, 'lessons', id)?.status === 'done');
  const last = lastBackup(records);
  if (last === undefined) return done.length >= firstAskedAfter;
  return now - last >= askedAgainAfter && done.some((id) => (records.lessons?.[id]?.t ?? 0) > last);
}

/** Preference: when the learner last closed the reminder, on whichever device. */
export const reminderPreference = 'backup-reminded';

/**
 * Whether to remind wherever the learner is: a backup is due, and the last reminder is two weeks past. One that was closed a
 * little after `now` counts too, for a page asks with the time it was opened; one further ahead is of a clock that was wrong.
 */
export function isReminderDue(records: Records, now: number): boolean {
  const last = findValue(records, 'prefs', reminderPreference);
  const isRecent = typeof last === 'number' && Math.abs(now - last) < askedAgainAfter;
  return !isRecent && isBackupDue(records, now);
}

/**
 * Whether this browser deletes what a site stored after seven days of use without a visit: WebKit's rule (Intelligent Tracking
 * Prevention, since 2020), so Safari and every browser on iOS and iPadOS. They alone name Apple as their vendor; the user agent
 * of Chrome says Safari too. Installed on the home screen or in the Dock, a site keeps a clock of its own and is spared.
 */
export function forgetsUnvisited(vendor: string, isInstalled: boolean): boolean {
  return vendor.startsWith('Apple') && !isInstalled;
}
