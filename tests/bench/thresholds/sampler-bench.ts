/**
 * What each sampler reaches on the shipped model, over seeds: the ground on which the goal of the lab `sampler-bench` stands.
 *   npx tsx tests/bench/thresholds/sampler-bench.ts > tests/bench/thresholds/sampler-bench.txt
 */
import {
  BATCH,
  finishBatch,
  prepareBench,
  references,
  runBatch,
  trainingNll,
} from '@/components/labs/sampler-bench/bench';
import { GOAL } from '@/components/labs/sampler-bench/core';
import type { SamplerSettings } from '@/components/labs/sampler-bench/sampler';
import type { Scores } from '@/components/labs/sampler-bench/scores';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const plain = references[0].settings;
const cases: readonly (readonly [name: string, change: Partial<SamplerSettings>])[] = [
  ['greedy', { sampler: 'greedy' }],
  ...[0.3, 0.6, 0.8, 1, 1.2, 1.4].map((temperature) => [`temperature ${temperature}`, { temperature }] as const),
  ...[3, 5, 8, 14, 20].map((k) => [`top-k ${k}`, { sampler: 'top-k', k }] as const),
  ...[0.8, 0.9, 0.95].map((p) => [`top-p ${p}`, { sampler: 'top-p', p }] as const),
  ...[0.05, 0.1, 0.15, 0.2, 0.3].map((minP) => [`min-p ${minP}`, { sampler: 'min-p', minP }] as const),
  ...(['bigram', 'student'] as const).flatMap((amateur) =>
    [0.05, 0.1, 0.2, 0.3].map(
      (alpha) => [`contrastive ${alpha}, ${amateur}`, { sampler: 'contrastive', alpha, amateur }] as const,
    ),
  ),
];

const model = shippedCheckpoint();
const bench = prepareBench();
const print = (line: string) => process.stdout.write(`${line}\n`);

print(
  `${seeds.length} seeds, ${BATCH} names each; model ${model.name} (${model.id}), validation loss ${model.validationLoss}. 2026-11-27`,
);
print(`mean NLL of training names ${trainingNll(model, bench).toFixed(3)}, ${bench.known.words.size} training words`);
print(`goal: fresh >= ${GOAL.fresh} and words >= ${GOAL.words} at T >= ${GOAL.temperature}\n`);
print(`${'sampler'.padEnd(26)}fresh: least mean most    words: least mean most   NLL    trigram  seeds that meet both`);
for (const [name, change] of cases) {
  const scores = seeds.map((seed) => finishBatch(runBatch(model, bench, { ...plain, ...change }, seed)).scores);
  const of = (pick: (one: Scores) => number, digits: number) => {
    const values = scores.map(pick);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [Math.min(...values), mean, Math.max(...values)].map((value) => value.toFixed(digits));
  };
  const met = scores.filter(({ fresh, words }) => fresh >= GOAL.fresh && words >= GOAL.words).length;
  const [, nll] = of(({ modelNll }) => modelNll, 3);
  const [, trigram] = of(({ trigramNll }) => trigramNll, 3);
  const fresh = of((one) => one.fresh, 3).join(' ');
  const words = of((one) => one.words, 0)
    .map((value) => value.padStart(3))
    .join(' ');
  print(`${name.padEnd(26)}${fresh.padEnd(24)}${words.padEnd(22)}${nll}  ${trigram}    ${met} of ${seeds.length}`);
}
