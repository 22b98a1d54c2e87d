/**
 * Quantize the learner's own tiny GPT and measure its validation loss: bits against loss with everything that is stored counted,
 * for one scale a matrix, a row or a group, with and without one outlying weight.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { gptLayout } from '@/lib/ml/gpt/config';
import { type MatrixReport, quantizeGpt } from '@/lib/ml/quant/quantize-gpt';
import { storedBits } from '@/lib/ml/quant/quantize-matrix';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import {
  type Group,
  groups,
  type Measured,
  measure,
  NF4_BITS,
  optionsOf,
  outlierDamage,
  schemes,
  weightsOf,
  widthsOf,
} from './losses';

/** With the outlier in place: everything counted, and how far the loss may rise. Checked over seeds by tests/bench/thresholds. */
export const GOAL = { bitsPerWeight: 7, increase: 0.12 } as const;

export const params = {
  bits: { kind: 'number', min: 2, max: 8, step: 1, default: 4 },
  group: { kind: 'choice', options: groups, default: 'tensor' },
  outlier: { kind: 'toggle', default: false },
  scheme: { kind: 'choice', options: schemes, default: 'symmetric' },
} as const;

export type Given = { readonly model: Checkpoint; readonly measured: Measured | null };

/** One way to store the model. `loss` is null until it was measured. */
export type Point = { readonly bits: number; readonly bitsPerWeight: number; readonly loss: number | null };

export type Result = {
  readonly parameters: number;
  /** Loss of the unquantized weights, with the outlier if it is on; null until it was measured. */
  readonly base: number | null;
  readonly curves: Readonly<Record<Group, readonly Point[]>>;
  readonly chosen: Point & {
    readonly bytes: number;
    /** Loss above `base`; null until measured. */
    readonly increase: number | null;
    readonly matrices: readonly MatrixReport[];
  };
};

function run({ bits, group, outlier, scheme }: ParamValues<typeof params>, { model, measured }: Given): Result {
  const layout = gptLayout(model.config);
  // What was measured under another question says nothing about this one.
  const fresh = measured?.question.scheme === scheme && measured.question.outlier === outlier ? measured : null;
  const pointOf = (which: Group, width: number): Point => {
    const options = optionsOf(scheme, width, which);
    const stored = layout.entries.reduce((sum, { rows, columns }) => sum + storedBits(rows, columns, options).total, 0);
    return { bits: width, bitsPerWeight: stored / layout.size, loss: fresh?.losses[which][width] ?? null };
  };
  const width = scheme === 'nf4' ? NF4_BITS : bits;
  const point = pointOf(group, width);
  const { matrices } = quantizeGpt(layout, weightsOf(model, outlier), optionsOf(scheme, width, group));
  const base = fresh?.base ?? null;
  return {
    parameters: layout.size,
    base,
    curves: byGroup((which) => widthsOf(scheme).map((one) => pointOf(which, one))),
    chosen: {
      ...point,
      bytes: Math.ceil((point.bitsPerWeight * layout.size) / 8),
      increase: point.loss === null || base === null ? null : point.loss - base,
      matrices,
    },
  };
}

function byGroup<T>(of: (group: Group) => T): Readonly<Record<Group, T>> {
  return { tensor: of('tensor'), row: of('row'), g16: of('g16'), g8: of('g8') };
}

export const core = defineCore({
  id: 'quantize-your-model',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), measured: null }),
  run,
  work: ({ scheme, outlier }, given) => measure(given, { scheme, outlier }),
  workParams: ['scheme', 'outlier'],
  autoWork: true,
  goal({ chosen }, { outlier }) {
    const { bitsPerWeight, increase } = chosen;
    if (increase === null) return { met: false, progress: 0 };
    const small = Math.min(1, GOAL.bitsPerWeight / bitsPerWeight);
    const good = increase <= GOAL.increase ? 1 : GOAL.increase / increase;
    const met = outlier && small === 1 && good === 1;
    return { met, progress: met ? 1 : Math.min(0.95, small * good * (outlier ? 1 : 0.5)) };
  },
  solution: { bits: 6, group: 'row', outlier: true, scheme: 'symmetric' },
  predict() {
    const damage = outlierDamage(shippedCheckpoint(), 8, 'tensor');
    return damage < 0.02 ? 'nothing' : damage < 0.2 ? 'some' : 'ruin';
  },
  table({ curves, base }) {
    return {
      columns: ['group', 'bits', 'bitsPerWeight', 'loss', 'increase'],
      rows: groups.flatMap((group) =>
        curves[group].map(({ bits, bitsPerWeight, loss }) => [
          group,
          bits,
          bitsPerWeight,
          loss ?? '–',
          loss === null || base === null ? '–' : loss - base,
        ]),
      ),
    };
  },
});
