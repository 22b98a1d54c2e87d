/**
 * What the kernels of this folder are made of: sums, products and exponentials over four lanes of float32. They are those of
 * `../kernels.ts` in AssemblyScript; `npm run kernels` compiles them to `../simd-binary.ts`, and a test proves that the two belong
 * together. Pointers are byte offsets, `bytes` multiples of 16; counts are checked by the caller.
 */

export const LANES: i32 = 4;
export const SIZE: usize = 4;

export function sumLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

export function maxLanes(v: v128): f32 {
  return max<f32>(
    max<f32>(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max<f32>(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

export function dot(a: usize, b: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  return sumLanes(sum);
}

/** y += factor · x */
export function addScaled(y: usize, factor: f32, x: usize, bytes: usize): void {
  const f = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(y + i, f32x4.add(v128.load(y + i), f32x4.mul(f, v128.load(x + i))));
}

export function clear(at: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(at + i, f32x4.splat(0));
}

/**
 * e^x for x ≤ 0 to about one unit in the last place: x = n ln 2 + r with |r| ≤ ln 2 / 2, a polynomial for e^r, then n is added
 * to the exponent. Below −87 the result is 0 to float32 and is clamped there. Cody & Waite 1980, ch. 6; coefficients of Cephes.
 */
export function exp4(x: v128): v128 {
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
