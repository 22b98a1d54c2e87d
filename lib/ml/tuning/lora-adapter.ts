/**
 * LoRA on the flat weights of the tiny GPT: beside each chosen matrix W [out, in] stand A [r, in] and B [out, r], and the model
 * runs with W + (alpha / r)·B·A. W is never trained. Because the model is linear in W + ΔW, the gradients of A and B follow from
 * the gradient of the merged matrix, so the engine needs no second path: merge, run, and take the adapter's share.
 * Source: Hu et al. 2021 (arXiv 2106.09685), §4.1; A starts as in the authors' code, uniform in ±1/√in, and B at zero.
 */
import type { GptLayout, GptMatrix } from '@/lib/ml/gpt/config';
import { matrixOf } from '@/lib/ml/gpt/config';
import type { Floats } from '@/lib/ml/kernels/kernels';
import type { Random } from '@/lib/random';

export type LoraOptions = {
  readonly layout: GptLayout;
  /** Names of matrices in the layout, such as `layer0.wq`. */
  readonly targets: readonly string[];
  readonly rank: number;
  /** The update is scaled by alpha / rank. */
  readonly alpha: number;
  readonly random: Random;
  readonly precision?: 'float32' | 'float64';
};

export type LoraAdapter = {
  readonly rank: number;
  /** s = alpha / rank. */
  readonly scale: number;
  readonly targets: readonly GptMatrix[];
  /** Flat, for any optimizer: A [r, in] then B [out, r] of each target in turn. */
  readonly parameters: Floats;
  /** d loss / d parameters, filled by `gradients`. */
  readonly grads: Floats;
  /** weights ← base + s·B·A on the targets; all else is copied. `base` and `weights` may be the same array. */
  readonly merge: (base: Floats, weights: Floats) => void;
  /** weights ← weights − s·B·A: takes the adapter out again, up to rounding. */
  readonly unmerge: (weights: Floats) => void;
  /** dA = s·Bᵀ·dW and dB = s·dW·Aᵀ from d loss / d merged weights, flat like the weights. */
  readonly gradients: (dWeights: Floats) => void;
};

type Place = GptMatrix & { readonly a: number; readonly b: number };

/** Throws RangeError on no target, one named twice, one that is not in the layout, or a rank that is no positive integer. */
export function createLoraAdapter(options: LoraOptions): LoraAdapter {
  const { layout, rank, alpha, random, precision = 'float32' } = options;
  if (!Number.isInteger(rank) || rank < 1) throw new RangeError(`rank must be a positive integer, got ${rank}`);
  if (!Number.isFinite(alpha)) throw new RangeError(`alpha must be finite, got ${alpha}`);
  if (options.targets.length === 0) throw new RangeError('an adapter needs a matrix to adapt');
  if (new Set(options.targets).size < options.targets.length) throw new RangeError('a matrix can be adapted once only');
  const scale = alpha / rank;
  let size = 0;
  const places = options.targets.map((name): Place => {
    const entry = matrixOf(layout, name);
    const a = size;
    const b = a + rank * entry.columns;
    size = b + rank * entry.rows;
    return { ...entry, a, b };
  });
  const Array_ = precision === 'float32' ? Float32Array : Float64Array;
  const parameters: Floats = new Array_(size);
  const grads: Floats = new Array_(size);
  for (const { a, b, columns } of places) {
    const bound = 1 / Math.sqrt(columns);
    for (let i = a; i < b; i += 1) parameters[i] = bound * (2 * random.next() - 1);
  }

  const checkSize = (weights: Floats) => {
    if (weights.length !== layout.size) throw new RangeError(`${weights.length} weights for a model of ${layout.size}`);
  };

  /** weights += factor·B·A on every target. */
  const addUpdate = (weights: Floats, factor: number) => {
    for (const { offset, rows, columns, a, b } of places) {
      for (let row = 0; row < rows; row += 1) {
        const at = offset + row * columns;
        for (let k = 0; k < rank; k += 1) {
          const left = factor * (parameters[b + row * rank + k] as number);
          for (let column = 0; column < columns; column += 1) {
            weights[at + column] =
              (weights[at + column] as number) + left * (parameters[a + k * columns + column] as number);
          }
        }
      }
    }
  };

  // #region gradients
  /** The chain rule through W + s·B·A: dA = s·Bᵀ·dW and dB = s·dW·Aᵀ. */
  function gradients(dWeights: Floats): void {
    checkSize(dWeights);
    grads.fill(0);
    for (const { offset, rows, columns, a, b } of places) {
      for (let row = 0; row < rows; row += 1) {
        for (let k = 0; k < rank; k += 1) {
          const right = b + row * rank + k;
          const left = a + k * columns;
          let dB = 0;
          for (let column = 0; column < columns; column += 1) {
            const dW = scale * (dWeights[offset + row * columns + column] as number);
            dB += dW * (parameters[left + column] as number);
            grads[left + column] = (grads[left + column] as number) + dW * (parameters[right] as number);
          }
          grads[right] = dB;
        }
      }
    }
  }
  // #endregion gradients

  return {
    rank,
    scale,
    targets: places,
    parameters,
    grads,
    merge(base, weights) {
      checkSize(base);
      checkSize(weights);
      if (base !== weights) weights.set(base);
      addUpdate(weights, scale);
    },
    unmerge(weights) {
      checkSize(weights);
      addUpdate(weights, -scale);
    },
    gradients,
  };
}
