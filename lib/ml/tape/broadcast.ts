/**
 * Broadcasting as two operations that are each other's gradient: `expand` repeats, `sumTo` adds up what was repeated.
 * Every element-wise operation expands its inputs first and needs to know nothing more about shapes.
 */

import { checkPrecision, type Operand, record } from './record';
import {
  allocate,
  full,
  precisionOf,
  type Shape,
  sameShape,
  shapeText,
  sizeOf,
  stridesOf,
  type Tensor,
  wrapData,
} from './tensor';

/**
 * Shape of two tensors side by side: aligned at the last axis, sizes equal or one of them 1 (NumPy's rule).
 * Throws RangeError if they do not fit.
 */
export function broadcastShape(a: Shape, b: Shape): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const [m, n] = [a[i + a.length - rank] ?? 1, b[i + b.length - rank] ?? 1];
    if (m !== n && m !== 1 && n !== 1) {
      throw new RangeError(`shapes ${shapeText(a)} and ${shapeText(b)} do not broadcast: ${m} against ${n}`);
    }
    return m === 1 ? n : m;
  });
}

/** Repeats `x` along new leading axes and along axes of size 1. Throws RangeError if `shape` cannot be reached that way. */
export function expand(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShape(x.shape, shape), shape)) {
    throw new RangeError(`cannot expand ${shapeText(x.shape)} to ${shapeText(shape)}`);
  }
  const out = allocate(sizeOf(shape), precisionOf(x));
  visit(shape, x.shape, (large, small) => {
    out[large] = x.data[small] as number;
  });
  return record('expand', out, shape, [x], [(g) => sumTo(g, x.shape)]);
}

/** Sums `x` over the axes along which a tensor of `shape` would have been repeated. The gradient of `expand`. */
export function sumTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShape(shape, x.shape), x.shape)) {
    throw new RangeError(`cannot sum ${shapeText(x.shape)} to ${shapeText(shape)}`);
  }
  // Sums run in float64 and are rounded once, whatever the tensor's own precision.
  const sums = new Float64Array(sizeOf(shape));
  visit(x.shape, shape, (large, small) => {
    sums[small] = (sums[small] as number) + (x.data[large] as number);
  });
  const out = allocate(sums.length, precisionOf(x));
  out.set(sums);
  return record('sumTo', out, shape, [x], [(g) => expand(g, x.shape)]);
}

/** Both operands as tensors of their common shape. At least one must be a tensor. Throws RangeError if they do not fit. */
export function align(op: string, a: Operand, b: Operand): [Tensor, Tensor] {
  if (typeof a === 'number') {
    if (typeof b === 'number') throw new RangeError(`${op} needs at least one tensor`);
    return [full(b.shape, a, b), b];
  }
  if (typeof b === 'number') return [a, full(a.shape, b, a)];
  checkPrecision(op, a, b);
  const shape = broadcastShape(a.shape, b.shape);
  return [expand(a, shape), expand(b, shape)];
}

/** The same values under another shape. Throws RangeError if the number of values differs. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  if (sizeOf(shape) !== x.data.length) {
    throw new RangeError(`cannot reshape ${shapeText(x.shape)} into ${shapeText(shape)}`);
  }
  const view = wrapData(x.data, shape);
  return record('reshape', view.data, shape, [x], [(g) => reshape(g, x.shape)]);
}

/** Calls `at` with the place of every element of `large` and of the element of `small` that is repeated there. */
function visit(large: Shape, small: Shape, at: (large: number, small: number) => void): void {
  const offset = large.length - small.length;
  const own = stridesOf(small);
  const strides = large.map((_, axis) => ((small[axis - offset] ?? 1) === 1 ? 0 : (own[axis - offset] as number)));
  const total = sizeOf(large);
  const index = new Array<number>(large.length).fill(0);
  let place = 0;
  for (let i = 0; i < total; i += 1) {
    at(i, place);
    for (let axis = large.length - 1; axis >= 0; axis -= 1) {
      index[axis] = (index[axis] as number) + 1;
      place += strides[axis] as number;
      if ((index[axis] as number) < (large[axis] as number)) break;
      place -= (strides[axis] as number) * (large[axis] as number);
      index[axis] = 0;
    }
  }
}
