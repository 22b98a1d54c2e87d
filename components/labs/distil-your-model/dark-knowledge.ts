/** What a teacher says besides the answer: the probability it gives to characters other than the one that came. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { CONTEXT, encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

const NAMES = 96;
const known = new WeakMap<Checkpoint, number>();

/** Mean of 1 − p(character that came) over validation names, in [0, 1]. Computed once a model. */
export function shareElsewhere(model: Checkpoint): number {
  const remembered = known.get(model);
  if (remembered !== undefined) return remembered;
  const batch = packSequences(functionNames().validation.slice(0, NAMES).map(encodeName));
  const runner = createGptRunner(model.config, { maxTokens: NAMES * CONTEXT });
  runner.weights.set(model.weights);
  runner.forward(batch);
  runner.crossEntropy(batch);
  let sum = 0;
  for (let n = 0; n < batch.size; n += 1) sum += 1 - Math.exp(-(runner.nll[n] as number));
  const share = sum / batch.size;
  known.set(model, share);
  return share;
}
