/** Recent places in this browser's storage. Where storage is blocked or full, the list is simply not kept. */
import { addRecent, formatRecent, parseRecent, type RecentPlace, recentKey } from '@/lib/search/recent';

export function readRecent(): readonly RecentPlace[] {
  try {
    return parseRecent(localStorage.getItem(recentKey));
  } catch {
    return [];
  }
}

export function rememberPlace(place: RecentPlace): void {
  try {
    localStorage.setItem(recentKey, formatRecent(addRecent(readRecent(), place)));
  } catch {
    // Not kept.
  }
}

export function forgetPlaces(): void {
  try {
    localStorage.removeItem(recentKey);
  } catch {
    // Nothing was kept.
  }
}
