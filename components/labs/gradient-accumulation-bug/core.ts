/**
 * Gradient accumulation on the tiny GPT: the gradient of eight names at once, and the same put together from micro-batches whose
 * losses are divided by this or that. All gradients are real ones (`lib/ml/tuning/gradient-accumulation.ts`).
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import {
  accumulate,
  type Comparison,
  compareGradients,
  type Normalisation,
  tokenWeights,
} from '@/lib/ml/tuning/gradient-accumulation';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { drawNames, NAMES, orders, pack, tokensOf } from './packing';
import { type Given, questionKey, type Training, trainBoth } from './training';

/** The packing must make the average of averages this bad, and the chosen way must be right all the same. */
export const GOAL = { harm: 0.8, cosine: 0.999999, norm: 0.001 } as const;
export const normalisations = [
  'micro-mean',
  'sequence-mean',
  'none',
  'tokens',
] as const satisfies readonly Normalisation[];

export const params = {
  normalisation: { kind: 'choice', options: normalisations, default: 'micro-mean' },
  order: { kind: 'choice', options: orders, default: 'drawn' },
  size: { kind: 'number', min: 1, max: NAMES, step: 1, default: 2 },
  assign: { kind: 'vector', min: 0, max: NAMES - 1, step: 1, default: [0, 0, 1, 1, 2, 2, 3, 3] },
  seed: { kind: 'seed', default: 1 },
} as const;

export type NameReport = {
  readonly name: string;
  /** Where it stands among the names drawn. */
  readonly place: number;
  readonly tokens: number;
  /** How much one of its tokens counts, in units of what it counts in the whole batch. */
  readonly weight: number;
};
export type BatchReport = { readonly names: readonly NameReport[]; readonly tokens: number };
export type Way = Comparison & { readonly loss: number };

export type Result = {
  readonly batches: readonly BatchReport[];
  readonly tokens: number;
  /** Micro-batch of each name by its place. */
  readonly assign: readonly number[];
  /** Most tokens in a micro-batch over the fewest. */
  readonly spread: number;
  readonly fullLoss: number;
  readonly chosen: Way;
  readonly meanOfMeans: Way;
  /** Null until trained for these very settings. */
  readonly training: Training | null;
};

/** One runner for each model, since a runner allocates everything it will ever need. */
const runners = new WeakMap<Checkpoint, GptRunner>();
function runnerOf(model: Checkpoint): GptRunner {
  const known = runners.get(model);
  if (known) return known;
  const runner = createGptRunner(model.config, { maxTokens: NAMES * CONTEXT });
  runner.weights.set(model.weights);
  runners.set(model, runner);
  return runner;
}

function namesOf(seed: number): string[] {
  return drawNames(createRandom(seed).split('names'));
}

function run(values: ParamValues<typeof params>, { model, training }: Given): Result {
  const names = namesOf(values.seed);
  const places = pack(names, values);
  const lengths = places.map((batch) => batch.map((place) => tokensOf(names[place] ?? '')));
  const sums = lengths.map((batch) => batch.reduce((sum, length) => sum + length, 0));
  const tokens = sums.reduce((sum, one) => sum + one, 0);
  const weights = tokenWeights(lengths, values.normalisation);

  const runner = runnerOf(model);
  // A model with a shorter context sees as much of each name as it can.
  const encode = (place: number) => encodeName(names[place] ?? '').slice(0, model.config.context + 1);
  const full = accumulate(runner, [packSequences(names.map((_, place) => encode(place)))], 'tokens');
  const batches = places.map((batch) => packSequences(batch.map(encode)));
  const tryWay = (normalisation: Normalisation): Way => {
    const { loss, gradient } = accumulate(runner, batches, normalisation);
    return { loss, ...compareGradients(gradient, full.gradient) };
  };
  const meanOfMeans = tryWay('micro-mean');
  return {
    batches: places.map((batch, m) => ({
      names: batch.map((place, s) => ({
        name: names[place] ?? '',
        place,
        tokens: lengths[m]?.[s] ?? 0,
        weight: (weights[m]?.[s] ?? 0) * tokens,
      })),
      tokens: sums[m] ?? 0,
    })),
    tokens,
    assign: names.map((_, place) => places.findIndex((batch) => batch.includes(place))),
    spread: Math.max(...sums) / Math.min(...sums),
    fullLoss: full.loss,
    chosen: values.normalisation === 'micro-mean' ? meanOfMeans : tryWay(values.normalisation),
    meanOfMeans,
    training: training?.question === questionKey(values) ? training : null,
  };
}

/** How many times more a token of the shortest name counts than the others, when it has a micro-batch to itself. */
export function loneTokenWeight(seed: number): number {
  const lengths = namesOf(seed)
    .map(tokensOf)
    .toSorted((a, b) => a - b);
  const [alone, others] = tokenWeights([lengths.slice(0, 1), lengths.slice(1)], 'micro-mean');
  return (alone?.[0] ?? 0) / (others?.[0] ?? 1);
}

export const core = defineCore({
  id: 'gradient-accumulation-bug',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), training: null }),
  run,
  work: (values, given) => trainBoth(values, given),
  goal({ chosen, meanOfMeans }) {
    const harm = Math.min(1, (1 - meanOfMeans.cosine) / (1 - GOAL.harm));
    const straight = chosen.cosine > GOAL.cosine;
    const long = Math.abs(chosen.ratio - 1) < GOAL.norm;
    if (harm === 1 && straight && long) return { met: true, progress: 1 };
    const progress = 0.4 * harm + (straight ? 0.4 : 0.2 * Math.max(0, chosen.cosine)) + (long ? 0.2 : 0);
    return { met: false, progress: Math.min(0.99, progress) };
  },
  solution: { normalisation: 'tokens', order: 'longest', size: 7 },
  predict() {
    const times = loneTokenWeight(params.seed.default);
    return times < 1.5 ? 'same' : times < 5 ? 'few' : 'many';
  },
  table({ batches }) {
    return {
      columns: ['batch', 'name', 'tokens', 'weight', 'share'],
      rows: batches.flatMap(({ names }, m) =>
        names.map(({ name, tokens, weight }) => [m + 1, name, tokens, weight, weight * tokens]),
      ),
    };
  },
});
