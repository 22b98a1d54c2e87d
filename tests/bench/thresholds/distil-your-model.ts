/**
 * Five seeds of the lab distil-your-model with the shipped model as the teacher: what closes how much of the gap.
 *   npx tsx tests/bench/thresholds/distil-your-model.ts > tests/bench/thresholds/distil-your-model.txt
 */
import { core, GOAL } from '@/components/labs/distil-your-model/core';
import { STEPS } from '@/components/labs/distil-your-model/school';
import { finishWork, startGiven } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const SEEDS = [1, 2, 3, 4, 5];
const settings = [
  ['default: T 4, alpha 0.5, writes 0', {}],
  ['T 1, alpha 1, writes 0', { temperature: 1, alpha: 1 }],
  ['T 1, alpha 0.5, writes 0', { temperature: 1 }],
  ['T 2, alpha 1, writes 0', { temperature: 2, alpha: 1 }],
  ['T 4, alpha 0.5, writes 4000', { written: '4000' }],
  ['T 2, alpha 1, writes 4000', { ...core.solution, temperature: 2 }],
  ['alpha 0, writes 4000', { ...core.solution, alpha: 0 }],
  ['T 1, alpha 1, writes 1000', { ...core.solution, written: '1000' }],
  ['solution: T 1, alpha 1, writes 4000', core.solution],
  ['solution with 100 own names', { ...core.solution, own: '100' }],
  ['solution with 1000 own names', { ...core.solution, own: '1000' }],
  ['solution with 10000 own names', { ...core.solution, own: '10000' }],
  ['T 1, alpha 1, writes 0, 10000 own', { ...core.solution, own: '10000', written: '0' }],
] as const;
const fixed = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(3).padStart(6);

const model = shippedCheckpoint();
console.log(`Teacher ${model.name} (${model.id}), ${STEPS} steps, seeds ${SEEDS.join(' ')}. 2026-11-27`);
console.log(`Goal: share of the gap closed ≥ ${GOAL.closed} with ≥ ${GOAL.own} own names; own names 200 unless said\n`);
console.log(`${'setting'.padEnd(38)}share closed by seed                     loss alone, taught, teacher, seed 1`);
for (const [name, change] of settings) {
  const results = SEEDS.map((seed) => {
    const values = completeValues(core.params, { ...change, seed });
    if (!core.work) throw new Error('the lab has no work');
    return core.run(values, finishWork(core.work(values, startGiven(core))));
  });
  const [first] = results;
  const shares = results.map(({ closed }) => fixed(closed)).join('  ');
  console.log(
    `${name.padEnd(38)}${shares}   ${fixed(first?.alone?.loss)} ${fixed(first?.taught?.loss)} ${fixed(first?.teacherLoss)}`,
  );
}
