/** Which path is active: one, or the whole road. By itself, because a lesson page asks no more than this. */
import { findValue, type Records } from '@/lib/progress/records';

export const activePathPreference = 'active-path';

/** The chosen path's id; the path itself may have been removed since. */
export function activePathId(records: Records): string | undefined {
  const id = findValue(records, 'prefs', activePathPreference);
  return typeof id === 'string' ? id : undefined;
}
