/**
 * Shape of the tiny GPT: a decoder-only transformer with learned positions, RMSNorm without gain before attention, before the
 * MLP and at the end, grouped-query attention, a ReLU MLP of four times the width, no biases, and a head of its own.
 * After microgpt (Karpathy 2026) with a final norm; norm: Zhang & Sennrich 2019 (arXiv 1910.07467); GQA: Ainslie 2023 (arXiv 2305.13245).
 *
 * The order of the parameters is part of every stored checkpoint: never reorder.
 */
import type { Random } from '@/lib/random';

export type GptConfig = {
  readonly layers: number;
  /** Query heads; must divide `width`. */
  readonly heads: number;
  /** Heads of keys and values; must divide `heads`. */
  readonly kvHeads: number;
  /** Width d of the residual stream. */
  readonly width: number;
  /** Longest input T, in tokens. */
  readonly context: number;
  /** Number of tokens V. */
  readonly vocab: number;
};

/** One weight matrix [rows, columns], row-major at `offset` of the flat parameters. Linear weights are [outputs, inputs]. */
export type GptMatrix = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly offset: number;
  readonly size: number;
};

export type GptLayout = { readonly entries: readonly GptMatrix[]; readonly size: number };

/** Largest shape that is accepted, so that a hostile file cannot ask for more memory than a page has. */
export const GPT_LIMITS: GptConfig = { layers: 8, heads: 16, kvHeads: 16, width: 256, context: 256, vocab: 512 };

const NORM_EPSILON = 1e-5;
export const RMS_EPSILON = NORM_EPSILON;
/** Width of the MLP as a multiple of the width of the stream. */
export const MLP_FACTOR = 4;
const INIT_STD = 0.08;

/** Throws RangeError, naming the number at fault, unless a model of this shape can be built. */
export function checkGptConfig(config: GptConfig): void {
  for (const name of Object.keys(GPT_LIMITS) as (keyof GptConfig)[]) {
    const value = config[name];
    if (!Number.isInteger(value) || value < 1 || value > GPT_LIMITS[name]) {
      throw new RangeError(`${name} must be an integer from 1 to ${GPT_LIMITS[name]}, got ${value}`);
    }
  }
  if (config.width % config.heads !== 0)
    throw new RangeError(`${config.heads} heads do not divide width ${config.width}`);
  if (config.heads % config.kvHeads !== 0)
    throw new RangeError(`${config.kvHeads} kvHeads do not divide ${config.heads} heads`);
}

/** Numbers in one head: width / heads. */
export function headWidth({ width, heads }: GptConfig): number {
  return width / heads;
}

/** Where every matrix lies in the flat parameters. Throws RangeError on an impossible shape. */
export function gptLayout(config: GptConfig): GptLayout {
  checkGptConfig(config);
  const { layers, width, context, vocab } = config;
  const kv = headWidth(config) * config.kvHeads;
  const entries: GptMatrix[] = [];
  let offset = 0;
  const add = (name: string, rows: number, columns: number) => {
    const size = rows * columns;
    entries.push({ name, rows, columns, offset, size });
    offset += size;
  };
  add('wte', vocab, width);
  add('wpe', context, width);
  for (let layer = 0; layer < layers; layer += 1) {
    add(`layer${layer}.wq`, width, width);
    add(`layer${layer}.wk`, kv, width);
    add(`layer${layer}.wv`, kv, width);
    add(`layer${layer}.wo`, width, width);
    add(`layer${layer}.fc1`, MLP_FACTOR * width, width);
    add(`layer${layer}.fc2`, width, MLP_FACTOR * width);
  }
  add('lmHead', vocab, width);
  return { entries, size: offset };
}

/** The matrix of that name. Throws RangeError when there is none. */
export function matrixOf(layout: GptLayout, name: string): GptMatrix {
  const entry = layout.entries.find((one) => one.name === name);
  if (!entry) throw new RangeError(`no matrix "${name}" in this model`);
  return entry;
}

/** Number of parameters. */
export function countGptParameters(config: GptConfig): number {
  return gptLayout(config).size;
}

/** Every weight normal with mean 0 and standard deviation 0.08, as in microgpt. Flat, in the order of the layout. */
export function initGptWeights(config: GptConfig, random: Random): Float32Array {
  const weights = new Float32Array(gptLayout(config).size);
  for (let i = 0; i < weights.length; i += 1) weights[i] = INIT_STD * random.normal();
  return weights;
}
