/** Weights and cache of a real model on one card, for each way to share keys and values among query heads. */
import { type Card, cardBytes } from '@/lib/ml/cost/cards';
import { cacheShape, kvBytes, kvBytesPerToken } from '@/lib/ml/cost/kv-cache';
import { countParameters, modelShapes } from '@/lib/ml/cost/model-shape';

/** Query heads that use the same keys and values: one each (MHA), two, four (GQA), or all (MQA). */
export const shares = ['1', '2', '4', 'all'] as const;
export type Share = (typeof shares)[number];

export const SERVED = ['llama-2-7b', 'llama-2-13b', 'llama-2-70b', 'llama-3-8b', 'opt-13b'] as const;
export type Served = (typeof SERVED)[number];
const WEIGHT_BYTES = 2;

export type Demand = {
  readonly served: Served;
  readonly users: number;
  readonly tokens: number;
  readonly bits: number;
  readonly card: Card;
};

export type Plan = {
  readonly share: Share;
  readonly kvHeads: number;
  /** Whether the model was published with this number of key-value heads. */
  readonly published: boolean;
  readonly bytesPerToken: number;
  readonly cache: number;
  readonly total: number;
  readonly fits: boolean;
  /** Users of that many tokens that fit beside the weights. */
  readonly room: number;
};

export type Serving = {
  readonly weights: number;
  readonly capacity: number;
  readonly queryHeads: number;
  readonly publishedBytes: number;
  readonly plans: readonly Plan[];
};

export function kvHeadsOf(queryHeads: number, share: Share): number {
  return share === 'all' ? 1 : Math.max(1, Math.floor(queryHeads / Number(share)));
}

export function planServing({ served, users, tokens, bits, card }: Demand): Serving {
  const shape = modelShapes[served];
  const weights = countParameters(shape) * WEIGHT_BYTES;
  const capacity = cardBytes(card);
  const plans = shares.map((share): Plan => {
    const kvHeads = kvHeadsOf(shape.heads, share);
    const cached = cacheShape(shape, bits / 8, kvHeads);
    const cache = kvBytes(cached, tokens, users);
    const perUser = kvBytes(cached, tokens);
    return {
      share,
      kvHeads,
      published: kvHeads === shape.kvHeads,
      bytesPerToken: kvBytesPerToken(cached),
      cache,
      total: weights + cache,
      fits: weights + cache <= capacity,
      room: Math.max(0, Math.floor((capacity - weights) / perUser)),
    };
  });
  return {
    weights,
    capacity,
    queryHeads: shape.heads,
    publishedBytes: kvBytesPerToken(cacheShape(shape, bits / 8)),
    plans,
  };
}
