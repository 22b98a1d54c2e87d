/** Forward and backward of the layers between the products: RMSNorm, ReLU, softmax. */
import { dot, exp4, LANES, maxLanes, SIZE, sumLanes } from './lanes';

const EPSILON: f32 = 1e-5;

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
