/**
 * The day on the reader's own calendar at an instant, as `YYYY-MM-DD`: what midnight and daylight saving are where they sit.
 * Total: a time no calendar has gives a text that no calendar day equals.
 */
export function localDay(instant: Date | number): string {
  const date = new Date(instant);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
