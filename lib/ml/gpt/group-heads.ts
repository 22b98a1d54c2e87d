/** From multi-head to grouped-query or multi-query attention after training: groups of key-value heads become one each. Ainslie 2023, §2.1. */
import type { Random } from '@/lib/random';
import { type GptConfig, gptLayout, headWidth, initGptWeights, matrixOf } from './config';

/** What the head of a group is made of: the mean of its heads, the first of them, or fresh random weights. The paper compares the three. */
export const poolings = ['mean', 'first', 'random'] as const;
export type Pooling = (typeof poolings)[number];

export type GroupedModel = { readonly config: GptConfig; readonly weights: Float32Array };

/**
 * The same model with `kvHeads` key-value heads; all other weights are copied. `random` serves the pooling of that name.
 * Throws RangeError unless `kvHeads` divides the number there was.
 */
export function groupHeads(
  config: GptConfig,
  weights: ArrayLike<number>,
  kvHeads: number,
  pooling: Pooling,
  random: Random,
): GroupedModel {
  const group = config.kvHeads / kvHeads;
  if (!Number.isInteger(group)) throw new RangeError(`${kvHeads} does not divide ${config.kvHeads} key-value heads`);
  // #region group-heads
  const smaller = { ...config, kvHeads };
  const old = gptLayout(config);
  const grouped = initGptWeights(smaller, random);
  for (const { name, offset, size, columns } of gptLayout(smaller).entries) {
    const shared = name.endsWith('.wk') || name.endsWith('.wv');
    if (shared && pooling === 'random') continue;
    const pooled = shared && pooling === 'mean' ? group : 1;
    const from = matrixOf(old, name).offset;
    const head = headWidth(config) * columns;
    for (let i = 0; i < size; i += 1) {
      const first = shared ? from + i + Math.floor(i / head) * (group - 1) * head : from + i;
      let sum = 0;
      for (let h = 0; h < pooled; h += 1) sum += weights[first + h * head] as number;
      grouped[offset + i] = sum / pooled;
    }
  }
  // #endregion group-heads
  return { config: smaller, weights: grouped };
}
