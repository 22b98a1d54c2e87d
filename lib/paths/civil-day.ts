/**
 * Days of the calendar: `YYYY-MM-DD` texts for people and files, whole numbers (days since 1970-01-01) for reckoning. Integers
 * only, no Date and no hours: no clock change and no time zone can move a day.
 *
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
const daysPerEra = 146_097;

/** The number of a real date of the years 1–9999; undefined for any other text. */
export function readDay(text: unknown): number | undefined {
  const parts = typeof text === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) : null;
  if (!parts) return undefined;
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number);
  const day = fromParts(year, month, date);
  // The 31st of a shorter month and its kin come back as another date.
  return year > 0 && writeDay(day) === text ? day : undefined;
}

/** The text of a day; of one before the year 1 or after 9999, the nearest that can be written. */
export function writeDay(day: number): string {
  const { year, month, date } = toParts(Math.min(Math.max(Math.trunc(day), firstDay), lastDay));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The day so many days later, or earlier. Undefined when `text` is no day. */
export function shiftDay(text: string, days: number): string | undefined {
  const day = readDay(text);
  return day === undefined ? undefined : writeDay(day + days);
}

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

/** The year begins in March, so that a leap day is its last. */
function fromParts(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - 719_468;
}

function toParts(day: number) {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((shiftedMonth + 2) % 12) + 1;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const firstDay = fromParts(1, 1, 1);
const lastDay = fromParts(9999, 12, 31);
