/**
 * One model, many samplers. For a prefix: the next-character distribution and what each filter cuts from it (`lib/ml/decoding/sample.ts`,
 * `lib/ml/decoding/contrastive-decoding.ts`). For a batch of 300 names: how many are new names of real words, how many different words they
 * use, and how surprised the model itself and trigram counts are.
 *
 * The goal asks for quality and variety at once, at a temperature of at least 1: cooling must not do the filter's work. Its numbers
 * are measured over seeds in tests/bench/thresholds/sampler-bench.ts.
 */
import { defineCore, type Work, type WorkProgress } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { tableDistribution } from '@/lib/ml/counting/ngram-table';
import { BOUNDARY, characterOf, VOCAB } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import {
  BATCH,
  finishBatch,
  type Outcome,
  prepareBench,
  type ReferenceId,
  references,
  runBatch,
  trainingNll,
} from './bench';
import { SMOOTHING } from './generate';
import { type NextCharacter, nextCharacter } from './next-character';
import { amateurs, samplers } from './sampler';
import type { Scores } from './scores';

export const GOAL = { fresh: 0.68, words: 205, temperature: 1 } as const;

const params = {
  sampler: { kind: 'choice', options: samplers, default: 'temperature' },
  temperature: { kind: 'number', min: 0.1, max: 2, step: 0.05, default: 1 },
  k: { kind: 'number', min: 1, max: VOCAB, step: 1, default: 5 },
  p: { kind: 'number', min: 0.05, max: 1, step: 0.05, default: 0.9 },
  minP: { kind: 'number', min: 0, max: 1, step: 0.05, default: 0.1 },
  alpha: { kind: 'number', min: 0, max: 1, step: 0.05, default: 0.1 },
  amateur: { kind: 'choice', options: amateurs, default: 'bigram' },
  prefix: { kind: 'text', maxLength: 22, default: 'get_' },
  seed: { kind: 'seed', default: 7 },
} as const;

type Values = ParamValues<typeof params>;

export type Given = {
  readonly model: Checkpoint;
  readonly outcome: Outcome | null;
  /** Logits of the bigram amateur after each character [V · V]. */
  readonly bigram: Float64Array | null;
};

export type Result = {
  readonly next: NextCharacter;
  /** The last batch drawn; `current` false while it belongs to other settings. */
  readonly batch: Outcome | null;
  readonly current: boolean;
  /** Both conditions of the goal as shares of what is asked, at most 1. */
  readonly reached: { readonly fresh: number; readonly words: number };
};

/** A model the learner made for another alphabet cannot write names. */
export function usableModel(model: Checkpoint): Checkpoint {
  return model.config.vocab === VOCAB ? model : shippedCheckpoint();
}

export const startOf = (model: Checkpoint): Given => ({ model: usableModel(model), outcome: null, bigram: null });

/** What decides the batch: hidden values of other samplers do not. */
function keyOf({ sampler, temperature, k, p, minP, alpha, amateur, seed }: Values): string {
  const own = {
    temperature: [],
    greedy: [],
    'top-k': [k],
    'top-p': [p],
    'min-p': [minP],
    contrastive: [alpha, amateur],
  };
  return JSON.stringify([sampler, sampler === 'greedy' ? 1 : temperature, ...own[sampler], seed]);
}

function run(values: Values, { model, outcome, bigram }: Given): Result {
  const current = outcome !== null && outcome.key === keyOf(values);
  const reach = (got: number, wanted: number) => Math.min(1, got / wanted);
  return {
    next: nextCharacter(model, values.prefix, values, values.seed, bigram),
    batch: outcome,
    current,
    reached: {
      fresh: reach(outcome?.scores.fresh ?? 0, GOAL.fresh),
      words: reach(outcome?.scores.words ?? 0, GOAL.words),
    },
  };
}

function* work(values: Values, given: Given): Work<Given> {
  const { model } = given;
  const bench = prepareBench();
  const after = (id: number) => tableDistribution(bench.bigram, [BOUNDARY, id], SMOOTHING).map(Math.log);
  const bigram = Float64Array.from(Array.from({ length: VOCAB }, (_, id) => after(id)).flat());
  const { scores, names } = yield* reported(runBatch(model, bench, values, values.seed), 0, { ...given, bigram });
  let outcome: Outcome = {
    key: keyOf(values),
    scores,
    names,
    trainingNll: trainingNll(model, bench),
    words: bench.known.words.size,
    references: {},
  };
  for (const [place, { id, settings }] of references.entries()) {
    const batch = yield* reported(runBatch(model, bench, settings, values.seed), 1 + place, { model, bigram, outcome });
    outcome = { ...outcome, references: { ...outcome.references, [id]: batch.scores } };
  }
  return { model, bigram, outcome };
}

/** Passes a batch's own progress on as part of the whole, with what stands so far. */
function* reported<T>(
  batch: Generator<number, T, void>,
  before: number,
  given: Given,
): Generator<WorkProgress<Given>, T, void> {
  for (;;) {
    const { done, value } = batch.next();
    if (done) return value;
    yield { done: before + value / BATCH, total: 1 + references.length, given };
  }
}

export const core = defineCore({
  id: 'sampler-bench',
  params,
  given: () => startOf(shippedCheckpoint()),
  run,
  work,
  workParams: ['sampler', 'temperature', 'k', 'p', 'minP', 'alpha', 'amateur', 'seed'],
  autoWork: true,
  goal({ current, batch, reached }: Result, { temperature, sampler }) {
    const hot = temperature >= GOAL.temperature && sampler !== 'greedy';
    const met = current && batch !== null && hot && reached.fresh === 1 && reached.words === 1;
    if (met) return { met, progress: 1 };
    const near = current ? (reached.fresh + reached.words) / 2 : 0;
    return { met, progress: Math.min(0.99, hot ? near : near / 2) };
  },
  solution: { sampler: 'min-p', temperature: 1, minP: 0.1 },
  /** Of top-k, top-p and min-p at the settings that are drawn for comparison: which find as many different words as plain sampling? */
  predict() {
    const bench = prepareBench();
    const words = (id: ReferenceId) => {
      const settings = references.find((one) => one.id === id)?.settings ?? references[0].settings;
      return finishBatch(runBatch(shippedCheckpoint(), bench, settings, params.seed.default)).scores.words;
    };
    const least = 0.95 * words('plain');
    return words('min-p') < least ? 'fewer' : words('top-k') < least ? 'top-k' : 'all';
  },
  table({ next, batch }: Result) {
    const rows: (readonly (string | number)[])[] = next.tokens.map(({ id, p, q }) => [
      id === BOUNDARY ? '⏎' : characterOf(id),
      p,
      q,
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
    const row = (name: string, scores: Scores) => [
      name,
      '',
      '',
      scores.fresh,
      scores.words,
      scores.distinct,
      scores.novel,
      scores.modelNll,
      scores.trigramNll,
    ];
    const others = Object.entries(batch?.references ?? {}) as [ReferenceId, Scores][];
    return {
      columns: ['item', 'p', 'q', 'fresh', 'words', 'distinct', 'novel', 'modelNll', 'trigramNll'],
      rows: [...(batch ? [row('→', batch.scores)] : []), ...others.map(([id, scores]) => row(id, scores)), ...rows],
    };
  },
});
