/** Matrix product, the operation where a network spends its time. */

import { broadcastShape, expand } from './broadcast';
import { transpose } from './layout';
import { checkPrecision, record } from './record';
import { allocate, precisionOf, shapeText, type Tensor } from './tensor';

/**
 * a [..., m, k] · b [..., k, n] → [..., m, n]; leading axes broadcast. With C = A B: dA = dC Bᵀ and dB = Aᵀ dC.
 * Throws RangeError if the inner sizes differ, an operand has fewer than 2 axes, or the leading axes do not broadcast.
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  checkPrecision('matmul', a, b);
  const [m, k, rows, n] = [a.shape.at(-2), a.shape.at(-1), b.shape.at(-2), b.shape.at(-1)];
  if (m === undefined || k === undefined || rows === undefined || n === undefined || k !== rows) {
    throw new RangeError(`matmul of ${shapeText(a.shape)} and ${shapeText(b.shape)}: inner sizes must be equal`);
  }
  const leading = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const [x, y] = [expand(a, [...leading, m, k]), expand(b, [...leading, k, n])];
  const shape = [...leading, m, n];
  const out = multiply(x, y, m, k, n);
  return record('matmul', out, shape, [x, y], [(g) => matmul(g, transpose(y)), (g) => matmul(transpose(x), g)]);
}

/** Products of stacked matrices. Each row of the result is a sum of rows of y, gathered in float64 and rounded once. */
function multiply(x: Tensor, y: Tensor, m: number, k: number, n: number): Tensor['data'] {
  const rows = k > 0 ? x.data.length / k : 0;
  const out = allocate(rows * n, precisionOf(x));
  const sums = new Float64Array(n);
  for (let row = 0; row < rows; row += 1) {
    const matrix = Math.floor(row / m) * k * n;
    sums.fill(0);
    for (let inner = 0; inner < k; inner += 1) {
      const factor = x.data[row * k + inner] as number;
      const start = matrix + inner * n;
      for (let j = 0; j < n; j += 1) sums[j] = (sums[j] as number) + factor * (y.data[start + j] as number);
    }
    out.set(sums, row * n);
  }
  return out;
}
