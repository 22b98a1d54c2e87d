/**
 * What one GPU holds while it trains, and what it sends: states of the parameters and how ZeRO shards them, activations and
 * how recomputation spares them. All results in bytes.
 * ZeRO: Rajbhandari 2020 (arXiv 1910.02054), §3, §5, §7. Activations: Korthikanti 2022 (arXiv 2205.05198), §4 and §5.
 */
import type { Recomputation } from './flops';

/** fp32 copy of a 16-bit weight, which takes the small steps that 16 bits would round away. */
export const MASTER_BYTES = 4;

/**
 * Bytes for one parameter in 16-bit training. The two differ in one thing: ZeRO counts 16-bit gradients (16 B with AdamW),
 * frameworks under autocast often keep fp32 ones (18 B, as the Hugging Face documentation counts). Neither is wrong.
 */
export const RECIPES = {
  zero: { weight: 2, gradient: 2 },
  hf: { weight: 2, gradient: 4 },
} as const;
export type Recipe = keyof typeof RECIPES;

/** State of the optimizer for one parameter: two fp32 moments, two 8-bit ones, or one fp32 momentum. */
export const OPTIMIZER_BYTES = { adamw: 8, adam8bit: 2, sgdm: 4 } as const;
export type OptimizerName = keyof typeof OPTIMIZER_BYTES;

/** 0: plain data parallelism, everything on every GPU. 1 shards optimizer states, 2 gradients too, 3 weights too. */
export const ZERO_STAGES = [0, 1, 2, 3] as const;
export type ZeroStage = (typeof ZERO_STAGES)[number];

export type StateBytes = {
  readonly weights: number;
  readonly gradients: number;
  /** Moments of the optimizer and the fp32 copy of the weights. */
  readonly optimizer: number;
  readonly total: number;
};

export type StatePlan = {
  readonly parameters: number;
  readonly gpus: number;
  readonly stage: ZeroStage;
  readonly recipe: Recipe;
  readonly optimizer: OptimizerName;
};

// #region zero
/** States that one GPU holds. Rajbhandari 2020, fig. 1. Throws RangeError on a count that is not positive. */
export function stateBytes({ parameters, gpus, stage, recipe, optimizer }: StatePlan): StateBytes {
  requirePositive({ parameters });
  requireCounts({ gpus });
  const { weight, gradient } = RECIPES[recipe];
  const shard = (bytes: number, from: ZeroStage) => (parameters * bytes) / (stage >= from ? gpus : 1);
  const weights = shard(weight, 3);
  const gradients = shard(gradient, 2);
  const states = shard(MASTER_BYTES + OPTIMIZER_BYTES[optimizer], 1);
  return { weights, gradients, optimizer: states, total: weights + gradients + states };
}

/**
 * Numbers a GPU sends in a step, as ZeRO counts them (§7): reduce-scatter of the gradients and all-gather of the weights,
 * once at stages 0 to 2, and the weights a second time at stage 3, forward and backward. Many GPUs: (N − 1)/N is taken as 1.
 */
export function trafficElements(parameters: number, stage: ZeroStage): number {
  return (stage === 3 ? 3 : 2) * parameters;
}
// #endregion zero

/** Bytes one GPU sends in a step, each collective as a ring. Stage 0 all-reduces gradients; weights then never travel. */
export function trafficBytes({ parameters, gpus, stage, recipe }: Omit<StatePlan, 'optimizer'>): number {
  const { weight, gradient } = RECIPES[recipe];
  if (stage === 0) return ringBytes('all-reduce', parameters * gradient, gpus);
  const gathers = stage === 3 ? 2 : 1;
  return (
    ringBytes('reduce-scatter', parameters * gradient, gpus) +
    gathers * ringBytes('all-gather', parameters * weight, gpus)
  );
}

export type ActivationShape = {
  readonly hidden: number;
  readonly heads: number;
  readonly layers: number;
  /** Tokens in a sequence. */
  readonly sequence: number;
  /** Sequences in a micro-batch. */
  readonly batch: number;
};

export type Sharding = {
  /** GPUs that split each layer. */
  readonly tensorParallel?: number;
  /** Whether norms and dropouts are split along the sequence too. */
  readonly sequenceParallel?: boolean;
};

// #region activations
/**
 * Activations one layer keeps for its backward pass: a GPT layer with an MLP of 4h and dropout, in 16 bits, masks in a byte.
 * s·b·h·(34 + 5·a·s/h); selective recomputation keeps 34, full keeps the layer's input, 2. Korthikanti 2022, eq. 1–4, table 2.
 */
export function layerActivationBytes(
  shape: Omit<ActivationShape, 'layers'>,
  recompute: Recomputation,
  { tensorParallel = 1, sequenceParallel = false }: Sharding = {},
): number {
  const { hidden, heads, sequence, batch } = shape;
  requireCounts({ hidden, heads, sequence, batch, tensorParallel });
  const unit = sequence * batch * hidden;
  if (recompute === 'full') return 2 * unit;
  const core = recompute === 'selective' ? 0 : (5 * heads * sequence) / hidden;
  const whole = sequenceParallel ? 0 : 10;
  const split = (sequenceParallel ? 34 : 24) + core;
  return unit * (whole + split / tensorParallel);
}
// #endregion activations

/**
 * Activations of a model on one GPU. `kept` stands from forward to backward; `again` is what comes back for one layer at a
 * time while it is computed again. Embedding, head and loss are left out, as in the paper.
 */
export function activationBytes(
  shape: ActivationShape,
  recompute: Recomputation,
): { readonly kept: number; readonly again: number; readonly total: number } {
  requireCounts({ layers: shape.layers });
  const own = layerActivationBytes(shape, recompute);
  const kept = own * shape.layers;
  const again = layerActivationBytes(shape, 'none') - own;
  return { kept, again, total: kept + again };
}

export type Bubble = {
  /** Idle share of the whole step. */
  readonly ofTotal: number;
  /** Idle time over the time of useful work. */
  readonly overIdeal: number;
};

/** GPipe and 1F1B, or interleaved with `chunks` model chunks a stage. Narayanan 2021, §2.2. */
export function pipelineBubble(stages: number, microBatches: number, chunks = 1): Bubble {
  requireCounts({ stages, microBatches, chunks });
  const overIdeal = (stages - 1) / (microBatches * chunks);
  return { ofTotal: overIdeal / (1 + overIdeal), overIdeal };
}

export type Collective = 'all-reduce' | 'reduce-scatter' | 'all-gather';

/** Bytes one of `ranks` sends when `bytes` are combined around a ring: (N − 1)/N of them, twice in an all-reduce. */
export function ringBytes(collective: Collective, bytes: number, ranks: number): number {
  requireCounts({ ranks });
  return ((collective === 'all-reduce' ? 2 : 1) * (ranks - 1) * bytes) / ranks;
}

/** Seconds of a ring all-reduce: `latency` for each of its 2(N − 1) steps, and its bytes at `bandwidth` bytes a second. */
export function ringAllReduceSeconds(bytes: number, ranks: number, latency: number, bandwidth: number): number {
  requirePositive({ bandwidth });
  return 2 * (ranks - 1) * latency + ringBytes('all-reduce', bytes, ranks) / bandwidth;
}

function requirePositive(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} must be positive, got ${value}`);
  }
}

function requireCounts(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer, got ${value}`);
  }
}
