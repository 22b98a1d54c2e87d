/**
 * Memory of keys and values kept while a model decodes. The query heads do not count: multi-head, grouped-query and
 * multi-query attention differ in `kvHeads` alone (Shazeer 2019, Ainslie 2023). Paging: Kwon 2023 (vLLM), §4.
 */
import { headDim, type ModelShape } from './model-shape';

export type CacheShape = {
  readonly layers: number;
  readonly kvHeads: number;
  /** Numbers in one head. */
  readonly headDim: number;
  /** 2 for fp16 and bf16, 1 for int8 and fp8; scales of quantized caches come on top. */
  readonly bytesPerElement: number;
};

/** The cache of a model, optionally with another number of key-value heads. */
export function cacheShape(shape: ModelShape, bytesPerElement: number, kvHeads: number = shape.kvHeads): CacheShape {
  return { layers: shape.layers, kvHeads, headDim: headDim(shape), bytesPerElement };
}

// #region bytes
/** Bytes that every token of every user adds: one key and one value per layer and key-value head. */
export function kvBytesPerToken({ layers, kvHeads, headDim, bytesPerElement }: CacheShape): number {
  for (const count of [layers, kvHeads, headDim]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`a cache needs positive integers, got ${count}`);
  }
  return 2 * layers * kvHeads * headDim * bytesPerElement;
}

/** Bytes for `batch` sequences of `tokens` each. */
export function kvBytes(shape: CacheShape, tokens: number, batch = 1): number {
  return kvBytesPerToken(shape) * tokens * batch;
}
// #endregion bytes

/** A cache handed out in blocks of `blockSize` tokens: how many each sequence takes, and slots left empty in its last one. */
export function pagedBlocks(
  lengths: readonly number[],
  blockSize: number,
): { readonly blocks: readonly number[]; readonly wasted: readonly number[] } {
  if (!Number.isInteger(blockSize) || blockSize < 1) {
    throw new RangeError(`blockSize must be a positive integer, got ${blockSize}`);
  }
  const blocks = lengths.map((length) => Math.ceil(length / blockSize));
  return { blocks, wasted: blocks.map((count, i) => count * blockSize - (lengths[i] as number)) };
}

/** Share of slots in use when every sequence reserves `maxLength` of them from the start, as servers did before paging. */
export function contiguousUse(lengths: readonly number[], maxLength: number): number {
  if (lengths.length === 0) throw new RangeError('there is no sequence');
  return lengths.reduce((sum, length) => sum + length, 0) / (lengths.length * maxLength);
}
