/**
 * Uniform integer quantization of weights: absmax (symmetric) and zero-point (affine), with one scale for each group
 * of consecutive values. Per tensor, per row and per group differ only in the size of the group.
 *
 * Sources: Jacob et al. 2017 (arXiv 1712.05877), §2.1; Dettmers et al. 2022 (arXiv 2208.07339), §2.
 * Rounding is half to even and the affine range is widened to hold 0, as `torch.quantize_per_tensor` and
 * `MinMaxObserver` do; real 0 therefore always stays 0.
 */
export type QuantizationScheme = 'symmetric' | 'affine';

export type QuantizationOptions = {
  /** Width of one code, an integer from 2 to 16. */
  readonly bits: number;
  /** Number of consecutive weights that share a scale; must divide the number of weights. */
  readonly groupSize: number;
  readonly scheme: QuantizationScheme;
};

/** One scale for a group: value = (code − zeroPoint) · scale, with code in [lowest, highest]. */
export type QuantizationGrid = {
  readonly scale: number;
  readonly zeroPoint: number;
  readonly lowest: number;
  readonly highest: number;
};

export type Quantized = {
  readonly codes: readonly number[];
  /** The codes turned back into weights, same length and order as the input. */
  readonly values: readonly number[];
  /** One grid a group, in order. */
  readonly grids: readonly QuantizationGrid[];
};

/** Bits that one stored scale takes: IEEE half precision. */
export const SCALE_BITS = 16;

/** Nearest integer; a tie goes to the even neighbour, as in `torch.round` and `numpy.round`. Never returns −0. */
export function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return (up ? below + 1 : below) + 0;
}

/** Code of one weight on a grid, clipped to the grid's ends. A grid of scale 0 (all weights 0) gives its zero point. */
export function quantizeValue(weight: number, { scale, zeroPoint, lowest, highest }: QuantizationGrid): number {
  if (scale === 0) return zeroPoint;
  return Math.min(highest, Math.max(lowest, roundHalfToEven(weight / scale) + zeroPoint));
}

export function dequantizeValue(code: number, { scale, zeroPoint }: QuantizationGrid): number {
  return (code - zeroPoint) * scale + 0;
}

// #region quantize
/** Grid for the weights of one group. Symmetric uses ±(2^(b−1)−1); affine spends all 2^b codes on [min, max]. */
export function fitGrid(group: readonly number[], bits: number, scheme: QuantizationScheme): QuantizationGrid {
  if (scheme === 'symmetric') {
    const highest = 2 ** (bits - 1) - 1;
    const absmax = group.reduce((largest, w) => Math.max(largest, Math.abs(w)), 0);
    return { scale: absmax / highest, zeroPoint: 0, lowest: -highest, highest };
  }
  const highest = 2 ** bits - 1;
  const min = group.reduce((least, w) => Math.min(least, w), 0);
  const max = group.reduce((most, w) => Math.max(most, w), 0);
  const scale = (max - min) / highest;
  const zeroPoint = scale === 0 ? 0 : roundHalfToEven(-min / scale);
  return { scale, zeroPoint, lowest: 0, highest };
}

export function quantize(weights: readonly number[], { bits, groupSize, scheme }: QuantizationOptions): Quantized {
  checkGroups(weights.length, bits, groupSize);
  const grids = Array.from({ length: weights.length / groupSize }, (_, g) =>
    fitGrid(weights.slice(g * groupSize, (g + 1) * groupSize), bits, scheme),
  );
  const codes = weights.map((w, i) => quantizeValue(w, gridOf(grids, i, groupSize)));
  return { codes, values: codes.map((q, i) => dequantizeValue(q, gridOf(grids, i, groupSize))), grids };
}
// #endregion quantize

/**
 * Storage for one weight, all in: its code and its share of the group's scale (half precision) and, for affine,
 * of a zero point as wide as a code.
 */
export function bitsPerWeight({ bits, groupSize, scheme }: QuantizationOptions): number {
  return bits + (SCALE_BITS + (scheme === 'affine' ? bits : 0)) / groupSize;
}

export type QuantizationError = {
  readonly maxAbs: number;
  readonly meanSquare: number;
  /** Signal-to-quantization-noise ratio in dB, 10·log10(Σw² / Σe²). Infinity where nothing is lost. */
  readonly sqnr: number;
};

/** Compares weights with what came back. Throws RangeError if the lengths differ or are 0. */
export function quantizationError(weights: readonly number[], restored: readonly number[]): QuantizationError {
  if (weights.length === 0 || weights.length !== restored.length) {
    throw new RangeError(`need two equal, non-empty lengths, got ${weights.length} and ${restored.length}`);
  }
  let maxAbs = 0;
  let noise = 0;
  let signal = 0;
  weights.forEach((w, i) => {
    const error = (restored[i] ?? 0) - w;
    maxAbs = Math.max(maxAbs, Math.abs(error));
    noise += error * error;
    signal += w * w;
  });
  return { maxAbs, meanSquare: noise / weights.length, sqnr: noise === 0 ? Infinity : 10 * Math.log10(signal / noise) };
}

/** No weight can move further than this: half the distance between two levels of its group. */
export function errorBound({ scale }: QuantizationGrid): number {
  return scale / 2;
}

function gridOf(grids: readonly QuantizationGrid[], index: number, groupSize: number): QuantizationGrid {
  const grid = grids[Math.floor(index / groupSize)];
  if (!grid) throw new RangeError(`weight ${index} lies in no group`);
  return grid;
}

function checkGroups(count: number, bits: number, groupSize: number): void {
  if (!Number.isInteger(bits) || bits < 2 || bits > 16) throw new RangeError(`bits must be 2 to 16, got ${bits}`);
  if (!Number.isInteger(groupSize) || groupSize < 1 || count % groupSize !== 0) {
    throw new RangeError(`groups of ${groupSize} do not divide ${count} weights`);
  }
}
