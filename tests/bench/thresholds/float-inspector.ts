/**
 * Records the gradients that the lab float-inspector shows, from a model
 * in training, and prints what each loss scale makes of them:
 *   npx tsx tests/bench/thresholds/float-inspector.ts > tests/bench/thresholds/float-inspector.txt
 * With --write it also renews components/labs/float-inspector/recorded-gradients.ts.
 */
import { writeFileSync } from 'node:fs';
import { fateOf } from '@/components/labs/float-inspector/gradients';
import { recordGradients } from '@/components/labs/float-inspector/record';
import { floatFormatIds, floatFormats } from '@/lib/ml/quant/float-format';
import { trainModel } from './thread-models';

const model = trainModel(1, 500);
const { names, tokens, histograms } = recordGradients(model);

if (process.argv.includes('--write')) {
  writeFileSync(
    'components/labs/float-inspector/recorded-gradients.ts',
    `/**
 * Sizes of the gradients of one batch of a tiny GPT after 500 steps of training, counted by \`recordGradients\` in record.ts and
 * written by tests/bench/thresholds/float-inspector.ts; a test records them again and compares.
 */
export const recorded = ${JSON.stringify({ names, tokens, histograms }, null, 2)} as const;
`,
  );
}

console.log(`Gradients of ${names} names, ${tokens} tokens, after ${model.step} steps of training. 2026-11-27`);
console.log('For each loss scale and format: share of gradients that become 0, number that overflow\n');
console.log(`log2 scale  ${floatFormatIds.map((id) => id.padEnd(18)).join('')}`);
const sources = Object.values(histograms);
for (let log = 0; log <= 24; log += 1) {
  const cells = floatFormatIds.map((id) => {
    const { underflow, overflow, nonZero } = fateOf(sources, 2 ** log, floatFormats[id]);
    return `${((100 * underflow) / nonZero).toFixed(3)} %  ${overflow}`.padEnd(18);
  });
  console.log(`${String(log).padEnd(12)}${cells.join('')}`.trimEnd());
}
