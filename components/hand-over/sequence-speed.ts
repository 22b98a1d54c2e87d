/**
 * How fast codes follow one another. At most six a second: a module that goes dark and light again has then flashed three times,
 * which is what WCAG 2.3.1 allows; four by default, so that a phone's camera (30 frames a second, several of them half old and
 * half new) sees each code whole more than once.
 */
export const rates = [2, 4, 6] as const;

/** With a third more than there are parts: what one code in five missed costs (lib/hand-over/fountain.ts). */
export function secondsFor(parts: number, rate: number): number {
  return Math.max(1, Math.round((parts * 4) / 3 / rate));
}
