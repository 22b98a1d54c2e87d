/**
 * Dictionaries are plain objects, one per feature, in the feature's `strings.ts`:
 *
 *   const en = { save: 'Save', lessons: (n: number) => `${n} lessons` };
 *   const zh: typeof en = { save: '保存', lessons: (n) => `${n} 课` };
 *   export const strings = { en, zh };
 *
 * so that a missing or misspelt key is a type error.
 */
import type { Locale } from './locale';

export type Dictionary<T> = Readonly<Record<Locale, T>>;

export function pick<T>(dictionary: Dictionary<T>, locale: Locale): T {
  return dictionary[locale];
}
