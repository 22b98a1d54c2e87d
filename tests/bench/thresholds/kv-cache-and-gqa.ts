/**
 * What the shipped model loses when query heads share keys and values, over seeds: the ground on which the limit of the lab
 * `kv-cache-and-gqa` stands. `npx tsx tests/bench/thresholds/kv-cache-and-gqa.ts` prints what kv-cache-and-gqa.txt holds.
 */
import { convert } from '@/components/labs/kv-cache-and-gqa/conversion';
import { givenOf, MAX_LOSS, params } from '@/components/labs/kv-cache-and-gqa/core';
import { finishWork } from '@/lib/labs/core';
import { poolings } from '@/lib/ml/gpt/group-heads';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const seeds = [1, 2, 3, 4, 5];
const given = givenOf(shippedCheckpoint());
const base = given.model.validationLoss;
const print = (line: string) => process.stdout.write(`${line}\n`);

print(`Model ${given.model.name} (${given.model.id}), validation loss ${base}. Seeds ${seeds.join(', ')}. 2026-11-27`);
print(`Nats above it on all validation names; the limit is ${MAX_LOSS}\n`);
print('KV heads  pooling  steps  right after  least   mean    most    seeds within the limit');
for (const share of ['1', '2', 'all'] as const) {
  for (const pooling of share === '1' ? (['mean'] as const) : poolings) {
    for (const steps of params.steps.options.map(Number).filter((one) => one > 0)) {
      const made = seeds.map((seed) => finishWork(convert({ share, pooling, steps, seed }, given)).conversion);
      const lost = made.map((one) => (one?.tuned ?? Number.NaN) - base);
      const mean = lost.reduce((sum, one) => sum + one, 0) / lost.length;
      const pooled = made.reduce((sum, one) => sum + ((one?.pooled ?? Number.NaN) - base) / made.length, 0);
      print(
        [
          String(made[0]?.kvHeads).padEnd(10),
          pooling.padEnd(9),
          String(steps).padEnd(7),
          pooled.toFixed(3).padEnd(13),
          ...[Math.min(...lost), mean, Math.max(...lost)].map((one) => one.toFixed(3).padEnd(8)),
          `${lost.filter((one) => one <= MAX_LOSS).length} of ${seeds.length}`,
        ].join(''),
      );
    }
  }
}
