/** Sums, means, maxima along one axis or over all. `axis` may count from the end; `keepDims` leaves the axis with size 1. */

import { mul } from './arithmetic';
import { expand, reshape, sumTo } from './broadcast';
import { record } from './record';
import { allocate, precisionOf, resolveAxis, type Tensor, wrapData } from './tensor';

export type Reduction = { readonly axis?: number; readonly keepDims?: boolean };

/** Sum along `axis`, or of everything. */
export function sum(x: Tensor, { axis, keepDims = false }: Reduction = {}): Tensor {
  return dropAxis(sumTo(x, keptShape(x, axis)), x, axis, keepDims);
}

/** Mean along `axis`, or of everything. Throws RangeError over nothing. */
export function mean(x: Tensor, reduction: Reduction = {}): Tensor {
  const count =
    reduction.axis === undefined ? x.data.length : (x.shape[resolveAxis(reduction.axis, x.shape.length)] as number);
  if (count === 0) throw new RangeError('the mean of nothing is not defined');
  return mul(sum(x, reduction), 1 / count);
}

/** Maximum along `axis`, or of everything. The gradient goes to the first of equal values. Throws RangeError over nothing. */
export function max(x: Tensor, { axis, keepDims = false }: Reduction = {}): Tensor {
  const shape = keptShape(x, axis);
  const { outer, length, inner } = blocks(x, axis);
  if (length === 0) throw new RangeError('the maximum of nothing is not defined');
  const out = allocate(outer * inner, precisionOf(x));
  const winner = allocate(x.data.length, precisionOf(x));
  for (let o = 0; o < outer; o += 1) {
    for (let i = 0; i < inner; i += 1) {
      let best = o * length * inner + i;
      for (let j = 1; j < length; j += 1) {
        const place = (o * length + j) * inner + i;
        if ((x.data[place] as number) > (x.data[best] as number)) best = place;
      }
      out[o * inner + i] = x.data[best] as number;
      winner[best] = 1;
    }
  }
  const mask = wrapData(winner, x.shape);
  const kept = record('max', out, shape, [x], [(g) => mul(expand(g, x.shape), mask)]);
  return dropAxis(kept, x, axis, keepDims);
}

function keptShape(x: Tensor, axis: number | undefined): number[] {
  const reduced = axis === undefined ? null : resolveAxis(axis, x.shape.length);
  return x.shape.map((size, i) => (reduced === null || i === reduced ? 1 : size));
}

function dropAxis(kept: Tensor, x: Tensor, axis: number | undefined, keepDims: boolean): Tensor {
  if (keepDims) return kept;
  const reduced = axis === undefined ? null : resolveAxis(axis, x.shape.length);
  return reshape(kept, reduced === null ? [] : kept.shape.filter((_, i) => i !== reduced));
}

/** The tensor as [outer, length, inner] around the axis that is reduced. */
function blocks(x: Tensor, axis: number | undefined): { outer: number; length: number; inner: number } {
  if (axis === undefined) return { outer: 1, length: x.data.length, inner: 1 };
  const at = resolveAxis(axis, x.shape.length);
  const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);
  return { outer: product(x.shape.slice(0, at)), length: x.shape[at] as number, inner: product(x.shape.slice(at + 1)) };
}
