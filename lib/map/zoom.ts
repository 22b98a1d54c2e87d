/** Sizes of the picture: 1 fills the column, smaller ones show all of a map that is wider than the screen. */
export const zoomStep = 1.25;
const LARGEST = 3;

/** `fit` is the size at which the whole width is seen. */
export function clampZoom(zoom: number, fit: number): number {
  if (!Number.isFinite(zoom)) return 1;
  return Math.min(LARGEST, Math.max(Math.min(1, fit), zoom));
}

/** How far to scroll so that what lay under a point stays there. `offset` is the point's distance from the picture's edge. */
export function scrollShift(offset: number, before: number, after: number): number {
  return before > 0 ? offset * (after / before - 1) : 0;
}
