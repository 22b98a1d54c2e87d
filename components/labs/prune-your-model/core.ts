/**
 * Prune the learner's own tiny GPT: by magnitude, at random or 2:4, right away and after fine-tuning with the mask kept; and count
 * what the zeros save once their places are stored as well.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { gptLayout } from '@/lib/ml/gpt/config';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { bytesOf, type MaskMap, mapsOf, masksOf, methods, type Storage, storages } from './masks';
import { HALF, MAX_STEPS, type Measured, measure, type PrunedPoint } from './tune';

/** At least this share of the pruned matrices is 0, and the model still beats counting three letters. */
export const GOAL = { sparsity: 0.5, loss: BASELINE_LOSSES.trigram } as const;

export const params = {
  method: { kind: 'choice', options: methods, default: 'magnitude' },
  sparsity: { kind: 'number', min: 0, max: 90, step: 10, default: 50 },
  steps: { kind: 'number', min: 0, max: MAX_STEPS, step: 50, default: 0 },
  seed: { kind: 'seed', default: 7 },
} as const;

export type Given = { readonly model: Checkpoint; readonly measured: Measured | null };

export type Result = {
  readonly parameters: number;
  /** Sparsity of the pruned matrices that is drawn and stored; 2:4 knows only one. */
  readonly sparsity: number;
  /** Share of all parameters that are 0. */
  readonly zeros: number;
  readonly bytes: Readonly<Record<Storage, number | null>>;
  /** The smallest way to store it that its pattern allows. */
  readonly smallest: number;
  readonly base: number | null;
  /** The unpruned model after the same steps; null until done with these steps. */
  readonly dense: number | null;
  /** `tuned` is null where it was not measured with the steps that are set now. */
  readonly points: readonly PrunedPoint[];
  readonly chosen: PrunedPoint | null;
  /** The weights behind `chosen.tuned`; null while there are none. */
  readonly tunedWeights: Float32Array | null;
  readonly maps: readonly MaskMap[];
};

function run({ method, sparsity, steps, seed }: ParamValues<typeof params>, { model, measured }: Given): Result {
  const layout = gptLayout(model.config);
  const share = method === 'two-of-four' ? HALF : sparsity / 100;
  const masks = masksOf(layout, model.weights, { method, sparsity: share, seed });
  const bytes = bytesOf(layout, masks, method);
  const dropped = masks.reduce((sum, mask) => sum + mask.reduce((zeros, bit) => zeros + 1 - bit, 0), 0);
  // Random masks and batches hang on the seed, fine-tuning on the steps as well: what was measured with others is not shown.
  const seeded = measured !== null && measured.question.seed === seed ? measured : null;
  const fresh = seeded?.question.steps === steps;
  const points = (seeded?.points ?? []).map((point) => (fresh ? point : { ...point, tuned: null }));
  const at = points.findIndex((point) => point.method === method && point.sparsity === share);
  const whole = seeded && share === 0 ? unpruned(seeded, fresh) : null;
  const tunedWeights = (fresh && seeded.weights[at]) || null;
  return {
    parameters: layout.size,
    sparsity: share,
    zeros: dropped / layout.size,
    bytes,
    smallest: Math.min(...storages.map((storage) => bytes[storage] ?? Infinity)),
    base: seeded?.base ?? null,
    dense: fresh ? (seeded?.dense ?? null) : null,
    points,
    chosen: points[at] ?? whole,
    tunedWeights,
    maps: mapsOf(layout, tunedWeights ?? model.weights, masks),
  };
}

function unpruned({ base, dense }: Measured, fresh: boolean): PrunedPoint {
  return { method: 'magnitude', sparsity: 0, oneShot: base, tuned: fresh ? dense : null };
}

export const core = defineCore({
  id: 'prune-your-model',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), measured: null }),
  run,
  work: ({ steps, seed }, given) => measure(given, { steps, seed }),
  workParams: ['steps', 'seed'],
  goal({ sparsity, chosen }) {
    const loss = chosen?.tuned ?? null;
    const sparse = Math.min(1, sparsity / GOAL.sparsity);
    if (loss === null) return { met: false, progress: 0.2 * sparse };
    const good = loss <= GOAL.loss ? 1 : GOAL.loss / loss;
    const met = sparse === 1 && good === 1;
    return { met, progress: met ? 1 : Math.min(0.95, sparse * good) };
  },
  solution: { method: 'magnitude', sparsity: 50, steps: MAX_STEPS },
  predict() {
    const { config, weights } = shippedCheckpoint();
    const layout = gptLayout(config);
    const masks = masksOf(layout, weights, { method: 'magnitude', sparsity: HALF, seed: params.seed.default });
    const { csr, dense } = bytesOf(layout, masks, 'magnitude');
    const ratio = (csr ?? 0) / (dense ?? 1);
    return ratio < 0.73 ? 'half' : ratio < 0.95 ? 'less' : 'same';
  },
  table({ points }) {
    return {
      columns: ['method', 'sparsity', 'oneShot', 'tuned'],
      rows: points.map(({ method, sparsity, oneShot, tuned }) => [method, sparsity, oneShot, tuned ?? '–']),
    };
  },
});
