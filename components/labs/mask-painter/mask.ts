/**
 * Attention masks over six tokens, and where information gets to through several layers of the same mask.
 * A mask is one number a row: bit j of row i is set when token i may read token j.
 */

export const TOKENS = 6;
/** The first three tokens are the source (question), the rest the target (answer). */
export const SOURCE = 3;
const FULL = 2 ** TOKENS - 1;

export type Mask = readonly number[];
export const kinds = ['bidirectional', 'causal', 'prefix', 'apart', 'other'] as const;
export type Kind = (typeof kinds)[number];

const places = Array.from({ length: TOKENS }, (_, i) => i);
const upTo = (count: number) => 2 ** count - 1;

export const masks: Readonly<Record<Exclude<Kind, 'other'>, Mask>> = {
  bidirectional: places.map(() => FULL),
  causal: places.map((i) => upTo(i + 1)),
  /** Source sees all of the source; target sees the source and its own past. Also encoder–decoder, drawn on one sheet. */
  prefix: places.map((i) => upTo(Math.max(SOURCE, i + 1))),
  /** An encoder and a decoder without cross-attention. */
  apart: places.map((i) => (i < SOURCE ? upTo(SOURCE) : upTo(i + 1) - upTo(SOURCE))),
};

export const reads = (row: number, token: number) => Math.floor(row / 2 ** token) % 2 === 1;
export const count = (row: number) => places.filter((token) => reads(row, token)).length;

export function toggle(mask: Mask, row: number, token: number, on: boolean): number[] {
  return mask.map((bits, i) => (i === row && reads(bits, token) !== on ? bits + (on ? 1 : -1) * 2 ** token : bits));
}

/** Masks are compared without their diagonal: the residual connection carries a token to itself in any case. */
export function nameMask(mask: Mask): Kind {
  const off = (bits: number, i: number) => (reads(bits, i) ? bits - 2 ** i : bits);
  const same = (other: Mask) => mask.every((bits, i) => off(bits, i) === off(other[i] ?? 0, i));
  return kinds.find((kind) => kind !== 'other' && same(masks[kind])) ?? 'other';
}

// #region reach
/**
 * Which inputs can change which outputs after `layers` Transformer blocks under one mask, [T] bit sets. A block reads
 * the streams its mask allows and adds to its own (residual): know_0(i) = {i}, know_l(i) = know_{l−1}(i) ∪ ⋃_{j read by i} know_{l−1}(j).
 * The pattern of non-zero entries in the Jacobian of a network with generic weights.
 */
export function spread(mask: Mask, layers: number): number[] {
  let know = mask.map((_, i) => 2 ** i);
  for (let layer = 0; layer < layers; layer += 1) {
    const before = know;
    know = before.map((own, i) => before.reduce((all, other, j) => (reads(mask[i] ?? 0, j) ? all | other : all), own));
  }
  return know;
}
// #endregion reach
