import { type Locale, languageTag } from '@/lib/i18n/locale';

/** A calendar day of a share code in the reader's language. The day is the sender's, so no time zone may move it. */
export function formatDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(languageTag[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
