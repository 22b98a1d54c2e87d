/**
 * Lengths for markup, rounded. Math.exp and its kin differ in the last digit between JavaScript engines, so an unrounded
 * length rendered on the server need not match the browser's, and React then reports a hydration mismatch.
 */

/** A coordinate for an SVG attribute, to a hundredth of a unit. */
export function pixel(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A share of 0…1 as a CSS percentage, to a hundredth of a percent. */
export function percentage(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
