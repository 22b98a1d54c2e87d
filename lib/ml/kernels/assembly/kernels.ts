/**
 * The kernels of `../kernels.ts` in AssemblyScript, four float32 at a time. `npm run kernels` compiles this file to
 * `../simd-binary.ts`; a test proves that the two belong together. One file, although long: the compiler inlines within it. Pointers are byte offsets; counts are checked by the caller.
 */

const LANES: i32 = 4;
const SIZE: usize = 4;
const EPSILON: f32 = 1e-5;

/** c [n, m] (+)= a [n, k] · b [k, m], m in fours: blocks of 4 rows by 8 columns stay in registers. */
export function multiply(a: usize, b: usize, c: usize, n: i32, k: i32, m: i32, accumulate: i32): void {
  const stride: usize = <usize>m * SIZE;
  const aStride: usize = <usize>k * SIZE;
  let row: i32 = 0;
  for (; row + 4 <= n; row += 4) {
    const a0: usize = a + <usize>row * aStride;
    const c0: usize = c + <usize>row * stride;
    let column: i32 = 0;
    for (; column + 8 <= m; column += 8)
      block4x8(a0, aStride, b + <usize>column * SIZE, c0 + <usize>column * SIZE, stride, k, accumulate);
    for (; column < m; column += 4)
      block4x4(a0, aStride, b + <usize>column * SIZE, c0 + <usize>column * SIZE, stride, k, accumulate);
  }
  for (; row < n; row += 1) {
    const a0: usize = a + <usize>row * aStride;
    const c0: usize = c + <usize>row * stride;
    for (let column: i32 = 0; column < m; column += 4) {
      block1x4(a0, SIZE, b + <usize>column * SIZE, c0 + <usize>column * SIZE, stride, k, accumulate);
    }
  }
}

function block4x8(a0: usize, aStride: usize, b: usize, c: usize, stride: usize, k: i32, accumulate: i32): void {
  const a1: usize = a0 + aStride;
  const a2: usize = a1 + aStride;
  const a3: usize = a2 + aStride;
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0);
  let s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0);
  let s31 = f32x4.splat(0);
  let from: usize = b;
  for (let i: usize = 0, end: usize = <usize>k * SIZE; i < end; i += SIZE) {
    const b0 = v128.load(from);
    const b1 = v128.load(from, 16);
    let x = v128.load_splat<f32>(a0 + i);
    s00 = f32x4.add(s00, f32x4.mul(x, b0));
    s01 = f32x4.add(s01, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a1 + i);
    s10 = f32x4.add(s10, f32x4.mul(x, b0));
    s11 = f32x4.add(s11, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a2 + i);
    s20 = f32x4.add(s20, f32x4.mul(x, b0));
    s21 = f32x4.add(s21, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a3 + i);
    s30 = f32x4.add(s30, f32x4.mul(x, b0));
    s31 = f32x4.add(s31, f32x4.mul(x, b1));
    from += stride;
  }
  put(c, s00, accumulate);
  put(c + 16, s01, accumulate);
  put(c + stride, s10, accumulate);
  put(c + stride + 16, s11, accumulate);
  put(c + 2 * stride, s20, accumulate);
  put(c + 2 * stride + 16, s21, accumulate);
  put(c + 3 * stride, s30, accumulate);
  put(c + 3 * stride + 16, s31, accumulate);
}

function block4x4(a0: usize, aStride: usize, b: usize, c: usize, stride: usize, k: i32, accumulate: i32): void {
  block1x4(a0, SIZE, b, c, stride, k, accumulate);
  block1x4(a0 + aStride, SIZE, b, c + stride, stride, k, accumulate);
  block1x4(a0 + 2 * aStride, SIZE, b, c + 2 * stride, stride, k, accumulate);
  block1x4(a0 + 3 * aStride, SIZE, b, c + 3 * stride, stride, k, accumulate);
}

/** One row of four columns; `step` is the distance between the factors in `a`. */
function block1x4(a: usize, step: usize, b: usize, c: usize, stride: usize, k: i32, accumulate: i32): void {
  let sum = f32x4.splat(0);
  let from: usize = b;
  let factor: usize = a;
  for (let i: i32 = 0; i < k; i += 1) {
    sum = f32x4.add(sum, f32x4.mul(v128.load_splat<f32>(factor), v128.load(from)));
    from += stride;
    factor += step;
  }
  put(c, sum, accumulate);
}

function put(to: usize, value: v128, accumulate: i32): void {
  v128.store(to, accumulate ? f32x4.add(v128.load(to), value) : value);
}

/** c [k, m] = aᵀ · b with a [n, k], b [n, m]; k and m in fours. */
export function multiplyTransposed(a: usize, b: usize, c: usize, n: i32, k: i32, m: i32): void {
  const aStride: usize = <usize>k * SIZE;
  const stride: usize = <usize>m * SIZE;
  for (let row: i32 = 0; row < k; row += 4) {
    const from: usize = a + <usize>row * SIZE;
    const to: usize = c + <usize>row * stride;
    let column: i32 = 0;
    for (; column + 8 <= m; column += 8)
      outer4x8(from, aStride, b + <usize>column * SIZE, stride, to + <usize>column * SIZE, n);
    for (; column < m; column += 4)
      outer4x4(from, aStride, b + <usize>column * SIZE, stride, to + <usize>column * SIZE, n);
  }
}

function outer4x8(a: usize, aStride: usize, b: usize, stride: usize, c: usize, n: i32): void {
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0);
  let s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0);
  let s31 = f32x4.splat(0);
  for (let row: i32 = 0; row < n; row += 1) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    s00 = f32x4.add(s00, f32x4.mul(x, b0));
    s01 = f32x4.add(s01, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 4);
    s10 = f32x4.add(s10, f32x4.mul(x, b0));
    s11 = f32x4.add(s11, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 8);
    s20 = f32x4.add(s20, f32x4.mul(x, b0));
    s21 = f32x4.add(s21, f32x4.mul(x, b1));
    x = v128.load_splat<f32>(a, 12);
    s30 = f32x4.add(s30, f32x4.mul(x, b0));
    s31 = f32x4.add(s31, f32x4.mul(x, b1));
    a += aStride;
    b += stride;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c + stride, s10);
  v128.store(c + stride, s11, 16);
  v128.store(c + 2 * stride, s20);
  v128.store(c + 2 * stride, s21, 16);
  v128.store(c + 3 * stride, s30);
  v128.store(c + 3 * stride, s31, 16);
}

function outer4x4(a: usize, aStride: usize, b: usize, stride: usize, c: usize, n: i32): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  for (let row: i32 = 0; row < n; row += 1) {
    const b0 = v128.load(b);
    s0 = f32x4.add(s0, f32x4.mul(v128.load_splat<f32>(a), b0));
    s1 = f32x4.add(s1, f32x4.mul(v128.load_splat<f32>(a, 4), b0));
    s2 = f32x4.add(s2, f32x4.mul(v128.load_splat<f32>(a, 8), b0));
    s3 = f32x4.add(s3, f32x4.mul(v128.load_splat<f32>(a, 12), b0));
    a += aStride;
    b += stride;
  }
  v128.store(c, s0);
  v128.store(c + stride, s1);
  v128.store(c + 2 * stride, s2);
  v128.store(c + 3 * stride, s3);
}

export function transpose(a: usize, b: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row += 1) {
    for (let column: i32 = 0; column < columns; column += 1) {
      store<f32>(b + <usize>(column * rows + row) * SIZE, load<f32>(a));
      a += SIZE;
    }
  }
}

function sumLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

function maxLanes(v: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max<f32>(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

function dot(a: usize, b: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  return sumLanes(sum);
}

/** y += factor · x */
function addScaled(y: usize, factor: f32, x: usize, bytes: usize): void {
  const f = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(y + i, f32x4.add(v128.load(y + i), f32x4.mul(f, v128.load(x + i))));
}

function clear(at: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(at + i, f32x4.splat(0));
}

export function rmsNorm(x: usize, y: usize, scale: usize, n: i32, width: i32): void {
  const bytes: usize = <usize>width * SIZE;
  for (let row: i32 = 0; row < n; row += 1) {
    const r: f32 = <f32>1 / sqrt<f32>(dot(x, x, bytes) / <f32>width + EPSILON);
    store<f32>(scale, r);
    const factor = f32x4.splat(r);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(y + i, f32x4.mul(v128.load(x + i), factor));
    x += bytes;
    y += bytes;
    scale += SIZE;
  }
}

export function rmsNormBackward(dy: usize, y: usize, scale: usize, dx: usize, n: i32, width: i32): void {
  const bytes: usize = <usize>width * SIZE;
  for (let row: i32 = 0; row < n; row += 1) {
    const along = f32x4.splat(dot(dy, y, bytes) / <f32>width);
    const r = f32x4.splat(load<f32>(scale));
    for (let i: usize = 0; i < bytes; i += 16) {
      const change = f32x4.sub(v128.load(dy + i), f32x4.mul(v128.load(y + i), along));
      v128.store(dx + i, f32x4.add(v128.load(dx + i), f32x4.mul(r, change)));
    }
    dy += bytes;
    y += bytes;
    dx += bytes;
    scale += SIZE;
  }
}

export function relu(x: usize, size: i32): void {
  const zero = f32x4.splat(0);
  for (let i: i32 = 0; i < size; i += LANES) {
    v128.store(x, f32x4.max(v128.load(x), zero));
    x += 16;
  }
}

export function reluBackward(y: usize, dx: usize, size: i32): void {
  const zero = f32x4.splat(0);
  for (let i: i32 = 0; i < size; i += LANES) {
    v128.store(dx, v128.and(v128.load(dx), f32x4.gt(v128.load(y), zero)));
    y += 16;
    dx += 16;
  }
}

/**
 * e^x for x ≤ 0 to about one unit in the last place: x = n ln 2 + r with |r| ≤ ln 2 / 2, a polynomial for e^r, then n is added
 * to the exponent. Below −87 the result is 0 to float32 and is clamped there. Cody & Waite 1980, ch. 6; coefficients of Cephes.
 */
function exp4(x: v128): v128 {
  const clamped = f32x4.max(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(<f32>Math.LOG2E)));
  let r = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), f32x4.add(r, f32x4.splat(1)));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

export function softmaxRows(logits: usize, probabilities: usize, largest: usize, sum: usize, n: i32, m: i32): void {
  const bytes: usize = <usize>m * SIZE;
  for (let row: i32 = 0; row < n; row += 1) {
    let most = v128.load(logits);
    for (let i: usize = 16; i < bytes; i += 16) most = f32x4.max(most, v128.load(logits + i));
    const top: f32 = maxLanes(most);
    const shift = f32x4.splat(top);
    let total = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const e = exp4(f32x4.sub(v128.load(logits + i), shift));
      v128.store(probabilities + i, e);
      total = f32x4.add(total, e);
    }
    const all: f32 = sumLanes(total);
    const factor = f32x4.splat(<f32>1 / all);
    for (let i: usize = 0; i < bytes; i += 16)
      v128.store(probabilities + i, f32x4.mul(v128.load(probabilities + i), factor));
    store<f32>(largest, top);
    store<f32>(sum, all);
    logits += bytes;
    probabilities += bytes;
    largest += SIZE;
    sum += SIZE;
  }
}

export function attention(
  qkv: usize,
  weights: usize,
  out: usize,
  starts: usize,
  sequences: i32,
  heads: i32,
  kvHeads: i32,
  headWidth: i32,
  context: i32,
): void {
  const head: usize = <usize>headWidth * SIZE;
  const width: usize = <usize>heads * head;
  const kv: usize = <usize>kvHeads * head;
  const stride: usize = width + 2 * kv;
  const group: i32 = heads / kvHeads;
  const factor: f32 = <f32>1 / sqrt<f32>(<f32>headWidth);
  const rowBytes: usize = <usize>context * SIZE;
  for (let s: i32 = 0; s < sequences; s += 1) {
    const first: i32 = load<i32>(starts + <usize>s * SIZE);
    const end: i32 = load<i32>(starts + <usize>(s + 1) * SIZE);
    for (let i: i32 = first; i < end; i += 1) {
      const length: i32 = i - first + 1;
      for (let h: i32 = 0; h < heads; h += 1) {
        const q: usize = qkv + <usize>i * stride + <usize>h * head;
        const firstKey: usize = qkv + <usize>first * stride + width + <usize>(h / group) * head;
        const row: usize = weights + <usize>(i * heads + h) * rowBytes;
        clear(row, rowBytes);
        let top: f32 = -Infinity;
        let key: usize = firstKey;
        for (let j: i32 = 0; j < length; j += 1) {
          const score: f32 = factor * dot(q, key, head);
          store<f32>(row + <usize>j * SIZE, score);
          if (score > top) top = score;
          key += stride;
        }
        const shift = f32x4.splat(top);
        const used: usize = <usize>((length + 3) & ~3) * SIZE;
        for (let j: usize = 0; j < used; j += 16) v128.store(row + j, exp4(f32x4.sub(v128.load(row + j), shift)));
        for (let j: usize = <usize>length * SIZE; j < used; j += SIZE) store<f32>(row + j, 0);
        let total = f32x4.splat(0);
        for (let j: usize = 0; j < used; j += 16) total = f32x4.add(total, v128.load(row + j));
        const inverse = f32x4.splat(<f32>1 / sumLanes(total));
        for (let j: usize = 0; j < used; j += 16) v128.store(row + j, f32x4.mul(v128.load(row + j), inverse));
        const to: usize = out + <usize>i * width + <usize>h * head;
        clear(to, head);
        let value: usize = firstKey + kv;
        for (let j: i32 = 0; j < length; j += 1) {
          addScaled(to, load<f32>(row + <usize>j * SIZE), value, head);
          value += stride;
        }
      }
    }
  }
}

export function attentionBackward(
  qkv: usize,
  weights: usize,
  dout: usize,
  dqkv: usize,
  starts: usize,
  sequences: i32,
  heads: i32,
  kvHeads: i32,
  headWidth: i32,
  context: i32,
): void {
  const head: usize = <usize>headWidth * SIZE;
  const width: usize = <usize>heads * head;
  const kv: usize = <usize>kvHeads * head;
  const stride: usize = width + 2 * kv;
  const group: i32 = heads / kvHeads;
  const factor: f32 = <f32>1 / sqrt<f32>(<f32>headWidth);
  clear(dqkv, <usize>load<i32>(starts + <usize>sequences * SIZE) * stride);
  for (let s: i32 = 0; s < sequences; s += 1) {
    const first: i32 = load<i32>(starts + <usize>s * SIZE);
    const end: i32 = load<i32>(starts + <usize>(s + 1) * SIZE);
    for (let i: i32 = first; i < end; i += 1) {
      const length: i32 = i - first + 1;
      for (let h: i32 = 0; h < heads; h += 1) {
        const at: usize = <usize>i * stride + <usize>h * head;
        const keyAt: usize = <usize>first * stride + width + <usize>(h / group) * head;
        const row: usize = weights + <usize>((i * heads + h) * context) * SIZE;
        const d: usize = dout + <usize>i * width + <usize>h * head;
        let mean: f32 = 0;
        let k: usize = keyAt;
        for (let j: i32 = 0; j < length; j += 1) {
          mean += load<f32>(row + <usize>j * SIZE) * dot(d, qkv + k + kv, head);
          k += stride;
        }
        k = keyAt;
        for (let j: i32 = 0; j < length; j += 1) {
          const w: f32 = load<f32>(row + <usize>j * SIZE);
          addScaled(dqkv + k + kv, w, d, head);
          const dscore: f32 = factor * w * (dot(d, qkv + k + kv, head) - mean);
          addScaled(dqkv + at, dscore, qkv + k, head);
          addScaled(dqkv + k, dscore, qkv + at, head);
          k += stride;
        }
      }
    }
  }
}
