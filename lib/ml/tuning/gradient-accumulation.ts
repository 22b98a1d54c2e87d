/**
 * Gradient accumulation: one optimizer step from several micro-batches that do not fit at once. What their losses are divided by
 * decides whether the sum is the gradient of the whole batch.
 */
import type { TokenBatch } from '@/lib/ml/gpt/batch';
import type { GptRunner } from '@/lib/ml/gpt/runner';
import type { Floats } from '@/lib/ml/kernels/kernels';

/**
 * What the summed loss of a micro-batch is divided by:
 * - `micro-mean`: its own tokens and the number of micro-batches. The average of averages; right only when all are equally long.
 * - `sequence-mean`: the tokens of each sequence and the number of sequences in the batch. Every sequence counts the same.
 * - `none`: nothing. The right direction, and a norm that grows with the batch.
 * - `tokens`: the tokens of the whole batch, so that accumulating changes nothing.
 */
export type Normalisation = 'micro-mean' | 'sequence-mean' | 'none' | 'tokens';

// #region weights
/**
 * Factor of each token's loss in the accumulated loss; the tokens of a sequence share one. `batches[m]` holds the lengths of the
 * sequences in micro-batch m, in tokens; the result has the same shape. Throws RangeError on an empty micro-batch or sequence.
 */
export function tokenWeights(batches: readonly (readonly number[])[], normalisation: Normalisation): number[][] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  if (batches.some((lengths) => lengths.length === 0 || lengths.some((length) => !(length > 0)))) {
    throw new RangeError('every micro-batch needs a sequence, and every sequence a token');
  }
  const sequences = sum(batches.map((lengths) => lengths.length));
  const tokens = sum(batches.map(sum));
  return batches.map((lengths) =>
    lengths.map((length) => {
      if (normalisation === 'micro-mean') return 1 / (batches.length * sum(lengths));
      if (normalisation === 'sequence-mean') return 1 / (sequences * length);
      return normalisation === 'tokens' ? 1 / tokens : 1;
    }),
  );
}
// #endregion weights

export type Accumulated = { readonly loss: number; readonly gradient: Float64Array };

// #region accumulate
/**
 * One pass over the micro-batches as a trainer does it: forward, loss times weight, backward, add. The memory of one micro-batch is
 * enough. Gradients are added in float64. Throws RangeError like `tokenWeights`, or if a batch does not fit the runner.
 */
export function accumulate(
  runner: GptRunner,
  batches: readonly TokenBatch[],
  normalisation: Normalisation,
): Accumulated {
  const weights = tokenWeights(batches.map(lengthsOf), normalisation);
  const gradient = new Float64Array(runner.layout.size);
  let loss = 0;
  batches.forEach((batch, m) => {
    runner.forward(batch);
    runner.crossEntropy(batch);
    loss += weighDown(runner, batch, weights[m] ?? []);
    runner.backward(batch);
    for (let i = 0; i < gradient.length; i += 1) gradient[i] = (gradient[i] as number) + (runner.grads[i] as number);
  });
  return { loss, gradient };
}
// #endregion accumulate

/** Tokens of each sequence of a packed batch. */
export function lengthsOf({ starts, sequences }: TokenBatch): number[] {
  return Array.from({ length: sequences }, (_, s) => (starts[s + 1] as number) - (starts[s] as number));
}

/** Replaces the gradient of the mean by that of the weighted sum, and returns the weighted loss. */
function weighDown(runner: GptRunner, batch: TokenBatch, weights: readonly number[]): number {
  const { vocab } = runner.config;
  let loss = 0;
  for (let s = 0; s < batch.sequences; s += 1) {
    const weight = weights[s] ?? 0;
    for (let n = batch.starts[s] as number; n < (batch.starts[s + 1] as number); n += 1) {
      loss += weight * (runner.nll[n] as number);
      // crossEntropy() has divided by the tokens of this micro-batch already.
      const factor = weight * batch.size;
      for (let v = n * vocab; v < (n + 1) * vocab; v += 1) runner.dLogits[v] = (runner.dLogits[v] as number) * factor;
    }
  }
  return loss;
}

export type Comparison = {
  /** Cosine of the angle between the two, in [−1, 1]; 0 if one of them is 0. */
  readonly cosine: number;
  /** |a| / |b|; 0 if b is 0. */
  readonly ratio: number;
};

/** Direction and length of a against b. Throws RangeError on different lengths. */
export function compareGradients(a: Floats, b: Floats): Comparison {
  if (a.length !== b.length) throw new RangeError(`gradients of ${a.length} and ${b.length} numbers`);
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [p, q] = [a[i] as number, b[i] as number];
    dot += p * q;
    aa += p * p;
    bb += q * q;
  }
  if (aa === 0 || bb === 0) return { cosine: 0, ratio: bb === 0 ? 0 : Math.sqrt(aa / bb) };
  // Rounding may carry the quotient of two equal vectors past 1.
  return { cosine: Math.max(-1, Math.min(1, dot / Math.sqrt(aa * bb))), ratio: Math.sqrt(aa / bb) };
}
