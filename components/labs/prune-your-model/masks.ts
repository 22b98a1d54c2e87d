/** Which weights of the model go, and what the rest takes to store. Embeddings and head stay whole, as in most of practice. */
import type { GptLayout, GptMatrix } from '@/lib/ml/gpt/config';
import { magnitudeMask, type PruneMask, randomMask, sparsityOf, twoOfFourMask } from '@/lib/ml/quant/prune';
import { bitmapBytes, csrBytes, denseBytes, type SparseMatrix, twoOfFourBytes } from '@/lib/ml/quant/sparse-size';
import { createRandom } from '@/lib/random';

export const methods = ['magnitude', 'random', 'two-of-four'] as const;
export type Method = (typeof methods)[number];

const BYTES_A_WEIGHT = 4;

/** The matrices that are pruned: those of attention and MLP in every layer. */
export function prunedMatrices({ entries }: GptLayout): readonly GptMatrix[] {
  return entries.filter(({ name }) => name.startsWith('layer'));
}

export type Plan = { readonly method: Method; readonly sparsity: number; readonly seed: number };

/** One mask for each pruned matrix, in order. Each matrix loses the same share, so none is emptied. */
export function masksOf(layout: GptLayout, weights: Float32Array, plan: Plan): readonly PruneMask[] {
  const random = createRandom(plan.seed).split('prune');
  return prunedMatrices(layout).map(({ name, offset, size, columns }) => {
    const matrix = weights.subarray(offset, offset + size);
    if (plan.method === 'random') return randomMask(size, plan.sparsity, random.split(name));
    return plan.method === 'two-of-four' ? twoOfFourMask(matrix, columns) : magnitudeMask(matrix, plan.sparsity);
  });
}

/** One mask over all parameters, 1 where nothing is pruned. */
export function maskOfModel(layout: GptLayout, masks: readonly PruneMask[]): PruneMask {
  const all = new Uint8Array(layout.size).fill(1);
  prunedMatrices(layout).forEach(({ offset }, i) => {
    all.set(masks[i] as PruneMask, offset);
  });
  return all;
}

export const storages = ['dense', 'csr', 'bitmap', 'two-of-four'] as const;
export type Storage = (typeof storages)[number];

/** Bytes of the whole model in float32, pruned matrices stored in each way; null where the pattern does not allow it. */
export function bytesOf(
  layout: GptLayout,
  masks: readonly PruneMask[],
  method: Method,
): Record<Storage, number | null> {
  const matrices = prunedMatrices(layout).map(({ rows, columns }, i): SparseMatrix => {
    const kept = (masks[i] as PruneMask).reduce((sum, bit) => sum + bit, 0);
    return { rows, columns, kept, weightBytes: BYTES_A_WEIGHT };
  });
  const whole = (layout.size - matrices.reduce((sum, { rows, columns }) => sum + rows * columns, 0)) * BYTES_A_WEIGHT;
  const total = (bytes: (matrix: SparseMatrix) => number) => matrices.reduce((sum, one) => sum + bytes(one), whole);
  return {
    dense: total(denseBytes),
    csr: total(csrBytes),
    bitmap: total(bitmapBytes),
    'two-of-four': method === 'two-of-four' ? total(twoOfFourBytes) : null,
  };
}

/** A pruned matrix as a picture. */
export type MaskMap = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Weights ÷ the largest of the matrix, 0 where pruned; row-major. */
  readonly values: readonly number[];
  readonly zeros: number;
};

export function mapsOf(layout: GptLayout, weights: Float32Array, masks: readonly PruneMask[]): readonly MaskMap[] {
  return prunedMatrices(layout).map(({ name, rows, columns, offset, size }, i) => {
    const mask = masks[i] as PruneMask;
    const matrix = Array.from(weights.subarray(offset, offset + size), (weight, at) => weight * (mask[at] as number));
    const largest = matrix.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const values = matrix.map((weight) => (largest === 0 ? 0 : weight / largest));
    return { name, rows, columns, values, zeros: sparsityOf(mask) };
  });
}
