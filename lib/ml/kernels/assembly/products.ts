/** Matrix products in blocks that stay in registers, and the transpose. */
import { SIZE } from './lanes';

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
