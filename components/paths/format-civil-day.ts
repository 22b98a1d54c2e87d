/** Calendar days in the reader's language. They are days, not instants: no time zone may move them. */
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { writeDay } from '@/lib/paths/civil-day';

const dateOf = (day: number) => new Date(`${writeDay(day)}T00:00:00Z`);
const yearOf = (day: number) => writeDay(day).slice(0, 4);

/** A short day, such as "Nov 23" or "11月23日"; with the year when it is not that of `today`, with the weekday if wanted. */
export function formatCivilDay(day: number, locale: Locale, today: number, weekday = false): string {
  return dayFormat(locale, yearOf(day) !== yearOf(today), weekday).format(dateOf(day));
}

export function formatDayRange(from: number, to: number, locale: Locale, today: number): string {
  const format = dayFormat(locale, yearOf(from) !== yearOf(today) || yearOf(to) !== yearOf(today));
  if (locale === 'en') return format.formatRange(dateOf(from), dateOf(to));
  // The platform writes a Chinese range as 12/6 – 12/10, which nobody says of a day.
  return [from, to].map((day) => format.format(dateOf(day))).join(' – ');
}

function dayFormat(locale: Locale, withYear: boolean, weekday = false): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(languageTag[locale], {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
    ...(weekday ? { weekday: 'short' } : {}),
  });
}
