/** What LoRA adds to a model and what fine-tuning costs in memory. Hu et al. 2021 (LoRA), Dettmers et al. 2023 (QLoRA). */
import { countParameters, countWeights, type LinearShape, linearShapes, type ModelShape } from './model-shape';
import { MASTER_BYTES, OPTIMIZER_BYTES, RECIPES } from './training-memory';

/** Bytes for one parameter, mixed-precision Adam as in ZeRO (Rajbhandari 2020, §3.1): 2 + 2 + 12 = 16. */
export const BYTES = {
  /** bf16 weight. */
  weight: RECIPES.zero.weight,
  /** bf16 gradient. Frameworks that keep it in fp32 need 4. */
  gradient: RECIPES.zero.gradient,
  /** fp32 master copy, first and second moment. */
  optimizer: MASTER_BYTES + OPTIMIZER_BYTES.adamw,
} as const;

/**
 * Bits of an NF4 weight with double quantization: a 4-bit code, an 8-bit scale for each 64 weights, and an fp32 scale
 * for each 256 of those scales (QLoRA, §3).
 */
export const NF4_BITS = 4 + 8 / 64 + 32 / (64 * 256);

export type TuningMethod = 'full' | 'lora' | 'qlora';

export type TuningCost = {
  readonly trainable: number;
  /** Bytes that stand in memory all the time; activations come on top. */
  readonly weights: number;
  readonly gradients: number;
  readonly optimizer: number;
  readonly total: number;
  /** Bytes of what is saved and handed on: the adapter in bf16, or the whole model. */
  readonly file: number;
};

/**
 * Trainable parameters of rank-r adapters: A [r, inputs] and B [outputs, r] beside each W [outputs, inputs].
 * Throws RangeError unless r is a positive integer.
 */
export function loraParameters(targets: readonly LinearShape[], rank: number): number {
  if (!Number.isInteger(rank) || rank < 1) throw new RangeError(`rank must be a positive integer, got ${rank}`);
  return targets.reduce((sum, { outputs, inputs, count }) => sum + rank * (outputs + inputs) * count, 0);
}

/** Memory for weights and training states. QLoRA stores the linear layers in NF4 and all else in bf16. */
export function tuningCost(
  shape: ModelShape,
  method: TuningMethod,
  targets: readonly LinearShape[],
  rank: number,
): TuningCost {
  const all = countParameters(shape);
  const trainable = method === 'full' ? all : loraParameters(targets, rank);
  const adapter = method === 'full' ? 0 : trainable * BYTES.weight;
  const weights = adapter + (method === 'qlora' ? quantizedBytes(shape, all) : all * BYTES.weight);
  const gradients = trainable * BYTES.gradient;
  const optimizer = trainable * BYTES.optimizer;
  return {
    trainable,
    weights,
    gradients,
    optimizer,
    total: weights + gradients + optimizer,
    file: trainable * BYTES.weight,
  };
}

function quantizedBytes(shape: ModelShape, all: number): number {
  const linear = countWeights(linearShapes(shape));
  return (linear * NF4_BITS) / 8 + (all - linear) * BYTES.weight;
}
