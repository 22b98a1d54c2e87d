/** Operations that only move numbers. The gradient of each moves them back, and adds where two came from one place. */

import { mul, sub } from './arithmetic';
import { align, broadcastShape, expand } from './broadcast';
import { checkPrecision, detach, type Operand, record } from './record';
import {
  allocate,
  precisionOf,
  resolveAxis,
  type Shape,
  shapeText,
  sizeOf,
  stridesOf,
  type Tensor,
  wrapData,
} from './tensor';

/** Axes in a new order, by default the last two exchanged. Throws RangeError unless `order` is a permutation. */
export function transpose(x: Tensor, order: readonly number[] = lastTwoSwapped(x)): Tensor {
  const rank = x.shape.length;
  if (order.length !== rank || new Set(order).size !== rank || order.some((axis) => !(axis in x.shape))) {
    throw new RangeError(`[${order.join(', ')}] is not an order of the ${rank} axes of ${shapeText(x.shape)}`);
  }
  const shape = order.map((axis) => x.shape[axis] as number);
  const from = stridesOf(x.shape);
  const to = stridesOf(shape);
  const out = allocate(x.data.length, precisionOf(x));
  for (let place = 0; place < out.length; place += 1) {
    let rest = place;
    let source = 0;
    for (let i = 0; i < rank; i += 1) {
      const index = Math.floor(rest / (to[i] as number));
      rest -= index * (to[i] as number);
      source += index * (from[order[i] as number] as number);
    }
    out[place] = x.data[source] as number;
  }
  const back = order.map((_, axis) => order.indexOf(axis));
  return record('transpose', out, shape, [x], [(g) => transpose(g, back)]);
}

/** x[start, end) along `axis`. Throws RangeError unless 0 ≤ start ≤ end ≤ size. */
export function slice(x: Tensor, axis: number, start: number, end: number): Tensor {
  const at = resolveAxis(axis, x.shape.length);
  const length = x.shape[at] as number;
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length)) {
    throw new RangeError(`slice [${start}, ${end}) of an axis of size ${length}`);
  }
  const out = allocate((x.data.length / Math.max(1, length)) * (end - start), precisionOf(x));
  copyBlocks(x.shape, at, start, end, (whole, part, count) => out.set(x.data.subarray(whole, whole + count), part));
  const back = (g: Tensor) => pad(g, at, start, length - end);
  return record('slice', out, withSize(x.shape, at, end - start), [x], [back]);
}

/** `before` and `after` zeros around x along `axis`. The gradient of `slice`. */
export function pad(x: Tensor, axis: number, before: number, after: number): Tensor {
  const at = resolveAxis(axis, x.shape.length);
  const end = before + (x.shape[at] as number);
  const shape = withSize(x.shape, at, end + after);
  const out = allocate(sizeOf(shape), precisionOf(x));
  copyBlocks(shape, at, before, end, (whole, part, count) => out.set(x.data.subarray(part, part + count), whole));
  return record('pad', out, shape, [x], [(g) => slice(g, at, before, end)]);
}

/** Tensors one after another along `axis`. Throws RangeError if their other sizes differ, or there are none. */
export function concat(parts: readonly Tensor[], axis: number): Tensor {
  const first = parts[0];
  if (!first) throw new RangeError('concat needs at least one tensor');
  const at = resolveAxis(axis, first.shape.length);
  const ends: number[] = [];
  for (const part of parts) {
    checkPrecision('concat', first, part);
    if (part.shape.length !== first.shape.length || part.shape.some((size, i) => i !== at && size !== first.shape[i])) {
      throw new RangeError(`concat along ${at}: ${shapeText(part.shape)} does not fit ${shapeText(first.shape)}`);
    }
    ends.push((ends.at(-1) ?? 0) + (part.shape[at] as number));
  }
  const shape = withSize(first.shape, at, ends.at(-1) as number);
  const out = allocate(sizeOf(shape), precisionOf(first));
  const startOf = (i: number) => ends[i - 1] ?? 0;
  parts.forEach(({ data }, i) => {
    copyBlocks(shape, at, startOf(i), ends[i] as number, (whole, part, count) =>
      out.set(data.subarray(part, part + count), whole),
    );
  });
  const pullbacks = parts.map((_, i) => (g: Tensor) => slice(g, at, startOf(i), ends[i] as number));
  return record('concat', out, shape, parts, pullbacks);
}

/** Rows of a table [R, …] by number: [rows.length, …]. This is an embedding. Throws RangeError for a row that is not there. */
export function gatherRows(table: Tensor, rows: ArrayLike<number>): Tensor {
  const [count, width] = rowsOf(table);
  const out = allocate(rows.length * width, precisionOf(table));
  Array.from(rows).forEach((row, i) => {
    if (!Number.isInteger(row) || row < 0 || row >= count)
      throw new RangeError(`row ${row} of a table of ${count} rows`);
    out.set(table.data.subarray(row * width, (row + 1) * width), i * width);
  });
  const shape = [rows.length, ...table.shape.slice(1)];
  return record('gatherRows', out, shape, [table], [(g) => scatterRows(g, rows, count)]);
}

/** Adds row i of x to row rows[i] of a table of `count` rows of zeros. The gradient of `gatherRows`. */
export function scatterRows(x: Tensor, rows: ArrayLike<number>, count: number): Tensor {
  const [, width] = rowsOf(x);
  const out = allocate(count * width, precisionOf(x));
  Array.from(rows).forEach((row, i) => {
    for (let j = 0; j < width; j += 1) {
      out[row * width + j] = (out[row * width + j] as number) + (x.data[i * width + j] as number);
    }
  });
  return record('scatterRows', out, [count, ...x.shape.slice(1)], [x], [(g) => gatherRows(g, rows)]);
}

/** a where `condition` is not 0, else b; all three broadcast, a or b may be a number. No gradient reaches the condition. */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  const [x, y] = align('where', a, b);
  const shape = broadcastShape(condition.shape, x.shape);
  const [p, q, chosen] = [expand(x, shape), expand(y, shape), expand(detach(condition), shape)];
  const out = p.data.slice();
  const taken = allocate(out.length, precisionOf(p));
  for (let i = 0; i < out.length; i += 1) {
    if ((chosen.data[i] as number) === 0) out[i] = q.data[i] as number;
    else taken[i] = 1;
  }
  const mask = wrapData(taken, shape);
  return record('where', out, shape, [p, q], [(g) => mul(g, mask), (g) => mul(g, sub(1, mask))]);
}

function lastTwoSwapped({ shape }: Tensor): number[] {
  const rank = shape.length;
  if (rank < 2) throw new RangeError(`transpose needs at least 2 axes, got shape ${shapeText(shape)}`);
  return shape.map((_, axis) => (axis < rank - 2 ? axis : axis === rank - 2 ? rank - 1 : rank - 2));
}

function withSize(shape: Shape, axis: number, size: number): number[] {
  return shape.map((own, i) => (i === axis ? size : own));
}

function rowsOf({ shape, data }: Tensor): [count: number, width: number] {
  const count = shape[0];
  if (count === undefined) throw new RangeError('a scalar has no rows');
  return [count, data.length / Math.max(1, count)];
}

/** Calls `copy` for each run of numbers that lies in [start, end) of `axis` of a whole tensor of shape `whole`. */
function copyBlocks(
  whole: Shape,
  axis: number,
  start: number,
  end: number,
  copy: (whole: number, part: number, count: number) => void,
): void {
  const inner = sizeOf(whole.slice(axis + 1));
  const outer = sizeOf(whole.slice(0, axis));
  const count = (end - start) * inner;
  for (let o = 0; o < outer; o += 1) copy((o * (whole[axis] as number) + start) * inner, o * count, count);
}
