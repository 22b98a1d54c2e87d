/**
 * Floating-point operations of a decoder-only transformer, by part. A multiply-add counts as two; attention is counted over
 * the full square of positions, as kernels without a causal shortcut compute it; norms, softmax, biases and activation
 * functions are left out. Equal to what `torch.utils.flop_counter` measures. Kaplan 2020 §2.1; Korthikanti 2022, appendix A.
 */
import { countWeights, linearShapes, type ModelShape, routerWeights } from './model-shape';

export type ForwardFlops = {
  /** Projections to q, k, v and back. */
  readonly projections: number;
  /** Scores q·k and the weighted sum of the values: the only part that grows with the square of the length. */
  readonly attention: number;
  readonly mlp: number;
  readonly router: number;
  /** From the last hidden state to logits. */
  readonly head: number;
  readonly total: number;
};

/** A step forward and back costs three times the forward pass: the backward pass makes two products for each one forward. */
export const TRAIN_OVER_FORWARD = 3;

/** One sequence of `tokens`. Throws RangeError unless it is a positive integer. */
export function forwardFlops(shape: ModelShape, tokens: number): ForwardFlops {
  if (!Number.isInteger(tokens) || tokens < 1) throw new RangeError(`tokens must be a positive integer, got ${tokens}`);
  const { hidden, layers, vocab, experts = 1, topK = 1 } = shape;
  const all = linearShapes(shape);
  const isMlp = (name: string) => name === 'gate' || name === 'up' || name === 'down';
  const perToken = 2 * tokens;
  const projections = perToken * countWeights(all.filter(({ name }) => !isMlp(name)));
  const mlp = (perToken * countWeights(all.filter(({ name }) => isMlp(name))) * topK) / experts;
  const attention = 4 * layers * tokens ** 2 * hidden;
  const router = perToken * routerWeights(shape);
  const head = perToken * hidden * vocab;
  return { projections, attention, mlp, router, head, total: projections + attention + mlp + router + head };
}

/**
 * The token at `position` (the first is 1) with the keys and values of the earlier ones at hand: one column of every product,
 * and one row of attention. Grows with the position where the whole pass grows with its square. Throws like `forwardFlops`.
 */
export function decodeFlops(shape: ModelShape, position: number): number {
  return forwardFlops(shape, position).total / position;
}

/** Forward and backward over one sequence, without recomputation. */
export function trainingFlops(shape: ModelShape, tokens: number): number {
  return TRAIN_OVER_FORWARD * forwardFlops(shape, tokens).total;
}

export const recomputations = ['none', 'selective', 'full'] as const;
/**
 * What the backward pass computes a second time instead of keeping it: nothing, the core of attention (scores, softmax,
 * dropout, weighted sum), or every layer from its input.
 */
export type Recomputation = (typeof recomputations)[number];

/** FLOPs of recomputation as a share of a step without any: full comes to one more forward pass of the layers. */
export function recomputationShare(shape: ModelShape, tokens: number, kind: Recomputation): number {
  const { attention, head, total } = forwardFlops(shape, tokens);
  const again = { none: 0, selective: attention, full: total - head }[kind];
  return again / (TRAIN_OVER_FORWARD * total);
}

/** The rule of thumb C = 6·N·D for N parameters and D tokens: 2 forward and 4 backward. Kaplan 2020. */
export function sixNd(parameters: number, tokens: number): number {
  return 6 * parameters * tokens;
}
