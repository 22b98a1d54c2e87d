/**
 * Generation token by token with a KV cache: what each position's keys and values are is computed once and kept.
 * Float64 arithmetic over the given weights; the same logits as the fused forward pass up to rounding.
 */
import type { Floats } from '@/lib/ml/kernels/kernels';
import { type GptConfig, gptLayout, headWidth, MLP_FACTOR, matrixOf, RMS_EPSILON } from './config';

export type GptDecoder = {
  /** Appends one token and returns the logits [V] for the next, in a buffer that the next call reuses. Throws RangeError when the context is full or the id foreign. */
  readonly push: (token: number) => Float64Array;
  /** Tokens pushed so far. */
  readonly length: number;
  /** Forgets all but the first `length` tokens. */
  readonly rewind: (length: number) => void;
  /** Numbers the cache holds now: 2 · layers · kvHeads · headWidth for each token. */
  readonly cacheFloats: number;
  /** Keys of a layer, [length, kvHeads · headWidth], a view. */
  readonly keys: (layer: number) => Float64Array;
};

/** Throws RangeError unless the weights have the size of the configuration. */
export function createDecoder(config: GptConfig, weights: Floats): GptDecoder {
  const layout = gptLayout(config);
  if (weights.length !== layout.size) throw new RangeError(`${weights.length} weights for a model of ${layout.size}`);
  const { layers, heads, kvHeads, width: d, context, vocab } = config;
  const head = headWidth(config);
  const kv = head * kvHeads;
  const hidden = MLP_FACTOR * d;
  const offset = (name: string) => matrixOf(layout, name).offset;
  const blocks = Array.from({ length: layers }, (_, l) => ({
    wq: offset(`layer${l}.wq`),
    wk: offset(`layer${l}.wk`),
    wv: offset(`layer${l}.wv`),
    wo: offset(`layer${l}.wo`),
    fc1: offset(`layer${l}.fc1`),
    fc2: offset(`layer${l}.fc2`),
    keys: new Float64Array(context * kv),
    values: new Float64Array(context * kv),
  }));
  const wpe = offset('wpe');
  const lmHead = offset('lmHead');
  const x = new Float64Array(d);
  const normed = new Float64Array(d);
  const query = new Float64Array(d);
  const mixed = new Float64Array(d);
  const delta = new Float64Array(d);
  const up = new Float64Array(hidden);
  const scores = new Float64Array(context);
  const logits = new Float64Array(vocab);
  let length = 0;

  /** y = W v with W [rows, columns] at `at`; written to y from `to`. */
  const apply = (at: number, rows: number, v: Float64Array, y: Float64Array, to = 0) => {
    const columns = v.length;
    for (let row = 0; row < rows; row += 1) {
      let sum = 0;
      for (let i = 0; i < columns; i += 1) sum += (weights[at + row * columns + i] as number) * (v[i] as number);
      y[to + row] = sum;
    }
  };
  const norm = () => {
    let squares = 0;
    for (let i = 0; i < d; i += 1) squares += (x[i] as number) ** 2;
    const r = 1 / Math.sqrt(squares / d + RMS_EPSILON);
    for (let i = 0; i < d; i += 1) normed[i] = (x[i] as number) * r;
  };
  const addToStream = () => {
    for (let i = 0; i < d; i += 1) x[i] = (x[i] as number) + (delta[i] as number);
  };
  const attend = (keys: Float64Array, values: Float64Array, h: number) => {
    const from = Math.floor((h * kvHeads) / heads) * head;
    let top = -Infinity;
    for (let j = 0; j <= length; j += 1) {
      let score = 0;
      for (let i = 0; i < head; i += 1) score += (query[h * head + i] as number) * (keys[j * kv + from + i] as number);
      scores[j] = score / Math.sqrt(head);
      top = Math.max(top, scores[j] as number);
    }
    let sum = 0;
    for (let j = 0; j <= length; j += 1) {
      scores[j] = Math.exp((scores[j] as number) - top);
      sum += scores[j] as number;
    }
    for (let i = 0; i < head; i += 1) {
      let total = 0;
      for (let j = 0; j <= length; j += 1) total += (scores[j] as number) * (values[j * kv + from + i] as number);
      mixed[h * head + i] = total / sum;
    }
  };

  return {
    push(token) {
      if (!Number.isInteger(token) || token < 0 || token >= vocab)
        throw new RangeError(`no token ${token} in a vocabulary of ${vocab}`);
      if (length >= context) throw new RangeError(`the context of ${context} tokens is full`);
      for (let i = 0; i < d; i += 1)
        x[i] = (weights[token * d + i] as number) + (weights[wpe + length * d + i] as number);
      for (const block of blocks) {
        norm();
        apply(block.wq, d, normed, query);
        apply(block.wk, kv, normed, block.keys, length * kv);
        apply(block.wv, kv, normed, block.values, length * kv);
        for (let h = 0; h < heads; h += 1) attend(block.keys, block.values, h);
        apply(block.wo, d, mixed, delta);
        addToStream();
        norm();
        apply(block.fc1, hidden, normed, up);
        for (let i = 0; i < hidden; i += 1) if ((up[i] as number) < 0) up[i] = 0;
        apply(block.fc2, d, up, delta);
        addToStream();
      }
      norm();
      apply(lmHead, vocab, normed, logits);
      length += 1;
      return logits;
    },
    get length() {
      return length;
    },
    rewind(to) {
      if (!Number.isInteger(to) || to < 0 || to > length)
        throw new RangeError(`cannot rewind ${length} tokens to ${to}`);
      length = to;
    },
    get cacheFloats() {
      return 2 * layers * kv * length;
    },
    keys(layer) {
      const block = blocks[layer];
      if (!block) throw new RangeError(`no layer ${layer} among ${layers}`);
      return block.keys.subarray(0, length * kv);
    },
  };
}
