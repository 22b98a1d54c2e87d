/** Sentences one after another, those that do not apply left out. A Chinese full stop brings its own room: no blank follows it. */
import type { Locale } from './locale';

export function joinSentences(locale: Locale, sentences: readonly (string | false | undefined)[]): string {
  return sentences.filter(Boolean).join(locale === 'zh' ? '' : ' ');
}
