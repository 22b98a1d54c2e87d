/**
 * A stack of transformer blocks at initialization, forward and backward on the tape: how large the residual stream is after each
 * block, how alike its tokens have become, and how large the gradient of each block is.
 * Pre-norm and post-norm as in Xiong 2020, figure 1; the gradient shown is that of the last matrix of the feed-forward network, of which
 * Xiong's theorem 1 speaks.
 */
import { add } from '@/lib/ml/tape/arithmetic';
import { crossEntropy } from '@/lib/ml/tape/cross-entropy';
import { type AttentionWeights, linear, type MlpKind, mlp, selfAttention } from '@/lib/ml/tape/nn';
import { layerNorm, rmsNorm } from '@/lib/ml/tape/norm';
import { backward } from '@/lib/ml/tape/tape';
import { fromFlat, item, type Tensor } from '@/lib/ml/tape/tensor';

export type Recipe = {
  readonly residual: boolean;
  readonly norm: 'none' | 'post' | 'pre';
  readonly kind: 'layernorm' | 'rmsnorm';
  readonly mlp: MlpKind;
  readonly heads: number;
};
export type BlockWeights = AttentionWeights & { readonly fc1: Tensor; readonly fc2: Tensor; readonly gate?: Tensor };
export type Stack = {
  /** Token vectors [T, d]. */
  readonly input: Tensor;
  readonly blocks: readonly BlockWeights[];
  /** From the stream to logits, [vocabulary, d]. */
  readonly head: Tensor;
  readonly targets: readonly number[];
};
export type Trace = {
  /** Root mean square of the stream before the first block and after each. */
  readonly sizes: readonly number[];
  /** Mean cosine between the vectors of two tokens, at the same places. */
  readonly alike: readonly number[];
  /** Norm of the loss's gradient for the last matrix of each block; empty after an overflow. */
  readonly gradients: readonly number[];
  readonly loss: number | null;
  /** Block, from 1, whose output no longer fits into float32; 0 if none. */
  readonly overflow: number;
};

/** Largest float32. What exceeds it would be infinite on a GPU. */
const FLOAT32_MAX = 3.4e38;

// #region block
/** One block: attention, then feed-forward, each with its norm and its residual path as the recipe says. */
export function applyBlock(x: Tensor, w: BlockWeights, { residual, norm, kind, mlp: form, heads }: Recipe): Tensor {
  const normalize = kind === 'rmsnorm' ? rmsNorm : layerNorm;
  const sublayer = (stream: Tensor, branch: (input: Tensor) => Tensor) => {
    const update = branch(norm === 'pre' ? normalize(stream) : stream);
    const sum = residual ? add(stream, update) : update;
    return norm === 'post' ? normalize(sum) : sum;
  };
  const attended = sublayer(x, (input) => selfAttention(input, w, { heads }));
  return sublayer(attended, (input) => mlp(input, w, form));
}
// #endregion block

export function traceStack({ input, blocks, head, targets }: Stack, recipe: Recipe): Trace {
  const streams = [input];
  for (const weights of blocks) {
    const next = applyBlock(streams.at(-1) ?? input, weights, recipe);
    if (!next.data.every((value) => Math.abs(value) < FLOAT32_MAX)) break;
    streams.push(next);
  }
  const sizes = streams.map(rootMeanSquare);
  const alike = streams.map(meanCosine);
  const failed = { sizes, alike, gradients: [], loss: null };
  if (streams.length <= blocks.length) return { ...failed, overflow: streams.length };
  const last = streams.at(-1) ?? input;
  const normalize = recipe.kind === 'rmsnorm' ? rmsNorm : layerNorm;
  const loss = crossEntropy(linear(recipe.norm === 'pre' ? normalize(last) : last, head), targets);
  backward(loss);
  const gradients = blocks.map(({ fc2 }) => norm(fc2.grad));
  if (!gradients.every((size) => size < FLOAT32_MAX)) return { ...failed, overflow: blocks.length };
  return { sizes, alike, gradients, loss: item(loss), overflow: 0 };
}

/** The same weights times `factor`, as leaves of a new graph. Only the last matrix of a block wants a gradient. */
export function scaleBlock(weights: BlockWeights, factor: number): BlockWeights {
  const copy = (x: Tensor, requiresGrad = false) =>
    fromFlat(
      x.data.map((value) => value * factor),
      x.shape,
      { requiresGrad, precision: 'float64' },
    );
  const { wq, wk, wv, wo, fc1, fc2, gate } = weights;
  const plain = { wq: copy(wq), wk: copy(wk), wv: copy(wv), wo: copy(wo), fc1: copy(fc1), fc2: copy(fc2, true) };
  return gate ? { ...plain, gate: copy(gate) } : plain;
}

function norm(x: Tensor | null): number {
  let sum = 0;
  for (const value of x?.data ?? []) sum += value * value;
  return Math.sqrt(sum);
}

function rootMeanSquare(x: Tensor): number {
  return norm(x) / Math.sqrt(x.data.length);
}

function meanCosine(x: Tensor): number {
  const [rows = 0, width = 0] = x.shape;
  const unit = Array.from({ length: rows }, (_, t) => {
    const row = Array.from(x.data.subarray(t * width, (t + 1) * width));
    const length = Math.hypot(...row);
    return row.map((value) => value / (length || 1));
  });
  let sum = 0;
  for (let a = 0; a < rows; a += 1) {
    for (let b = 0; b < a; b += 1) {
      sum += (unit[a] ?? []).reduce((dot, value, i) => dot + value * (unit[b]?.[i] ?? 0), 0);
    }
  }
  return rows < 2 ? 1 : (2 * sum) / (rows * (rows - 1));
}
