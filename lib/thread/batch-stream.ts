/** Batches without end: shuffled epochs, where what is too few for a batch at the end of one waits for the next shuffle. */
import { createBatch, fillBatch, type SequenceSet, type TokenBatch } from '@/lib/ml/gpt/batch';
import type { Random } from '@/lib/random';
import { shuffled } from './split';

/** Each call fills the same batch anew. Throws RangeError on a batch size below 1 or above the data. */
export function createBatchStream(data: SequenceSet, batchSize: number, random: Random): () => TokenBatch {
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > data.count) {
    throw new RangeError(`batchSize must be 1 to ${data.count}, got ${batchSize}`);
  }
  const batch = createBatch(batchSize, data.longest);
  const all = Array.from({ length: data.count }, (_, i) => i);
  let order = Int32Array.from(all);
  let next = data.count;
  return () => {
    if (next + batchSize > data.count) {
      order = Int32Array.from(shuffled(all, random));
      next = 0;
    }
    fillBatch(batch, data, order, next, next + batchSize);
    next += batchSize;
    return batch;
  };
}
