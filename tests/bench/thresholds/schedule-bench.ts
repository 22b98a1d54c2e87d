/**
 * What schedules gain over the best constant rate in the lab schedule-bench, over five seeds:
 *   npx tsx tests/bench/thresholds/schedule-bench.ts > tests/bench/thresholds/schedule-bench.txt
 * With --write it only renews components/labs/schedule-bench/recorded-constants.ts.
 */
import { writeFileSync } from 'node:fs';
import { core, GOAL, params, type Values } from '@/components/labs/schedule-bench/core';
import { recordConstants } from '@/components/labs/schedule-bench/record';
import { rateAt, type Schedule, STEPS } from '@/components/labs/schedule-bench/schedule';
import { BATCH, CONSTANT_RATES, createBench, trainWith } from '@/components/labs/schedule-bench/training';
import { finishWork } from '@/lib/labs/core';

if (process.argv.includes('--write')) {
  const runs = recordConstants(params.seed.default).map(({ curve, loss }) => ({
    loss,
    curve: curve.map((point) => point.loss),
  }));
  writeFileSync(
    'components/labs/schedule-bench/recorded-constants.ts',
    `/**
 * How the constant rates do from seed ${params.seed.default}, in the order of CONSTANT_RATES: made by \`recordConstants\` in record.ts and written by
 * tests/bench/thresholds/schedule-bench.ts; a test records one again and compares. Shown until the learner trains.
 */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: these are measured losses
import { LOOK_EVERY, type Trained } from './training';

const runs = ${JSON.stringify(runs, null, 2)};

export const recordedConstants: readonly Trained[] = runs.map(({ loss, curve }) => ({
  loss,
  curve: curve.map((seen, i) => ({ step: LOOK_EVERY * (i + 1), loss: seen })),
}));
`,
  );
  process.exit();
}

const seeds = [1, 2, 3, 4, 5];
const bench = createBench();
const train = (rate: (step: number) => number, seed: number) =>
  finishWork(trainWith(bench, { rate, seed })).loss ?? Infinity;
const show = (values: readonly number[], digits: number) =>
  values.map((value) => value.toFixed(digits).padStart(8)).join('');

console.log(
  `Validation loss after ${STEPS} steps of ${BATCH} names, nats per token, seeds ${seeds.join(', ')}. 2026-11-27`,
);
console.log(`The goal is a gain of ${GOAL.gain} over the best of the constant rates.\n`);
console.log('constant rate');
const constants = CONSTANT_RATES.map((rate) => {
  const losses = seeds.map((seed) => train(() => rate, seed));
  console.log(`${String(rate).padEnd(34)}${show(losses, 4)}`);
  return losses;
});
const best = seeds.map((_, i) => Math.min(...constants.map((losses) => losses[i] ?? Infinity)));
console.log(`${'best'.padEnd(34)}${show(best, 4)}\n`);

const base: Schedule = { shape: 'cosine', peak: 0.01, warmup: 40, decayFrom: 320, floor: 0, counting: 'zero' };
const solution: Schedule = { ...base, ...(core.solution as Partial<Values>) };
const tried: readonly Schedule[] = [
  base,
  { ...base, shape: 'constant' },
  { ...base, shape: 'linear' },
  { ...base, shape: 'wsd' },
  { ...base, shape: 'restarts' },
  { ...base, shape: 'inverse' },
  { ...base, warmup: 0 },
  { ...base, peak: 0.02 },
  { ...base, peak: 0.03 },
  { ...base, peak: 0.04 },
  { ...base, shape: 'linear', peak: 0.03 },
  { ...base, shape: 'wsd', peak: 0.02 },
  solution,
  { ...solution, counting: 'above' },
  { ...solution, warmup: 0 },
  { ...solution, peak: 0.05 },
  { ...solution, peak: 0.05, warmup: 0 },
];
console.log('shape     peak  warm-up decay from  gain over the best constant rate, by seed              least');
for (const one of tried) {
  const gains = seeds.map((seed, i) => (best[i] ?? 0) - train((step) => rateAt(step, one), seed));
  const name = `${one.shape.padEnd(10)}${String(one.peak).padEnd(6)}${String(one.warmup).padEnd(8)}${one.shape === 'wsd' ? one.decayFrom : '-'}`;
  const note = one === solution ? '  the shown solution' : one.counting === 'above' ? '  counted from 1' : '';
  console.log(
    `${name.padEnd(34)}${show(gains, 4)}${Math.min(...gains)
      .toFixed(4)
      .padStart(10)}${note}`,
  );
}
