/**
 * Five seeds of the lab lora-your-model on the shipped model: which settings reach its goal, and whether the learning rate of
 * full fine-tuning is a fair one.
 *   npx tsx tests/bench/thresholds/lora-your-model.ts > tests/bench/thresholds/lora-your-model.txt
 */
import { core, GOAL } from '@/components/labs/lora-your-model/core';
import { FULL_RATE, STEPS } from '@/components/labs/lora-your-model/tuning';
import { finishWork, startGiven } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { createSequenceSet } from '@/lib/ml/gpt/batch';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { cosineWithWarmup } from '@/lib/ml/optim/schedule';
import { encodeName } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { testNames } from '@/lib/thread/tasks';

const SEEDS = [1, 2, 3, 4, 5];
const settings = [
  ['solution: all matrices, rank 2, 0.04', core.solution],
  ['all matrices, rank 2, 0.02', { ...core.solution, rate: '0.02' }],
  ['all matrices, rank 2, 0.01', { ...core.solution, rate: '0.01' }],
  ['all matrices, rank 1, 0.04', { ...core.solution, rank: '1' }],
  ['wq wk wv wo, rank 4, 0.04', { ...core.solution, rank: '4', targets: ['wq', 'wk', 'wv', 'wo'] }],
  ['wv wo fc1 fc2, rank 2, 0.04', { ...core.solution, targets: ['wv', 'wo', 'fc1', 'fc2'] }],
  ['wq wv, rank 8, 0.04', { ...core.solution, rank: '8', targets: ['wq', 'wv'] }],
  ['default: wq wv, rank 2, 0.01', {}],
] as const;
const fixed = (value: number | undefined) => (value ?? Number.NaN).toFixed(3);

const model = shippedCheckpoint();
console.log(`Model ${model.name} (${model.id}), ${STEPS} steps, seeds ${SEEDS.join(' ')}. 2026-11-27`);
console.log(
  `Goal: gain ≥ ${GOAL.gain} with ≤ ${Math.floor(GOAL.trainable * model.weights.length)} trainable parameters\n`,
);
console.log(
  'setting                               trainable  gain by seed                        loss new, old (LoRA | full), seed 1',
);
for (const [name, change] of settings) {
  const results = SEEDS.map((seed) => {
    const values = completeValues(core.params, { ...change, seed });
    return core.run(values, finishWork(core.work?.(values, startGiven(core)) ?? never()));
  });
  const [first] = results;
  const [lora, full] = [first?.lora.at(-1), first?.full.at(-1)];
  const gains = results.map(({ gain }) => fixed(gain ?? undefined)).join('  ');
  console.log(
    `${name.padEnd(38)}${String(first?.trainable).padEnd(11)}${gains}   ${fixed(lora?.fresh)} ${fixed(lora?.old)} | ${fixed(full?.fresh)} ${fixed(full?.old)}`,
  );
}

console.log(`\nFull fine-tuning at other learning rates (the lab uses ${FULL_RATE}): loss on the new names by seed`);
const data = createSequenceSet(testNames().train.map(encodeName));
const held = createSequenceSet(testNames().validation.map(encodeName));
for (const rate of [0.002, 0.005, 0.01, 0.02, 0.04]) {
  const losses = SEEDS.map((seed) => {
    const trainer = createGptTrainer({
      config: model.config,
      data,
      batchSize: 32,
      optimizer: { kind: 'adam', betas: [0.9, 0.99] },
      learningRate: (step) =>
        rate * cosineWithWarmup(step, { warmup: 20, firstStep: 'above', total: STEPS, floor: 0.1 }),
      seed,
      weights: model.weights,
    });
    for (let step = 0; step < STEPS; step += 1) trainer.step();
    return fixed(evaluateLoss(trainer.runner, held).loss);
  });
  console.log(`${String(rate).padEnd(8)}${losses.join('  ')}`);
}

function never(): never {
  throw new Error('the lab has no work');
}
