/**
 * Whether the goal of the lab prune-your-model separates what it should, over five trained models and the shipped one:
 *   npx tsx tests/bench/thresholds/prune-your-model.ts > tests/bench/thresholds/prune-your-model.txt
 */
import { core, GOAL } from '@/components/labs/prune-your-model/core';
import type { Measured } from '@/components/labs/prune-your-model/tune';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { LENGTHS, SEEDS, trainModel } from './thread-models';

function measure(model: Checkpoint, steps: number, seed: number): Measured {
  const values = completeValues(core.params, { steps, seed });
  const { measured } = finishWork(core.work?.(values, { model, measured: null }) as never) as { measured: Measured };
  return measured;
}

function report(models: readonly (readonly [string, Checkpoint])[], steps: number): void {
  // Another seed of masks and batches for every model.
  const all = models.map(([, model], i) => measure(model, steps, i));
  console.log(`\nLoss after ${steps} steps of fine-tuning; * marks what meets the goal`);
  console.log(`${''.padEnd(24)}${models.map(([name]) => name.padStart(10)).join('')}`);
  console.log(`${'unpruned'.padEnd(24)}${all.map(({ base }) => `${base.toFixed(3)} `.padStart(10)).join('')}`);
  console.log(
    `${'unpruned, tuned'.padEnd(24)}${all.map(({ dense }) => `${dense?.toFixed(3)} `.padStart(10)).join('')}`,
  );
  for (const [i, point] of (all[0]?.points ?? []).entries()) {
    const cells = all.map(({ points }) => {
      const { tuned, sparsity } = points[i] as Measured['points'][number];
      const met = sparsity >= GOAL.sparsity && tuned !== null && tuned <= GOAL.loss;
      return `${tuned?.toFixed(3)}${met ? '*' : ' '}`.padStart(10);
    });
    console.log(`${`${point.method} ${point.sparsity * 100} %`.padEnd(24)}${cells.join('')}`);
  }
}

console.log(`Goal: sparsity of at least ${GOAL.sparsity} and a loss of at most ${GOAL.loss.toFixed(3)}. 2026-11-27`);
for (const length of LENGTHS) {
  console.log(`\n== width 16, 1 layer, ${length} steps ==`);
  const models = SEEDS.map((seed) => [`seed ${seed}`, trainModel(seed, length)] as const);
  for (const steps of [0, 100, 300]) report(models, steps);
}
console.log('\n== the shipped model ==');
for (const steps of [0, 100, 200, 300]) report([['shipped', shippedCheckpoint()]], steps);
