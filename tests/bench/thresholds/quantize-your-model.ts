/**
 * Whether the goal of the lab quantize-your-model separates what it should, over five trained models and the shipped one:
 *   npx tsx tests/bench/thresholds/quantize-your-model.ts > tests/bench/thresholds/quantize-your-model.txt
 */
import { core, GOAL } from '@/components/labs/quantize-your-model/core';
import { type Group, groups, type Scheme, widthsOf } from '@/components/labs/quantize-your-model/losses';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { LENGTHS, SEEDS, trainModel } from './thread-models';

type Row = { readonly group: Group; readonly scheme: Scheme; readonly bits: number; readonly size: number };
type Measured = Row & { readonly increase: number };

function measureAll(model: Checkpoint, outlier: boolean): { base: number; rows: Measured[] } {
  let base = 0;
  const rows = (['symmetric', 'affine', 'nf4'] as const).flatMap((scheme) => {
    const values = completeValues(core.params, { scheme, outlier });
    const outcome = finishWork(core.work?.(values, { model, measured: null }) as never) as {
      model: Checkpoint;
      measured: null;
    };
    const result = core.run(values, outcome);
    base = result.base ?? Number.NaN;
    return groups.flatMap((group) =>
      result.curves[group]
        .filter(({ bits }) => widthsOf(scheme).includes(bits))
        .map(({ bits, bitsPerWeight, loss }) => ({
          group,
          scheme,
          bits,
          size: bitsPerWeight,
          increase: (loss ?? Number.NaN) - base,
        })),
    );
  });
  return { base, rows };
}

function report(models: readonly (readonly [string, Checkpoint])[], outlier: boolean): void {
  const all = models.map(([, model]) => measureAll(model, outlier));
  console.log(
    `\nLoss increase ${outlier ? 'with one weight × 50' : 'without an outlier'}; * marks what meets the goal`,
  );
  console.log(`${''.padEnd(32)}${models.map(([name]) => name.padStart(11)).join('')}`);
  console.log(`${'float32 loss'.padEnd(32)}${all.map(({ base }) => base.toFixed(4).padStart(11)).join('')}`);
  for (const [i, row] of (all[0]?.rows ?? []).entries()) {
    const cells = all.map(({ rows }) => {
      const { increase, size } = rows[i] as Measured;
      const met = outlier && size <= GOAL.bitsPerWeight && increase <= GOAL.increase;
      return `${increase < 0 ? '' : '+'}${increase.toFixed(4)}${met ? '*' : ' '}`.padStart(11);
    });
    const name = `${row.scheme} ${row.group} ${row.bits} bits`;
    console.log(`${name.padEnd(24)}${row.size.toFixed(2).padStart(6)}  ${cells.join('')}`);
  }
}

console.log(
  `Goal: at most ${GOAL.bitsPerWeight} bits per weight and +${GOAL.increase} nats, with the outlier. 2026-11-27`,
);
for (const steps of LENGTHS) {
  console.log(`\n== width 16, 1 layer, ${steps} steps ==`);
  const models = SEEDS.map((seed) => [`seed ${seed}`, trainModel(seed, steps)] as const);
  report(models, false);
  report(models, true);
}
console.log('\n== the shipped model ==');
report([['shipped', shippedCheckpoint()]], false);
report([['shipped', shippedCheckpoint()]], true);
