/** The bug's price: two fresh models on the same names with the same seed, one step from all eight at once, one from micro-batches. */
import type { Work } from '@/lib/labs/core';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, initGptWeights } from '@/lib/ml/gpt/config';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { clipGradNorm } from '@/lib/ml/optim/clip';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { accumulate, type Normalisation } from '@/lib/ml/tuning/gradient-accumulation';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { drawNames, NAMES, type Packing, pack } from './packing';

export const STEPS = 400;
/** Steps between two points of the curve. */
export const EVERY = 25;
const STEPS_PER_YIELD = 5;
const LEARNING_RATE = 0.01;
const WARMUP = 20;
const CONFIG: GptConfig = { layers: 1, heads: 4, kvHeads: 4, width: 16, context: CONTEXT, vocab: VOCAB };
/** Names up to the first length are short, from the second on long: about a sixth of the validation names each. */
export const LENGTHS = { short: 12, long: 20 } as const;
const MEASURED = 192;
const NAMES_AT_ONCE = 32;

export type Question = Packing & { readonly normalisation: Normalisation; readonly seed: number };
export type Losses = { readonly all: number; readonly short: number; readonly long: number };
export type TrainingRun = {
  /** Validation loss after 0, 25, 50… steps. */
  readonly curve: readonly number[];
  readonly end: Losses | null;
};
export type Training = {
  readonly question: string;
  /** One batch of eight, no accumulation. */
  readonly whole: TrainingRun;
  readonly accumulated: TrainingRun;
};
export type Given = { readonly model: Checkpoint; readonly training: Training | null };

/** What a training answers: it no longer holds when one of these changes. */
export function questionKey({ order, size, assign, normalisation, seed }: Question): string {
  return [order, order === 'own' ? assign.join('') : size, normalisation, seed].join(' ');
}

type Names = readonly (readonly number[])[];
function validation(): Record<keyof Losses, Names> {
  const names = functionNames().validation;
  const take = (keep: (name: string) => boolean) => names.filter(keep).slice(0, MEASURED).map(encodeName);
  return {
    all: take(() => true),
    short: take(({ length }) => length <= LENGTHS.short),
    long: take(({ length }) => length >= LENGTHS.long),
  };
}

/** Mean loss per token, all names together. */
function measure(runner: GptRunner, names: Names): number {
  let [loss, tokens] = [0, 0];
  for (let i = 0; i < names.length; i += NAMES_AT_ONCE) {
    const batch = packSequences(names.slice(i, i + NAMES_AT_ONCE));
    runner.forward(batch);
    loss += runner.crossEntropy(batch) * batch.size;
    tokens += batch.size;
  }
  return loss / tokens;
}

export function* trainBoth(question: Question, given: Given): Work<Given> {
  const names = validation();
  const key = questionKey(question);
  const empty: TrainingRun = { curve: [], end: null };
  const whole = yield* trainOne(question, names, null, (run, done) => ({
    done,
    total: 2 * STEPS,
    given: { ...given, training: { question: key, whole: run, accumulated: empty } },
  }));
  const accumulated = yield* trainOne(question, names, question, (run, done) => ({
    done: STEPS + done,
    total: 2 * STEPS,
    given: { ...given, training: { question: key, whole, accumulated: run } },
  }));
  return { ...given, training: { question: key, whole, accumulated } };
}

/** One model from fresh weights. Without a packing the eight names are one batch. */
function* trainOne<P>(
  { seed }: Question,
  names: Record<keyof Losses, Names>,
  packing: Question | null,
  report: (run: TrainingRun, done: number) => P,
): Generator<P, TrainingRun, void> {
  const random = createRandom(seed);
  const runner = createGptRunner(CONFIG, { maxTokens: NAMES_AT_ONCE * CONTEXT });
  runner.weights.set(initGptWeights(CONFIG, random.split('weights')));
  const optimizer = createOptimizer({ kind: 'adamw', betas: [0.9, 0.95], weightDecay: 0 }, runner.layout.size);
  const draws = random.split('training');
  const curve = [measure(runner, names.all)];
  for (let step = 0; step < STEPS; step += 1) {
    const drawn = drawNames(draws);
    const places = packing ? pack(drawn, packing) : [Array.from({ length: NAMES }, (_, i) => i)];
    const batches = places.map((batch) => packSequences(batch.map((place) => encodeName(drawn[place] ?? ''))));
    const { gradient } = accumulate(runner, batches, packing ? packing.normalisation : 'tokens');
    clipGradNorm(gradient, 1);
    const rate = LEARNING_RATE * Math.min(1, (step + 1) / WARMUP) * (1 - (0.9 * step) / STEPS);
    optimizer.step(runner.weights, gradient, rate);
    if ((step + 1) % EVERY === 0) curve.push(measure(runner, names.all));
    if ((step + 1) % STEPS_PER_YIELD === 0) yield report({ curve: [...curve], end: null }, step + 1);
  }
  const end = {
    all: measure(runner, names.all),
    short: measure(runner, names.short),
    long: measure(runner, names.long),
  };
  return { curve, end };
}
