/**
 * The flat picture of many-dimensional vectors: unit lengths, because only directions are compared, then the two directions of
 * largest spread (principal components). A picture may be turned or mirrored at will, so it is laid onto a given one.
 */
import { svd } from '@/lib/ml/svd';

export type Point = { readonly x: number; readonly y: number };
export type Flat = { readonly points: readonly Point[]; readonly kept: number };

export function flatten(vectors: readonly (readonly number[])[], onto?: readonly Point[]): Flat {
  const width = vectors[0]?.length ?? 0;
  const unit = vectors.map((vector) => {
    const length = Math.hypot(...vector);
    return vector.map((value) => (length < 1e-9 ? 0 : value / length));
  });
  const mean = Array.from({ length: width }, (_, j) => unit.reduce((sum, row) => sum + (row[j] ?? 0), 0) / unit.length);
  const centred = unit.flatMap((row) => row.map((value, j) => value - (mean[j] ?? 0)));
  const { values, v } = svd(centred, unit.length, width);
  const rank = values.length;
  const along = (i: number, axis: number) =>
    mean.reduce((sum, _, j) => sum + (centred[i * width + j] ?? 0) * (v[j * rank + axis] ?? 0), 0);
  const points = unit.map((_, i) => ({ x: along(i, 0), y: along(i, 1) }));
  const energy = values.reduce((sum, value) => sum + value * value, 0);
  const kept = energy === 0 ? 1 : ((values[0] ?? 0) ** 2 + (values[1] ?? 0) ** 2) / energy;
  return { points: onto ? turn(points, onto) : points, kept };
}

/** Orthogonal Procrustes: the rotation or reflection R = U Vᵀ of Σ pᵢ qᵢᵀ that lays points onto others most closely. */
function turn(points: readonly Point[], onto: readonly Point[]): Point[] {
  const cross = [0, 0, 0, 0];
  points.forEach(({ x, y }, i) => {
    const goal = onto[i] ?? { x: 0, y: 0 };
    [x * goal.x, x * goal.y, y * goal.x, y * goal.y].forEach((term, k) => {
      cross[k] = (cross[k] ?? 0) + term;
    });
  });
  const { u, v, values } = svd(cross, 2, 2);
  if ((values[1] ?? 0) < 1e-12) return [...points];
  const r = (i: number, j: number) => (u[i * 2] ?? 0) * (v[j * 2] ?? 0) + (u[i * 2 + 1] ?? 0) * (v[j * 2 + 1] ?? 0);
  return points.map(({ x, y }) => ({ x: x * r(0, 0) + y * r(1, 0), y: x * r(0, 1) + y * r(1, 1) }));
}
