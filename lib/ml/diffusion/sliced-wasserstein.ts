/**
 * How far two clouds of points in the plane lie apart: the distance of their shadows on a line, averaged over directions.
 * On a line the best transport is to match in order, so no optimisation is needed. Rabin 2011; Bonneel 2015, with order p = 1.
 */

/**
 * Mean over `directions` equally spaced angles of the 1-Wasserstein distance of the projections. a, b [N, 2], flat.
 * In the unit of the points. Throws RangeError unless both hold the same positive number of points.
 */
export function slicedWasserstein(a: ArrayLike<number>, b: ArrayLike<number>, directions = 16): number {
  if (a.length !== b.length || a.length === 0 || a.length % 2 !== 0)
    throw new RangeError(`clouds must hold the same number of points, got ${a.length / 2} and ${b.length / 2}`);
  if (!Number.isInteger(directions) || directions < 1)
    throw new RangeError(`directions must be a positive integer, got ${directions}`);
  let sum = 0;
  for (let d = 0; d < directions; d += 1) {
    const angle = (Math.PI * d) / directions;
    const left = project(a, Math.cos(angle), Math.sin(angle));
    const right = project(b, Math.cos(angle), Math.sin(angle));
    for (let i = 0; i < left.length; i += 1) sum += Math.abs((left[i] as number) - (right[i] as number)) / left.length;
  }
  return sum / directions;
}

function project(points: ArrayLike<number>, x: number, y: number): Float64Array {
  const shadow = new Float64Array(points.length / 2);
  for (let i = 0; i < shadow.length; i += 1)
    shadow[i] = x * (points[2 * i] as number) + y * (points[2 * i + 1] as number);
  return shadow.sort();
}
