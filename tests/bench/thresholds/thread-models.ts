/** Models to check thresholds with: the thread's small shape, trained with several seeds, as long as a learner's and far longer. */
import { type Checkpoint, createCheckpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet } from '@/lib/ml/gpt/batch';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { cosineWithWarmup } from '@/lib/ml/optim/schedule';
import { CONTEXT, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

export const SEEDS = [1, 2, 3, 4, 5] as const;
/** The default of the lab train-a-gpt, and eight times as many. */
export const LENGTHS = [1500, 12_000] as const;

const config = { layers: 1, heads: 4, kvHeads: 4, width: 16, context: CONTEXT, vocab: VOCAB };
const RATE = 0.01;

export function trainModel(seed: number, steps: number): Checkpoint {
  const { train, validation } = functionNames();
  const trainer = createGptTrainer({
    config,
    data: createSequenceSet(train.map(encodeName)),
    batchSize: 32,
    optimizer: { kind: 'adam', betas: [0.9, 0.99] },
    learningRate: (step) => RATE * cosineWithWarmup(step, { warmup: 50, total: steps, floor: 0.05 }),
    seed,
  });
  while (trainer.steps < steps) trainer.step();
  const { loss } = evaluateLoss(trainer.runner, validation.map(encodeName));
  return createCheckpoint({
    name: `seed ${seed}`,
    config,
    seed,
    data: '0'.repeat(64),
    step: steps,
    validationLoss: loss,
    weights: Float32Array.from(trainer.runner.weights),
    parent: null,
    ops: [`train:${steps}`],
  });
}
