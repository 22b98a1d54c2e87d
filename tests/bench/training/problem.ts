/** The same model, names and batch for everyone: packed for us, padded to one length with a mask for the others. */

import { packSequences, type TokenBatch } from '@/lib/ml/gpt/batch';
import { type GptConfig, gptLayout, initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom, type Random } from '@/lib/random';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

export const sizes = {
  '4k': { layers: 1, width: 16 },
  '27k': { layers: 2, width: 32 },
  '103k': { layers: 2, width: 64 },
  '114k': { layers: 4, width: 48 },
} as const;
export type SizeName = keyof typeof sizes;

export const SEQUENCES = 32;
export const LEARNING_RATE = 0.01;

export type Problem = {
  readonly config: GptConfig;
  readonly weights: Float32Array;
  readonly batch: TokenBatch;
  /** [SEQUENCES · length] each, row by row; mask 0 where there is only padding. */
  readonly inputs: Int32Array;
  readonly targets: Int32Array;
  readonly mask: Float32Array;
  readonly length: number;
};

export function makeProblem(size: SizeName): Problem {
  const config: GptConfig = { ...sizes[size], heads: 4, kvHeads: 4, context: 24, vocab: 28 };
  const random: Random = createRandom(7);
  const texts = functionNames().train.slice(0, SEQUENCES).map(encodeName);
  const length = Math.max(...texts.map((ids) => ids.length - 1));
  const inputs = new Int32Array(SEQUENCES * length);
  const targets = new Int32Array(SEQUENCES * length);
  const mask = new Float32Array(SEQUENCES * length);
  texts.forEach((ids, s) => {
    for (let i = 0; i + 1 < ids.length; i += 1) {
      inputs[s * length + i] = ids[i] ?? 0;
      targets[s * length + i] = ids[i + 1] ?? 0;
      mask[s * length + i] = 1;
    }
  });
  return {
    config,
    weights: initGptWeights(config, random),
    batch: packSequences(texts),
    inputs,
    targets,
    mask,
    length,
  };
}

/** One matrix of the flat weights with its shape, for libraries that keep each on its own. */
export function matricesOf({ config, weights }: Problem) {
  return gptLayout(config).entries.map(({ name, rows, columns, offset, size }) => ({
    name,
    shape: [rows, columns] as [number, number],
    data: weights.slice(offset, offset + size),
  }));
}

/** One update on the batch; returns the loss before it. */
export type Contender = { readonly step: () => Promise<number> };
