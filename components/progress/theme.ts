/**
 * The chosen theme. The truth is the preference record, which travels with the progress; a copy under a key of its own lets
 * the script in the page's head apply it before the first paint. No copy means: as the system.
 */
import { setPreference } from '@/lib/progress/actions';
import { findValue, type Records } from '@/lib/progress/records';
import { progress } from './progress-store';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const copyKey = 'layerwise:theme';

export function themeOf(records: Records): Theme {
  const value = findValue(records, 'prefs', 'theme');
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function chooseTheme(theme: Theme): void {
  setPreference(progress, 'theme', theme === 'system' ? null : theme);
}

export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(copyKey);
    else if (localStorage.getItem(copyKey) !== theme) localStorage.setItem(copyKey, theme);
  } catch {
    // Blocked or full: the theme holds for this page.
  }
}
