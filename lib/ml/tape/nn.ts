/** Layers of a transformer on the tape. Weights of a linear layer are [outputs, inputs], as PyTorch and every checkpoint store them. */
import { add, mul } from './arithmetic';
import { reshape } from './broadcast';
import { gelu, relu, silu } from './elementwise';
import { gatherRows, transpose, where } from './layout';
import { matmul } from './matmul';
import { rope } from './rope';
import { softmax } from './softmax';
import { shapeText, type Tensor, tensor } from './tensor';

/** x Wᵀ + b: x [..., inputs] → [..., outputs]. Throws RangeError if the widths differ. */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const y = matmul(x, transpose(weight));
  return bias ? add(y, bias) : y;
}

/** Rows of a table [V, d] by id: [ids.length, d]. */
export const embedding = gatherRows;

/** Which keys each query may see. A boolean table [T, S], or causal: query i sees keys 0…i + S − T. */
export type Visibility = 'all' | 'causal' | readonly (readonly boolean[])[];

// #region attention
/**
 * softmax(scale · Q Kᵀ) V. q [..., T, d], k [..., S, d], v [..., S, e] → [..., T, e]; leading axes broadcast.
 * Every query must see at least one key. Vaswani et al. 2017, eq. 1.
 */
export function attention(q: Tensor, k: Tensor, v: Tensor, visible: Visibility = 'all', scale?: number): Tensor {
  const scores = mul(matmul(q, transpose(k)), scale ?? 1 / Math.sqrt(q.shape.at(-1) ?? 1));
  const seen = visible === 'all' ? scores : where(mask(visible, q, k), scores, -Infinity);
  return matmul(softmax(seen), v);
}
// #endregion attention

export type AttentionWeights = {
  readonly wq: Tensor;
  readonly wk: Tensor;
  readonly wv: Tensor;
  readonly wo: Tensor;
  readonly bq?: Tensor;
  readonly bk?: Tensor;
  readonly bv?: Tensor;
  readonly bo?: Tensor;
};

export type AttentionShape = {
  readonly heads: number;
  /** Heads of keys and values; must divide `heads`. Query head h uses head ⌊h · kvHeads / heads⌋. Default: heads. */
  readonly kvHeads?: number;
  readonly visible?: Visibility;
  /** Positions that turn queries and keys, see `rope`. Default: none are turned. */
  readonly positions?: ArrayLike<number>;
};

/**
 * Multi-head self-attention on one sequence, x [T, d] → [T, d]. With fewer heads of keys and values than of queries it is
 * grouped-query attention (Ainslie et al. 2023), with one it is multi-query attention (Shazeer 2019).
 * Throws RangeError if heads do not divide the width, or kvHeads do not divide heads.
 */
export function selfAttention(x: Tensor, weights: AttentionWeights, shape: AttentionShape): Tensor {
  const { heads, kvHeads = heads, visible = 'causal', positions } = shape;
  const [length, width] = [x.shape[0] ?? 0, weights.wq.shape[0] ?? 0];
  if (width % heads !== 0) throw new RangeError(`${heads} heads do not divide the width ${width}`);
  if (heads % kvHeads !== 0) throw new RangeError(`${kvHeads} heads of keys do not divide ${heads} heads of queries`);
  const size = width / heads;
  const split = (y: Tensor, count: number) => transpose(reshape(y, [length, count, size]), [1, 0, 2]);
  const turn = (y: Tensor) => (positions ? rope(y, positions) : y);
  const q = turn(split(linear(x, weights.wq, weights.bq), heads));
  const k = turn(split(linear(x, weights.wk, weights.bk), kvHeads));
  const v = split(linear(x, weights.wv, weights.bv), kvHeads);
  // Queries that share a head of keys stand in one group; keys and values are repeated along it by broadcasting.
  const grouped = reshape(q, [kvHeads, heads / kvHeads, length, size]);
  const shared = (y: Tensor) => reshape(y, [kvHeads, 1, length, size]);
  const mixed = reshape(attention(grouped, shared(k), shared(v), visible), [heads, length, size]);
  return linear(reshape(transpose(mixed, [1, 0, 2]), [length, width]), weights.wo, weights.bo);
}

export type MlpWeights = { readonly fc1: Tensor; readonly fc2: Tensor; readonly gate?: Tensor };
export type MlpKind = 'relu' | 'gelu' | 'swiglu';

/** Two linear layers around an activation. SwiGLU: (silu(x gateᵀ) · x fc1ᵀ) fc2ᵀ, Shazeer 2020, eq. 6; it needs `gate`. */
export function mlp(x: Tensor, { fc1, fc2, gate }: MlpWeights, kind: MlpKind): Tensor {
  const up = linear(x, fc1);
  if (kind !== 'swiglu') return linear(kind === 'relu' ? relu(up) : gelu(up), fc2);
  if (!gate) throw new RangeError('SwiGLU needs the weights of its gate');
  return linear(mul(silu(linear(x, gate)), up), fc2);
}

function mask(visible: Exclude<Visibility, 'all'>, q: Tensor, k: Tensor): Tensor {
  const [queries, keys] = [q.shape.at(-2) ?? 0, k.shape.at(-2) ?? 0];
  const sees =
    visible === 'causal'
      ? (i: number, j: number) => j <= i + keys - queries
      : (i: number, j: number) => visible[i]?.[j] ?? false;
  const rows = Array.from({ length: queries }, (_, i) => Array.from({ length: keys }, (_, j) => (sees(i, j) ? 1 : 0)));
  const blind = rows.findIndex((row) => !row.includes(1));
  if (blind >= 0) throw new RangeError(`query ${blind} of ${shapeText(q.shape)} sees no key`);
  return tensor(rows, { precision: q.data instanceof Float32Array ? 'float32' : 'float64' });
}
