/**
 * Adapt the learner's own tiny GPT to another kind of name with a low-rank adapter, beside full fine-tuning with the same steps,
 * and measure both on what it should learn and on what it knew before. Training is in tuning.ts, the adapter in lib/ml.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { gptLayout } from '@/lib/ml/gpt/config';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { BYTES_OF_FLOAT32 } from '@/lib/thread/passport';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { forgettingAfter } from './forgetting';
import { canAdapt, type Given, keyOf, type Look, tune } from './tuning';

/** Share of full fine-tuning's gain, with this share of the parameters. Checked over seeds by tests/bench/thresholds. */
export const GOAL = { gain: 0.85, trainable: 0.14 } as const;

/** The matrices of a layer, by the names of the layout. */
export const matrices = ['wq', 'wk', 'wv', 'wo', 'fc1', 'fc2'] as const;

export const params = {
  targets: { kind: 'set', options: matrices, default: ['wq', 'wv'] },
  rank: { kind: 'choice', options: ['1', '2', '4', '8'], default: '2' },
  rate: { kind: 'choice', options: ['0.005', '0.01', '0.02', '0.04'], default: '0.01' },
  seed: { kind: 'seed', default: 1 },
} as const;

export type Result = {
  /** False for a model with another alphabet or a shorter context, which cannot read these names. */
  readonly usable: boolean;
  readonly parameters: number;
  readonly trainable: number;
  readonly budget: number;
  readonly adapterBytes: number;
  readonly modelBytes: number;
  readonly lora: readonly Look[];
  readonly full: readonly Look[];
  /** What LoRA gained on the new names as a share of what full fine-tuning gained; null until both are done. */
  readonly gain: number | null;
  /** Both losses after the adapter was taken out; null until measured. */
  readonly unmerged: Omit<Look, 'step'> | null;
  readonly merged: Checkpoint | null;
};

type Values = ParamValues<typeof params>;

const questionOf = ({ targets, rank, rate, seed }: Values, { config }: Checkpoint) => ({
  targets: Array.from({ length: config.layers }, (_, layer) => targets.map((name) => `layer${layer}.${name}`)).flat(),
  rank: Number(rank),
  rate: Number(rate),
  seed,
});

function run(values: Values, { model, outcome }: Given): Result {
  const layout = gptLayout(model.config);
  const question = questionOf(values, model);
  const trainable = layout.entries
    .filter(({ name }) => question.targets.includes(name))
    .reduce((sum, { rows, columns }) => sum + question.rank * (rows + columns), 0);
  // An outcome of other settings says nothing about these.
  const fresh = outcome?.key === keyOf(model, question) ? outcome : null;
  const lora = fresh?.lora ?? [];
  const full = fresh?.full ?? [];
  const start = lora[0]?.fresh ?? 0;
  const possible = start - (full.at(-1)?.fresh ?? start);
  const merged = fresh?.merged ?? null;
  return {
    usable: canAdapt(model),
    parameters: layout.size,
    trainable,
    budget: Math.floor(GOAL.trainable * layout.size),
    adapterBytes: trainable * BYTES_OF_FLOAT32,
    modelBytes: layout.size * BYTES_OF_FLOAT32,
    lora,
    full,
    gain: merged && possible > 0.01 ? (start - (lora.at(-1)?.fresh ?? start)) / possible : null,
    unmerged: fresh?.unmerged ?? null,
    merged,
  };
}

export const core = defineCore({
  id: 'lora-your-model',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), outcome: null }),
  run,
  work: (values, given) => tune(given, questionOf(values, given.model)),
  goal({ gain, trainable, budget }) {
    if (gain === null) return { met: false, progress: 0 };
    const met = gain >= GOAL.gain && trainable <= budget;
    const near = Math.min(1, Math.max(0, gain) / GOAL.gain) * Math.min(1, budget / Math.max(1, trainable));
    return { met, progress: met ? 1 : Math.min(0.99, near) };
  },
  solution: { targets: matrices, rank: '2', rate: '0.04' },
  predict() {
    const { before, after } = forgettingAfter(shippedCheckpoint());
    return after > BASELINE_LOSSES.trigram ? 'below' : after > before + 0.2 ? 'worse' : 'kept';
  },
  table({ lora, full }) {
    const row = (method: string) => (look: Look) => [method, look.step, look.fresh, look.old];
    return { columns: ['method', 'step', 'fresh', 'old'], rows: [...lora.map(row('LoRA')), ...full.map(row('full'))] };
  },
});
