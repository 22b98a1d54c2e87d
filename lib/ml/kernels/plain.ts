/** The kernels in TypeScript: the readable form, for both precisions, and the fallback where WebAssembly is missing. */
import { RMS_EPSILON } from '@/lib/ml/gpt/config';
import type { AttentionShape, Floats, Kernels } from './kernels';

export function createPlainKernels(precision: 'float32' | 'float64'): Kernels {
  const ArrayType = precision === 'float32' ? Float32Array : Float64Array;
  return {
    name: 'plain',
    allocate: (lengths) =>
      Object.fromEntries(
        Object.entries<number>(lengths).map(([name, length]) => [name, new ArrayType(length)]),
      ) as Record<keyof typeof lengths, Floats>,
    multiply,
    multiplyTransposed,
    transpose,
    rmsNorm,
    rmsNormBackward,
    relu,
    reluBackward,
    attention,
    attentionBackward,
    softmaxRows,
  };
}

const multiply: Kernels['multiply'] = (a, b, c, n, k, m, accumulate) => {
  if (!accumulate) c.fill(0, 0, n * m);
  for (let row = 0; row < n; row += 1) {
    const cAt = row * m;
    for (let inner = 0; inner < k; inner += 1) {
      const factor = a[row * k + inner] as number;
      const bAt = inner * m;
      for (let column = 0; column < m; column += 1) {
        c[cAt + column] = (c[cAt + column] as number) + factor * (b[bAt + column] as number);
      }
    }
  }
};

const multiplyTransposed: Kernels['multiplyTransposed'] = (a, b, c, n, k, m) => {
  c.fill(0, 0, k * m);
  for (let row = 0; row < n; row += 1) {
    const bAt = row * m;
    for (let outer = 0; outer < k; outer += 1) {
      const factor = a[row * k + outer] as number;
      if (factor === 0) continue;
      const cAt = outer * m;
      for (let column = 0; column < m; column += 1) {
        c[cAt + column] = (c[cAt + column] as number) + factor * (b[bAt + column] as number);
      }
    }
  }
};

const transpose: Kernels['transpose'] = (a, b, rows, columns) => {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) b[column * rows + row] = a[row * columns + column] as number;
  }
};

const rmsNorm: Kernels['rmsNorm'] = (x, y, scale, n, width) => {
  for (let row = 0; row < n; row += 1) {
    const at = row * width;
    let squares = 0;
    for (let i = 0; i < width; i += 1) squares += (x[at + i] as number) ** 2;
    const r = 1 / Math.sqrt(squares / width + RMS_EPSILON);
    scale[row] = r;
    for (let i = 0; i < width; i += 1) y[at + i] = (x[at + i] as number) * r;
  }
};

const rmsNormBackward: Kernels['rmsNormBackward'] = (dy, y, scale, dx, n, width) => {
  for (let row = 0; row < n; row += 1) {
    const at = row * width;
    let along = 0;
    for (let i = 0; i < width; i += 1) along += (dy[at + i] as number) * (y[at + i] as number);
    along /= width;
    const r = scale[row] as number;
    for (let i = 0; i < width; i += 1) {
      dx[at + i] = (dx[at + i] as number) + r * ((dy[at + i] as number) - (y[at + i] as number) * along);
    }
  }
};

const relu: Kernels['relu'] = (x, size) => {
  for (let i = 0; i < size; i += 1) if ((x[i] as number) < 0) x[i] = 0;
};

const reluBackward: Kernels['reluBackward'] = (y, dx, size) => {
  for (let i = 0; i < size; i += 1) if (!((y[i] as number) > 0)) dx[i] = 0;
};

/** Strides and offsets that both directions of attention share. */
function places({ heads, kvHeads, headWidth }: AttentionShape) {
  const width = heads * headWidth;
  const kv = kvHeads * headWidth;
  return { width, kv, stride: width + 2 * kv, group: heads / kvHeads, factor: 1 / Math.sqrt(headWidth) };
}

// #region attention-forward
const attention: Kernels['attention'] = (qkv, weights, out, starts, sequences, shape) => {
  const { heads, headWidth, context } = shape;
  const { width, kv, stride, group, factor } = places(shape);
  for (let s = 0; s < sequences; s += 1) {
    const first = starts[s] as number;
    const end = starts[s + 1] as number;
    for (let i = first; i < end; i += 1) {
      for (let h = 0; h < heads; h += 1) {
        const q = i * stride + h * headWidth;
        const key = width + Math.floor(h / group) * headWidth;
        const row = (i * heads + h) * context - first;
        let largest = -Infinity;
        for (let j = first; j <= i; j += 1) {
          const score = factor * dot(qkv, q, qkv, j * stride + key, headWidth);
          weights[row + j] = score;
          if (score > largest) largest = score;
        }
        let sum = 0;
        for (let j = first; j <= i; j += 1) {
          const e = Math.exp((weights[row + j] as number) - largest);
          weights[row + j] = e;
          sum += e;
        }
        weights.fill(0, row + i + 1, row + first + context);
        const o = i * width + h * headWidth;
        out.fill(0, o, o + headWidth);
        for (let j = first; j <= i; j += 1) {
          const w = (weights[row + j] as number) / sum;
          weights[row + j] = w;
          addScaled(out, o, w, qkv, j * stride + key + kv, headWidth);
        }
      }
    }
  }
};
// #endregion attention-forward

const attentionBackward: Kernels['attentionBackward'] = (qkv, weights, dout, dqkv, starts, sequences, shape) => {
  const { heads, headWidth, context } = shape;
  const { width, kv, stride, group, factor } = places(shape);
  dqkv.fill(0, 0, (starts[sequences] as number) * stride);
  for (let s = 0; s < sequences; s += 1) {
    const first = starts[s] as number;
    const end = starts[s + 1] as number;
    for (let i = first; i < end; i += 1) {
      for (let h = 0; h < heads; h += 1) {
        const q = i * stride + h * headWidth;
        const key = width + Math.floor(h / group) * headWidth;
        const row = (i * heads + h) * context - first;
        const o = i * width + h * headWidth;
        let mean = 0;
        for (let j = first; j <= i; j += 1) {
          mean += (weights[row + j] as number) * dot(dout, o, qkv, j * stride + key + kv, headWidth);
        }
        for (let j = first; j <= i; j += 1) {
          const w = weights[row + j] as number;
          const k = j * stride + key;
          addScaled(dqkv, k + kv, w, dout, o, headWidth);
          const dscore = factor * w * (dot(dout, o, qkv, k + kv, headWidth) - mean);
          addScaled(dqkv, q, dscore, qkv, k, headWidth);
          addScaled(dqkv, k, dscore, qkv, q, headWidth);
        }
      }
    }
  }
};

const softmaxRows: Kernels['softmaxRows'] = (logits, probabilities, largest, sum, n, m) => {
  for (let row = 0; row < n; row += 1) {
    const at = row * m;
    let max = -Infinity;
    for (let i = 0; i < m; i += 1) if ((logits[at + i] as number) > max) max = logits[at + i] as number;
    let total = 0;
    for (let i = 0; i < m; i += 1) {
      const e = Math.exp((logits[at + i] as number) - max);
      probabilities[at + i] = e;
      total += e;
    }
    for (let i = 0; i < m; i += 1) probabilities[at + i] = (probabilities[at + i] as number) / total;
    largest[row] = max;
    sum[row] = total;
  }
};

function dot(a: Floats, aAt: number, b: Floats, bAt: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += (a[aAt + i] as number) * (b[bAt + i] as number);
  return sum;
}

function addScaled(y: Floats, yAt: number, factor: number, x: Floats, xAt: number, size: number): void {
  for (let i = 0; i < size; i += 1) y[yAt + i] = (y[yAt + i] as number) + factor * (x[xAt + i] as number);
}
