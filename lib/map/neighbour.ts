/** Which concept an arrow key leads to: the nearest one in that direction, straight ahead before aslant. */
export type Point = { readonly id: string; readonly x: number; readonly y: number };
export type Direction = 'left' | 'right' | 'up' | 'down';

const steps = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

export function neighbour(points: readonly Point[], from: string, direction: Direction): string | null {
  const start = points.find(({ id }) => id === from);
  if (!start) return null;
  const [dx, dy] = steps[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const ahead = (point.x - start.x) * dx + (point.y - start.y) * dy;
    if (point.id === from || ahead <= 0) continue;
    const aside = Math.abs((point.x - start.x) * dy) + Math.abs((point.y - start.y) * dx);
    const cost = ahead + 4 * aside;
    if (cost < least) {
      least = cost;
      best = point.id;
    }
  }
  return best;
}
