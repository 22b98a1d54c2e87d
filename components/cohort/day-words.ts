import { type Locale, languageTag } from '@/lib/i18n/locale';

const written = new Map<string, string>();
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A calendar day of a snapshot, short: “Nov 20”, with the year when it is another than that of `now`. Formatters are dear and a
 * table has hundreds of days: both are kept. The day is the sender's, so no time zone may move it.
 */
export function dayWords(day: string, locale: Locale, now: Date = new Date()): string {
  const withYear = !day.startsWith(`${now.getFullYear()}-`);
  const key = `${locale} ${withYear} ${day}`;
  let words = written.get(key);
  if (words === undefined) {
    words = formatOf(locale, withYear).format(new Date(`${day}T00:00:00Z`));
    written.set(key, words);
  }
  return words;
}

function formatOf(locale: Locale, withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withYear}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(languageTag[locale], {
    month: 'short',
    day: 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  formats.set(key, format);
  return format;
}
