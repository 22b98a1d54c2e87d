/** Where the names of a map stand: beside their points, pushed apart vertically until none covers another. */
export type Label<T> = { readonly item: T; readonly x: number; readonly y: number; readonly labelY: number };

/**
 * Shares of the map's width and height that a name takes: two names closer than this in both would touch. Fourteen in one column
 * still fit.
 */
export const NAME_WIDTH = 0.24;
export const NAME_HEIGHT = 0.0635;
const TOP = 0.04;

/** Points around 0 to shares of the map, y downwards. The right part stays free for names; the picture keeps its proportions. */
export function fitToMap(points: readonly { readonly x: number; readonly y: number }[]): { x: number; y: number }[] {
  const reach = Math.max(0.1, ...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  return points.map(({ x, y }) => ({ x: 0.03 + (0.76 * (x / reach + 1)) / 2, y: 0.06 + (0.88 * (1 - y / reach)) / 2 }));
}

/** Points in [0, 1] × [0, 1], y downwards → the same with a height for each name, in order of that height. */
export function placeLabels<T>(
  points: readonly { readonly item: T; readonly x: number; readonly y: number }[],
): Label<T>[] {
  const placed: Label<T>[] = [];
  for (const { item, x, y } of points.toSorted((a, b) => a.y - b.y)) {
    let labelY = Math.max(TOP, y);
    for (const other of placed) {
      if (Math.abs(other.x - x) < NAME_WIDTH && labelY < other.labelY + NAME_HEIGHT)
        labelY = other.labelY + NAME_HEIGHT;
    }
    placed.push({ item, x, y, labelY });
  }
  return lift(placed);
}

/** Pushes names that ran over the lower edge back up, from below. */
function lift<T>(placed: readonly Label<T>[]): Label<T>[] {
  const lifted: Label<T>[] = [];
  for (const label of placed.toReversed()) {
    let labelY = Math.min(1 - TOP, label.labelY);
    for (const other of lifted) {
      if (Math.abs(other.x - label.x) < NAME_WIDTH && labelY > other.labelY - NAME_HEIGHT)
        labelY = other.labelY - NAME_HEIGHT;
    }
    lifted.push({ ...label, labelY });
  }
  return lifted;
}
