/** Level lines of a function over a square, by marching squares. */

/** A piece of a level line, in the coordinates of the square. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * Pieces of the line where `value` equals `level`, over [−reach, reach]² cut into `cells` × `cells`. Crossings are placed on a
 * logarithmic scale of the height above `lowest`, because levels are spaced that way.
 */
export function contour(
  value: (x: number, y: number) => number,
  { level, lowest, reach, cells }: { level: number; lowest: number; reach: number; cells: number },
): Segment[] {
  const side = cells + 1;
  const at = (i: number) => -reach + (2 * reach * i) / cells;
  const target = Math.log(level);
  const heights = Float64Array.from(
    { length: side * side },
    (_, n) => Math.log(Math.max(1e-12, value(at(n % side), at(Math.floor(n / side))) - lowest)) - target,
  );
  const segments: Segment[] = [];
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ] as const;
      const crossings: (readonly [number, number])[] = [];
      for (let c = 0; c < 4; c += 1) {
        const [ax, ay] = corners[c] as (typeof corners)[number];
        const [bx, by] = corners[(c + 1) % 4] as (typeof corners)[number];
        const a = heights[ay * side + ax] as number;
        const b = heights[by * side + bx] as number;
        if (a < 0 === b < 0) continue;
        const share = a / (a - b);
        crossings.push([at(ax + share * (bx - ax)), at(ay + share * (by - ay))]);
      }
      // Four crossings are a saddle point inside the cell; joining them in order draws one of the two right answers.
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [x1, y1] = crossings[i] as readonly [number, number];
        const [x2, y2] = crossings[i + 1] as readonly [number, number];
        segments.push([x1, y1, x2, y2]);
      }
    }
  }
  return segments;
}
