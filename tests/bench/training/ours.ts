import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { type Contender, LEARNING_RATE, type Problem } from './problem';

export function createOurs({ config, weights, batch }: Problem, kernels: 'simd' | 'plain'): Contender {
  const runner = createGptRunner(config, { maxTokens: batch.size, kernels });
  runner.weights.set(weights);
  const optimizer = createOptimizer({ kind: 'adam', betas: [0.9, 0.99] }, runner.layout.size);
  return {
    async step() {
      const loss = runner.train(batch);
      optimizer.step(runner.weights, runner.grads, LEARNING_RATE);
      return loss;
    },
  };
}
