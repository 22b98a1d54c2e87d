/** Records the gradients of one batch of a model, for `recorded-gradients.ts`. Not part of the page. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { countSizes, type Histogram } from './gradients';

const NAMES = 512;

export type Recording = {
  readonly names: number;
  readonly tokens: number;
  readonly histograms: { readonly logits: Histogram; readonly weights: Histogram };
};

/** Gradients of the mean loss over the first training names: at the logits [N, V], and of all weights. */
export function recordGradients({ config, weights }: Checkpoint): Recording {
  const batch = packSequences(functionNames().train.slice(0, NAMES).map(encodeName));
  const runner = createGptRunner(config, { maxTokens: batch.size });
  runner.weights.set(weights);
  runner.train(batch);
  return {
    names: NAMES,
    tokens: batch.size,
    histograms: {
      logits: countSizes(runner.dLogits.subarray(0, batch.size * config.vocab)),
      weights: countSizes(runner.grads),
    },
  };
}
