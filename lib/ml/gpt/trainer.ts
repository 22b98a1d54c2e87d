/**
 * The training loop of the tiny GPT: seeded batches in shuffled epochs, a learning-rate schedule, clipping, an optimizer.
 * One call is one step, so that whoever drives it can pause, look and stop. The same options give the same weights.
 */
import { clipGradNorm } from '@/lib/ml/optim/clip';
import { createOptimizer, type Optimizer, type OptimizerSpec } from '@/lib/ml/optim/optimizer';
import { createRandom } from '@/lib/random';
import { createBatch, fillBatch, type SequenceSet } from './batch';
import { type GptConfig, initGptWeights } from './config';
import { createGptRunner, type GptRunner } from './runner';

export type TrainerOptions = {
  readonly config: GptConfig;
  /** What is trained on: full id lists, made with `createSequenceSet`. */
  readonly data: SequenceSet;
  /** Sequences in a step. */
  readonly batchSize: number;
  readonly optimizer: OptimizerSpec;
  /** Learning rate of step k, from 0. */
  readonly learningRate: (step: number) => number;
  /** Largest global norm of the gradient; none by default. */
  readonly clip?: number;
  readonly seed: number;
  /** Start here instead of at fresh weights. */
  readonly weights?: ArrayLike<number>;
  readonly kernels?: 'plain' | 'simd';
};

export type TrainingStep = {
  /** Mean loss of the batch before the update, nats per token. */
  readonly loss: number;
  readonly learningRate: number;
  /** Global norm of the gradient before clipping. */
  readonly gradNorm: number;
  readonly tokens: number;
};

export type GptTrainer = {
  readonly runner: GptRunner;
  readonly optimizer: Optimizer;
  /** Steps done. */
  readonly steps: number;
  /** One update. Between steps the weights may be changed, such as setting pruned ones to 0. */
  readonly step: () => TrainingStep;
};

/** Throws RangeError on a batch size below 1 or above the data, a shape that cannot be, or weights that do not fit. */
export function createGptTrainer(options: TrainerOptions): GptTrainer {
  const { config, data, batchSize, learningRate, clip = Infinity, seed, kernels } = options;
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > data.count) {
    throw new RangeError(`batchSize must be 1 to ${data.count}, got ${batchSize}`);
  }
  const runner = createGptRunner(config, { maxTokens: batchSize * data.longest, ...(kernels ? { kernels } : {}) });
  const random = createRandom(seed);
  const start = options.weights ?? initGptWeights(config, random.split('weights'));
  if (start.length !== runner.layout.size)
    throw new RangeError(`${start.length} weights for ${runner.layout.size} parameters`);
  runner.weights.set(start);
  const optimizer = createOptimizer(options.optimizer, runner.layout.size);
  const shuffle = random.split('order');
  const order = Int32Array.from({ length: data.count }, (_, i) => i);
  const batch = createBatch(batchSize, data.longest);
  let next = data.count;
  let steps = 0;

  /** Moves to the next batch; what is too few for a batch at the end of an epoch waits for the next shuffle. */
  const advance = () => {
    if (next + batchSize > data.count) {
      for (let i = order.length - 1; i > 0; i -= 1) {
        const j = shuffle.integer(i + 1);
        const kept = order[i] as number;
        order[i] = order[j] as number;
        order[j] = kept;
      }
      next = 0;
    }
    fillBatch(batch, data, order, next, next + batchSize);
    next += batchSize;
  };

  return {
    runner,
    optimizer,
    get steps() {
      return steps;
    },
    step() {
      advance();
      const loss = runner.train(batch);
      const gradNorm = clipGradNorm(runner.grads, clip);
      const rate = learningRate(steps);
      optimizer.step(runner.weights, runner.grads, rate);
      steps += 1;
      return { loss, learningRate: rate, gradNorm, tokens: batch.size };
    },
  };
}
