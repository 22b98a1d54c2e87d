/**
 * The tiny GPT of `./gpt/` once more, on the tape: a page of readable code whose gradients nobody derived by hand. It is the
 * yardstick of the fast runner, and the place to try other norms, positions and MLPs.
 *
 * x = wte[token] + wpe[position]; each layer adds attention(norm x), then mlp(norm x); logits = norm(x) lmHeadᵀ.
 */
import {
  checkGptConfig,
  type GptConfig,
  type GptLayout,
  type GptMatrix,
  headWidth,
  MLP_FACTOR,
} from '@/lib/ml/gpt/config';
import { add } from './arithmetic';
import { crossEntropy } from './cross-entropy';
import { concat } from './layout';
import { embedding, linear, type MlpKind, mlp, selfAttention } from './nn';
import { layerNorm, rmsNorm } from './norm';
import { backward, gradientOf, zeroGrad } from './tape';
import { allocate, type FloatArray, item, type Precision, type Tensor, wrapData } from './tensor';

export type GptVariant = {
  /** Both without gain and bias. Default `rms`. */
  readonly norm?: 'rms' | 'layer';
  /** A table of learned positions, or queries and keys turned by RoPE (half-split). Default `learned`. */
  readonly position?: 'learned' | 'rope';
  /** Default `relu`. */
  readonly mlp?: MlpKind;
  /** Norm right after the embedding, as microgpt has it. Default false. */
  readonly embedNorm?: boolean;
  /** Norm before the head. Default true. */
  readonly finalNorm?: boolean;
};

export type TapeGpt = {
  readonly layout: GptLayout;
  /** Leaves by name. They hold views of `weights`: writing there is what an optimizer does. */
  readonly parameters: ReadonlyMap<string, Tensor>;
  readonly weights: FloatArray;
  /** Logits [T, V] of one sequence of input ids. Throws RangeError when it is longer than the context. */
  readonly logits: (ids: readonly number[]) => Tensor;
  /** Negative log-likelihood of full id lists, in nats: the mean over all their tokens together, or the sum. */
  readonly loss: (sequences: readonly (readonly number[])[], reduction?: 'mean' | 'sum') => Tensor;
  /** Loss and flat gradients of full id lists; earlier gradients are zeroed first. */
  readonly train: (sequences: readonly (readonly number[])[]) => {
    readonly loss: number;
    readonly gradients: FloatArray;
  };
};

/**
 * Names and places of the flat weights. Without a variant equal to `gptLayout`. RoPE has no `wpe`; SwiGLU has a third matrix
 * `gate` and 8/3 · d hidden units instead of 4 d, which keeps the number of weights (Shazeer 2020, §3.1).
 */
export function gptVariantLayout(config: GptConfig, variant: GptVariant = {}): GptLayout {
  checkGptConfig(config);
  const { layers, width, context, vocab } = config;
  const kv = headWidth(config) * config.kvHeads;
  const gated = variant.mlp === 'swiglu';
  const hidden = gated ? Math.round((MLP_FACTOR * width * 2) / 3) : MLP_FACTOR * width;
  const shapes: [name: string, rows: number, columns: number][] = [['wte', vocab, width]];
  if (variant.position !== 'rope') shapes.push(['wpe', context, width]);
  for (let l = 0; l < layers; l += 1) {
    shapes.push([`layer${l}.wq`, width, width], [`layer${l}.wk`, kv, width], [`layer${l}.wv`, kv, width]);
    shapes.push([`layer${l}.wo`, width, width], [`layer${l}.fc1`, hidden, width], [`layer${l}.fc2`, width, hidden]);
    if (gated) shapes.push([`layer${l}.gate`, hidden, width]);
  }
  shapes.push(['lmHead', vocab, width]);
  let size = 0;
  const entries = shapes.map(([name, rows, columns]): GptMatrix => {
    size += rows * columns;
    return { name, rows, columns, offset: size - rows * columns, size: rows * columns };
  });
  return { entries, size };
}

/** Builds the model around flat weights, which it holds and does not copy. Throws RangeError if their number does not fit. */
export function createTapeGpt(config: GptConfig, weights: FloatArray, variant: GptVariant = {}): TapeGpt {
  const layout = gptVariantLayout(config, variant);
  if (weights.length !== layout.size)
    throw new RangeError(`this model has ${layout.size} weights, got ${weights.length}`);
  const parameters = new Map(
    layout.entries.map(({ name, rows, columns, offset, size }) => [
      name,
      wrapData(weights.subarray(offset, offset + size), [rows, columns], true),
    ]),
  );
  const get = (name: string): Tensor => {
    const found = parameters.get(name);
    if (!found) throw new RangeError(`no weights "${name}" in this model`);
    return found;
  };
  const forward = gptForward(config, variant, get);

  const loss: TapeGpt['loss'] = (sequences, reduction = 'mean') => {
    const logits = concat(
      sequences.map((ids) => forward(ids.slice(0, -1))),
      0,
    );
    return crossEntropy(
      logits,
      sequences.flatMap((ids) => ids.slice(1)),
      { reduction },
    );
  };
  return {
    layout,
    parameters,
    weights,
    logits: forward,
    loss,
    train(sequences) {
      zeroGrad(parameters.values());
      const output = loss(sequences);
      backward(output);
      const precision: Precision = weights instanceof Float32Array ? 'float32' : 'float64';
      const gradients = allocate(layout.size, precision);
      for (const { name, offset } of layout.entries) gradients.set(gradientOf(get(name)).data, offset);
      return { loss: item(output), gradients };
    },
  };
}

// #region forward
function gptForward(config: GptConfig, variant: GptVariant, get: (name: string) => Tensor) {
  const { layers, heads, kvHeads, context } = config;
  const { mlp: kind = 'relu', embedNorm = false, finalNorm = true } = variant;
  const norm = variant.norm === 'layer' ? (x: Tensor) => layerNorm(x) : (x: Tensor) => rmsNorm(x);
  const rotary = variant.position === 'rope';
  return (ids: readonly number[]): Tensor => {
    if (ids.length > context) throw new RangeError(`${ids.length} tokens in a context of ${context}`);
    const positions = ids.map((_, t) => t);
    const tokens = embedding(get('wte'), ids);
    let x = rotary ? tokens : add(tokens, embedding(get('wpe'), positions));
    if (embedNorm) x = norm(x);
    for (let l = 0; l < layers; l += 1) {
      const of = (name: string) => get(`layer${l}.${name}`);
      const projections = { wq: of('wq'), wk: of('wk'), wv: of('wv'), wo: of('wo') };
      x = add(x, selfAttention(norm(x), projections, { heads, kvHeads, ...(rotary && { positions }) }));
      const gate = kind === 'swiglu' ? { gate: of('gate') } : {};
      x = add(x, mlp(norm(x), { fc1: of('fc1'), fc2: of('fc2'), ...gate }, kind));
    }
    return linear(finalNorm ? norm(x) : x, get('lmHead'));
  };
}
// #endregion forward
