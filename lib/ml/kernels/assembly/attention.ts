/** Causal attention, forward and backward. */
import { addScaled, clear, dot, exp4, SIZE, sumLanes } from './lanes';

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
