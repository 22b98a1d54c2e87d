/**
 * Calendar days as `YYYY-MM-DD` texts and as whole days since 2020-01-01. A share code knows no clock times and no time
 * zones: the day is the one the sender's calendar showed.
 */
export const firstDay = '2020-01-01';

const epoch = Date.UTC(2020, 0, 1);
const msPerDay = 86_400_000;
/** 2119-12-31. */
export const lastDayNumber = 36_523;

/** Days since 2020-01-01, or undefined for anything but a real date from then to 2119. */
export function dayNumber(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const days = (ms - epoch) / msPerDay;
  return days >= 0 && days <= lastDayNumber && dayText(days) === day ? days : undefined;
}

export function dayText(days: number): string {
  return new Date(epoch + days * msPerDay).toISOString().slice(0, 10);
}

/** The day `offset` days after another: a due date from a start date. Undefined outside 2020 … 2119. */
export function addDays(day: string, offset: number): string | undefined {
  const from = dayNumber(day);
  if (from === undefined) return undefined;
  const days = from + offset;
  return Number.isInteger(days) && days >= 0 && days <= lastDayNumber ? dayText(days) : undefined;
}
