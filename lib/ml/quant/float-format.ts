/**
 * The floating-point formats that models are trained and stored in, bit by bit: one table, and rounding, encoding, decoding,
 * neighbours and limits computed from it.
 *
 * Sources: IEEE 754-2019, §3.4–3.5 (binary16, binary32); Micikevicius et al. 2022 (arXiv 2209.05433), table 1 (E4M3, E5M2).
 * bfloat16 is binary32 cut to 16 bits. A code is the unsigned integer of a number's bits, sign bit highest.
 */
import { roundHalfToEven } from './quantize';

export const floatFormatIds = ['fp32', 'bf16', 'fp16', 'e5m2', 'e4m3fn'] as const;
export type FloatFormatId = (typeof floatFormatIds)[number];

export type FloatFormat = {
  readonly id: FloatFormatId;
  readonly bits: number;
  readonly exponentBits: number;
  readonly fractionBits: number;
  /** The exponent field holds exponent + bias. */
  readonly bias: number;
  /**
   * What lies beyond the largest number. `infinity`: the highest exponent is kept for ±∞ and NaN. `saturate`: only the code of
   * all ones is NaN, there is no ∞, and what is too large becomes ±max, as in torch since 2.13.
   */
  readonly overflow: 'infinity' | 'saturate';
};

export const floatFormats: Readonly<Record<FloatFormatId, FloatFormat>> = {
  fp32: { id: 'fp32', bits: 32, exponentBits: 8, fractionBits: 23, bias: 127, overflow: 'infinity' },
  bf16: { id: 'bf16', bits: 16, exponentBits: 8, fractionBits: 7, bias: 127, overflow: 'infinity' },
  fp16: { id: 'fp16', bits: 16, exponentBits: 5, fractionBits: 10, bias: 15, overflow: 'infinity' },
  e5m2: { id: 'e5m2', bits: 8, exponentBits: 5, fractionBits: 2, bias: 15, overflow: 'infinity' },
  e4m3fn: { id: 'e4m3fn', bits: 8, exponentBits: 4, fractionBits: 3, bias: 7, overflow: 'saturate' },
};

export type FloatLimits = {
  readonly max: number;
  /** Distance from 1 to the next larger number. */
  readonly eps: number;
  /** Below it, numbers lose precision bit by bit. */
  readonly smallestNormal: number;
  /** Half of it and less rounds to 0. */
  readonly smallestSubnormal: number;
};

/** As `torch.finfo`: every field is a power of two or, for `max`, exact in float64. */
export function floatLimits({ exponentBits, fractionBits, bias, overflow }: FloatFormat): FloatLimits {
  const infinite = overflow === 'infinity';
  const topExponent = 2 ** exponentBits - 1 - (infinite ? 1 : 0) - bias;
  const topFraction = 2 ** fractionBits - 1 - (infinite ? 0 : 1);
  return {
    max: 2 ** topExponent * (1 + topFraction / 2 ** fractionBits),
    eps: 2 ** -fractionBits,
    smallestNormal: 2 ** (1 - bias),
    smallestSubnormal: 2 ** (1 - bias - fractionBits),
  };
}

// #region round
/** Distance between the numbers of a format around `x`: 2^(exponent − fraction bits), and no less than the smallest subnormal. */
export function ulp(x: number, { bias, fractionBits }: FloatFormat): number {
  return 2 ** (Math.max(exponentOf(x), 1 - bias) - fractionBits);
}

/**
 * Nearest number of the format, ties to even; the sign of 0 is kept and NaN stays NaN. Equals `tensor.to(dtype)` in torch for
 * every float32 `x`, and `Math.fround` for fp32. Half of the last step beyond max and more overflows.
 */
export function roundToFormat(x: number, format: FloatFormat): number {
  if (x === 0 || Number.isNaN(x)) return x;
  const size = nearestSize(x, format);
  const { max } = floatLimits(format);
  if (size <= max) return Math.sign(x) * size;
  return Math.sign(x) * (format.overflow === 'infinity' ? Infinity : max);
}

/** |x| on the format's grid, as if the format had no largest number. */
function nearestSize(x: number, format: FloatFormat): number {
  const step = ulp(x, format);
  // Dividing by a power of two is exact, so there is one rounding only.
  return Number.isFinite(x) ? roundHalfToEven(Math.abs(x) / step) * step : Infinity;
}
// #endregion round

/** Whether `x` rounds to something larger than the format's largest number, be it then infinite or saturated. */
export function overflowsFormat(x: number, format: FloatFormat): boolean {
  return nearestSize(x, format) > floatLimits(format).max;
}

/** Largest e with 2^e ≤ |x|, read from the bits of the float64; at most −1023 for 0 and float64 subnormals. */
function exponentOf(x: number): number {
  bytes.setFloat64(0, x);
  return ((bytes.getUint16(0) >> 4) & 0x7ff) - 1023;
}
const bytes = new DataView(new ArrayBuffer(8));

/** The three fields of a code, as unsigned integers. */
export type FloatFields = { readonly sign: number; readonly exponent: number; readonly fraction: number };

/** Throws RangeError if `code` is not an unsigned integer of the format's width. */
export function splitCode(code: number, { id, bits, exponentBits, fractionBits }: FloatFormat): FloatFields {
  if (!Number.isInteger(code) || code < 0 || code >= 2 ** bits) {
    throw new RangeError(`${code} is not a code of ${bits} bits (${id})`);
  }
  return {
    sign: Math.floor(code / 2 ** (bits - 1)),
    exponent: Math.floor(code / 2 ** fractionBits) % 2 ** exponentBits,
    fraction: code % 2 ** fractionBits,
  };
}

/** The number a code stands for. Throws RangeError if `code` is not an unsigned integer of the format's width. */
export function decodeFloat(code: number, format: FloatFormat): number {
  const { sign, exponent, fraction } = splitCode(code, format);
  const { exponentBits, fractionBits, bias, overflow } = format;
  const factor = sign === 1 ? -1 : 1;
  if (exponent === 2 ** exponentBits - 1) {
    if (overflow === 'infinity') return fraction === 0 ? factor * Infinity : Number.NaN;
    if (fraction === 2 ** fractionBits - 1) return Number.NaN;
  }
  // Exponent field 0 has no hidden leading 1 and shares the exponent of field 1: the subnormal numbers and 0.
  const significand = fraction / 2 ** fractionBits + (exponent === 0 ? 0 : 1);
  return factor * significand * 2 ** (Math.max(1, exponent) - bias);
}

/** Code of the number that `x` rounds to. Every NaN becomes the quiet NaN of positive sign. */
export function encodeFloat(x: number, format: FloatFormat): number {
  const { bits, exponentBits, fractionBits, bias, overflow } = format;
  const top = (2 ** exponentBits - 1) * 2 ** fractionBits;
  if (Number.isNaN(x)) return top + (overflow === 'infinity' ? 2 ** (fractionBits - 1) : 2 ** fractionBits - 1);
  const rounded = roundToFormat(x, format);
  const signBit = rounded < 0 || Object.is(rounded, -0) ? 2 ** (bits - 1) : 0;
  if (!Number.isFinite(rounded)) return signBit + top;
  const steps = Math.abs(rounded) / ulp(rounded, format);
  // Codes of one sign count up through the numbers: each exponent adds 2^fractionBits of them.
  return signBit + steps + Math.max(0, exponentOf(rounded) + bias - 1) * 2 ** fractionBits;
}

/**
 * The numbers of the format next below and next above `x` rounded to it; null where there is none. ±∞ count as numbers where
 * the format has them, NaN has no neighbours.
 */
export function floatNeighbours(x: number, format: FloatFormat): { below: number | null; above: number | null } {
  const value = roundToFormat(x, format);
  if (Number.isNaN(value)) return { below: null, above: null };
  const end = format.overflow === 'infinity' ? Infinity : floatLimits(format).max;
  const away = (size: number) => decodeFloat(encodeFloat(size, format) + 1, format);
  const toZero = (size: number) => decodeFloat(encodeFloat(size, format) - 1, format);
  const above = value === end ? null : value >= 0 ? away(Math.abs(value)) : -toZero(-value);
  const below = value === -end ? null : value <= 0 ? -away(Math.abs(value)) : toZero(value);
  return { below, above };
}
