/** One head of the first layer of a model, on one name: its queries, keys, scores and weights, straight from the forward pass. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { headWidth } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { encodeName, MAX_NAME_LENGTH } from '@/lib/thread/alphabet';

export type ModelHead = {
  /** Characters of the name, boundary first. */
  readonly tokens: readonly string[];
  /** [T][headWidth]. */
  readonly q: readonly (readonly number[])[];
  readonly k: readonly (readonly number[])[];
  readonly v: readonly (readonly number[])[];
  /** [T][T], 0 beyond the present. */
  readonly weights: readonly (readonly number[])[];
};

/** Characters outside the alphabet are left out. `head` counts from 0 and stays within the model's heads. */
export function headOfModel(
  { config, weights }: Pick<Checkpoint, 'config' | 'weights'>,
  name: string,
  head: number,
): ModelHead {
  const clean = name
    .toLowerCase()
    .replace(/[^a-z_]/g, '')
    .slice(0, MAX_NAME_LENGTH);
  const batch = packSequences([encodeName(clean)]);
  const runner = createGptRunner(config, { maxTokens: batch.size });
  runner.weights.set(weights);
  runner.forward(batch);
  const { heads, kvHeads, width, context } = config;
  const h = Math.min(head, heads - 1);
  const size = headWidth(config);
  const kv = size * kvHeads;
  const shared = Math.floor((h * kvHeads) / heads) * size;
  const all = runner.qkv(0);
  const attention = runner.attention(0);
  const row = (n: number, from: number) =>
    Array.from(all.slice(n * (width + 2 * kv) + from, n * (width + 2 * kv) + from + size));
  const places = Array.from({ length: batch.size }, (_, n) => n);
  return {
    tokens: ['·', ...clean],
    q: places.map((n) => row(n, h * size)),
    k: places.map((n) => row(n, width + shared)),
    v: places.map((n) => row(n, width + kv + shared)),
    weights: places.map((n) =>
      Array.from(attention.slice((n * heads + h) * context, (n * heads + h) * context + batch.size)),
    ),
  };
}
