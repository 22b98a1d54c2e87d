/** The arithmetic of dragging in a list, apart from pointers and pixels on a screen. */

/** Place in the list without the dragged row: how many of the other rows lie above the pointer. `middles` top to bottom. */
export function dropPlace(middles: readonly number[], y: number): number {
  return middles.filter((middle) => middle < y).length;
}

/** Pixels to scroll in a frame when the pointer is near an edge of what is visible, faster the nearer; 0 in between. */
export function scrollStep(y: number, top: number, bottom: number): number {
  const edge = Math.min(72, (bottom - top) / 4);
  if (y < top + edge) return -Math.ceil(((top + edge - y) / edge) * fastest);
  return y > bottom - edge ? Math.ceil(((y - bottom + edge) / edge) * fastest) : 0;
}
const fastest = 14;
