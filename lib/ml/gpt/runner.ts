/**
 * The tiny GPT, fused: forward and backward written out by hand over packed batches, nothing allocated after the start.
 * `lib/ml/tape/gpt-tape.ts` is the same model on the autograd tape; tests hold the two, and PyTorch, against each other.
 */

import type { AttentionShape, Floats, Kernels } from '@/lib/ml/kernels/kernels';
import { createPlainKernels } from '@/lib/ml/kernels/plain';
import { createSimdKernels } from '@/lib/ml/kernels/simd';
import type { TokenBatch } from './batch';
import { checkBatch } from './check-batch';
import { type GptConfig, type GptLayout, gptLayout, headWidth, MLP_FACTOR } from './config';

export type GptRunnerOptions = {
  /** Most tokens a batch may hold, all sequences together. */
  readonly maxTokens: number;
  readonly precision?: 'float32' | 'float64';
  /** Default: WebAssembly where the shape allows it and the browser has it. */
  readonly kernels?: 'plain' | 'simd';
};

export type GptRunner = {
  readonly config: GptConfig;
  readonly layout: GptLayout;
  readonly maxTokens: number;
  readonly kernels: 'plain' | 'simd';
  /** Flat parameters; write the model here. Copy with `slice()` before sending them anywhere: the buffer is shared. */
  readonly weights: Floats;
  /** d loss / d weights of the last `backward`. */
  readonly grads: Floats;
  /** Logits of every position. Throws RangeError on a batch that does not fit or holds a foreign id. */
  readonly forward: (batch: TokenBatch) => void;
  /** Mean negative log-likelihood of the targets, in nats per token; fills `nll` and `dLogits`. Call after `forward`. */
  readonly crossEntropy: (batch: TokenBatch) => number;
  /** Gradients from `dLogits`, which may have been replaced by those of another loss. Call after `forward`. */
  readonly backward: (batch: TokenBatch) => void;
  /** forward, crossEntropy and backward. Returns the loss. */
  readonly train: (batch: TokenBatch) => number;
  /** [N, V] of the last batch, a view. */
  readonly logits: Floats;
  /** d loss / d logits [N, V], writable between `crossEntropy` and `backward`. */
  readonly dLogits: Floats;
  /** −ln p(target) for each token [N]. */
  readonly nll: Floats;
  /** Attention weights [N, heads, context] of a layer: of query n over the positions of its own sequence, 0 beyond. */
  readonly attention: (layer: number) => Floats;
  /** Queries, keys and values of a layer [N, d + 2 · kvHeads · headWidth]: row n is [q of all heads | k | v]. */
  readonly qkv: (layer: number) => Floats;
  /** d loss / d (token + position embedding) [N, d]. */
  readonly dEmbedding: Floats;
};

export function createGptRunner(config: GptConfig, options: GptRunnerOptions): GptRunner {
  const { maxTokens, precision = 'float32' } = options;
  const layout = gptLayout(config);
  if (!Number.isInteger(maxTokens) || maxTokens < 1)
    throw new RangeError(`maxTokens must be a positive integer, got ${maxTokens}`);
  const { layers, width: d, vocab, context } = config;
  const kv = headWidth(config) * config.kvHeads;
  const qkvWidth = d + 2 * kv;
  const hidden = MLP_FACTOR * d;
  const shape: AttentionShape = { heads: config.heads, kvHeads: config.kvHeads, headWidth: headWidth(config), context };

  const kernels = chooseKernels(config, precision, options.kernels);
  const N = maxTokens;
  const lengths = {
    weights: layout.size,
    grads: layout.size,
    x: N * d,
    dx: N * d,
    small: N * d,
    wide: N * hidden,
    dqkv: N * qkvWidth,
    last: N * d,
    lastScale: N,
    logits: N * vocab,
    dLogits: N * vocab,
    largest: N,
    sum: N,
    nll: N,
    headT: vocab * d,
    ...Object.fromEntries(
      Array.from({ length: layers }, (_, l) => [
        [`qkvT${l}`, qkvWidth * d],
        [`woT${l}`, d * d],
        [`fc1T${l}`, hidden * d],
        [`fc2T${l}`, hidden * d],
        [`h1${l}`, N * d],
        [`scale1${l}`, N],
        [`qkv${l}`, N * qkvWidth],
        [`weights${l}`, N * config.heads * context],
        [`mixed${l}`, N * d],
        [`h2${l}`, N * d],
        [`scale2${l}`, N],
        [`up${l}`, N * hidden],
      ]).flat(),
    ),
  };
  const memory = kernels.allocate<string>(lengths, maxTokens);
  const buffer = (name: string): Floats => memory[name] as Floats;
  const { weights, grads, x, dx, small, wide, dqkv, last, lastScale, logits, dLogits, largest, sum, nll, headT } =
    memory as Record<
      | 'weights'
      | 'grads'
      | 'x'
      | 'dx'
      | 'small'
      | 'wide'
      | 'dqkv'
      | 'last'
      | 'lastScale'
      | 'logits'
      | 'dLogits'
      | 'largest'
      | 'sum'
      | 'nll'
      | 'headT',
      Floats
    >;
  const view = (name: string, of: Floats = weights): Floats => {
    const entry = layout.entries.find((one) => one.name === name);
    if (!entry) throw new RangeError(`no matrix "${name}"`);
    return of.subarray(entry.offset, entry.offset + entry.size);
  };
  /** wq, wk and wv stand next to each other, so one matrix [d + 2·kv, d] makes q, k and v at once. */
  const joined = (l: number, of: Floats): Floats => {
    const first = layout.entries.find((one) => one.name === `layer${l}.wq`)?.offset ?? 0;
    return of.subarray(first, first + qkvWidth * d);
  };
  const blocks = Array.from({ length: layers }, (_, l) => ({
    qkvW: joined(l, weights),
    woW: view(`layer${l}.wo`),
    fc1W: view(`layer${l}.fc1`),
    fc2W: view(`layer${l}.fc2`),
    qkvG: joined(l, grads),
    woG: view(`layer${l}.wo`, grads),
    fc1G: view(`layer${l}.fc1`, grads),
    fc2G: view(`layer${l}.fc2`, grads),
    qkvT: buffer(`qkvT${l}`),
    woT: buffer(`woT${l}`),
    fc1T: buffer(`fc1T${l}`),
    fc2T: buffer(`fc2T${l}`),
    h1: buffer(`h1${l}`),
    scale1: buffer(`scale1${l}`),
    qkv: buffer(`qkv${l}`),
    weights: buffer(`weights${l}`),
    mixed: buffer(`mixed${l}`),
    h2: buffer(`h2${l}`),
    scale2: buffer(`scale2${l}`),
    up: buffer(`up${l}`),
  }));
  const blockOf = (layer: number) => {
    const block = blocks[layer];
    if (!block) throw new RangeError(`no layer ${layer} among ${layers}`);
    return block;
  };
  const wte = view('wte');
  const wpe = view('wpe');
  const head = view('lmHead');
  const wteG = view('wte', grads);
  const wpeG = view('wpe', grads);
  const headG = view('lmHead', grads);

  function embed({ inputs, starts, sequences }: TokenBatch): void {
    for (let s = 0; s < sequences; s += 1) {
      const first = starts[s] as number;
      const end = starts[s + 1] as number;
      for (let n = first; n < end; n += 1) {
        const token = (inputs[n] as number) * d;
        const position = (n - first) * d;
        for (let i = 0; i < d; i += 1) x[n * d + i] = (wte[token + i] as number) + (wpe[position + i] as number);
      }
    }
  }

  function embedBackward({ inputs, starts, sequences }: TokenBatch): void {
    wteG.fill(0);
    wpeG.fill(0);
    for (let s = 0; s < sequences; s += 1) {
      const first = starts[s] as number;
      const end = starts[s + 1] as number;
      for (let n = first; n < end; n += 1) {
        const token = (inputs[n] as number) * d;
        const position = (n - first) * d;
        for (let i = 0; i < d; i += 1) {
          const g = dx[n * d + i] as number;
          wteG[token + i] = (wteG[token + i] as number) + g;
          wpeG[position + i] = (wpeG[position + i] as number) + g;
        }
      }
    }
  }

  // #region gpt-forward
  function forward(batch: TokenBatch): void {
    checkBatch(batch, config, maxTokens);
    const n = batch.size;
    embed(batch);
    for (const b of blocks) {
      kernels.transpose(b.qkvW, b.qkvT, qkvWidth, d);
      kernels.transpose(b.woW, b.woT, d, d);
      kernels.transpose(b.fc1W, b.fc1T, hidden, d);
      kernels.transpose(b.fc2W, b.fc2T, d, hidden);
      kernels.rmsNorm(x, b.h1, b.scale1, n, d);
      kernels.multiply(b.h1, b.qkvT, b.qkv, n, d, qkvWidth, false);
      kernels.attention(b.qkv, b.weights, b.mixed, batch.starts, batch.sequences, shape);
      kernels.multiply(b.mixed, b.woT, x, n, d, d, true);
      kernels.rmsNorm(x, b.h2, b.scale2, n, d);
      kernels.multiply(b.h2, b.fc1T, b.up, n, d, hidden, false);
      kernels.relu(b.up, n * hidden);
      kernels.multiply(b.up, b.fc2T, x, n, hidden, d, true);
    }
    kernels.rmsNorm(x, last, lastScale, n, d);
    kernels.transpose(head, headT, vocab, d);
    kernels.multiply(last, headT, logits, n, d, vocab, false);
  }
  // #endregion gpt-forward

  function crossEntropy({ targets, size: n }: TokenBatch): number {
    kernels.softmaxRows(logits, dLogits, largest, sum, n, vocab);
    let total = 0;
    for (let row = 0; row < n; row += 1) {
      const at = row * vocab + (targets[row] as number);
      const loss = (largest[row] as number) + Math.log(sum[row] as number) - (logits[at] as number);
      nll[row] = loss;
      total += loss;
      dLogits[at] = (dLogits[at] as number) - 1;
    }
    const factor = 1 / n;
    const size = n * vocab;
    for (let i = 0; i < size; i += 1) dLogits[i] = (dLogits[i] as number) * factor;
    return total / n;
  }

  function backward(batch: TokenBatch): void {
    const n = batch.size;
    kernels.multiplyTransposed(dLogits, last, headG, n, vocab, d);
    kernels.multiply(dLogits, head, small, n, vocab, d, false);
    dx.fill(0, 0, n * d);
    kernels.rmsNormBackward(small, last, lastScale, dx, n, d);
    for (let l = layers - 1; l >= 0; l -= 1) {
      const b = blocks[l] as (typeof blocks)[number];
      kernels.multiplyTransposed(dx, b.up, b.fc2G, n, d, hidden);
      kernels.multiply(dx, b.fc2W, wide, n, d, hidden, false);
      kernels.reluBackward(b.up, wide, n * hidden);
      kernels.multiplyTransposed(wide, b.h2, b.fc1G, n, hidden, d);
      kernels.multiply(wide, b.fc1W, small, n, hidden, d, false);
      kernels.rmsNormBackward(small, b.h2, b.scale2, dx, n, d);
      kernels.multiplyTransposed(dx, b.mixed, b.woG, n, d, d);
      kernels.multiply(dx, b.woW, small, n, d, d, false);
      kernels.attentionBackward(b.qkv, b.weights, small, dqkv, batch.starts, batch.sequences, shape);
      kernels.multiplyTransposed(dqkv, b.h1, b.qkvG, n, qkvWidth, d);
      kernels.multiply(dqkv, b.qkvW, small, n, qkvWidth, d, false);
      kernels.rmsNormBackward(small, b.h1, b.scale1, dx, n, d);
    }
    embedBackward(batch);
  }

  return {
    config,
    layout,
    maxTokens,
    kernels: kernels.name,
    weights,
    grads,
    forward,
    crossEntropy,
    backward,
    train(batch) {
      forward(batch);
      const loss = crossEntropy(batch);
      backward(batch);
      return loss;
    },
    logits,
    dLogits,
    nll,
    attention: (layer) => blockOf(layer).weights,
    qkv: (layer) => blockOf(layer).qkv,
    dEmbedding: dx,
  };
}

function chooseKernels(
  config: GptConfig,
  precision: 'float32' | 'float64',
  wanted: 'plain' | 'simd' | undefined,
): Kernels {
  const fits =
    precision === 'float32' && [config.vocab, headWidth(config), config.context].every((size) => size % 4 === 0);
  if (wanted === 'simd' && !fits)
    throw new RangeError('the SIMD kernels need float32 and vocab, head width and context in fours');
  const simd = wanted !== 'plain' && fits ? createSimdKernels() : null;
  if (wanted === 'simd' && !simd) throw new RangeError('this engine has no WebAssembly SIMD');
  return simd ?? createPlainKernels(precision);
}
