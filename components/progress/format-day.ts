/** A short local day, such as "23 Nov" or "11月23日"; with the year when it is not this one. */
export function formatDay(time: number, language: string, now: number = Date.now()): string {
  const date = new Date(time);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return date.toLocaleDateString(language, {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}
