/** The long work of the bench: batches of names under the learner's sampler and, to compare, under a few fixed ones. */

import type { Checkpoint } from '@/lib/ml/checkpoint';
import { countNgramTable, type NgramTable } from '@/lib/ml/counting/ngram-table';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { logSoftmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';
import { encodeName, VOCAB } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { shippedStudent } from '@/lib/thread/shipped';
import { type Amateur, bigramAmateur, type Draw, drawName, modelLogits } from './generate';
import type { SamplerSettings } from './sampler';
import { judgeNames, type Known, type Name, type Scores } from './scores';

export const BATCH = 300;
/** Training names whose mean surprise stands for that of the training set. */
const TRAINING_SAMPLE = 200;
const NAMES_BETWEEN_YIELDS = 20;

const plain: SamplerSettings = {
  sampler: 'temperature',
  temperature: 1,
  k: 5,
  p: 0.9,
  minP: 0.1,
  alpha: 0.1,
  amateur: 'bigram',
};

/** What is always drawn beside the learner's point. Temperature alone is a line from cold to hot; T = 1 is plain sampling. */
export const references = [
  { id: 'plain', settings: plain },
  { id: 'greedy', settings: { ...plain, sampler: 'greedy' } },
  { id: 'cold', settings: { ...plain, temperature: 0.3 } },
  { id: 'cool', settings: { ...plain, temperature: 0.6 } },
  { id: 'hot', settings: { ...plain, temperature: 1.4 } },
  { id: 'top-k', settings: { ...plain, sampler: 'top-k' } },
  { id: 'top-p', settings: { ...plain, sampler: 'top-p' } },
  { id: 'min-p', settings: { ...plain, sampler: 'min-p' } },
  { id: 'contrastive', settings: { ...plain, sampler: 'contrastive' } },
] as const satisfies readonly { readonly id: string; readonly settings: SamplerSettings }[];
export type ReferenceId = (typeof references)[number]['id'];

export type Outcome = {
  /** The settings and seed it was drawn with. */
  readonly key: string;
  readonly scores: Scores;
  readonly names: readonly Name[];
  /** Nats a character of real training names under the model: the scale on which `modelNll` is read. */
  readonly trainingNll: number;
  /** Training words there are. */
  readonly words: number;
  readonly references: Readonly<Partial<Record<ReferenceId, Scores>>>;
};

export type Bench = {
  readonly known: Known;
  readonly bigram: NgramTable;
  readonly training: readonly (readonly number[])[];
};

/** All that the batches are judged by, counted from the training names. */
export function prepareBench(): Bench {
  const { train } = functionNames();
  const training = train.map(encodeName);
  return {
    known: {
      names: new Set(train),
      words: new Set(train.flatMap((name) => name.split('_'))),
      trigram: countNgramTable(training, 3, VOCAB),
    },
    bigram: countNgramTable(training, 2, VOCAB),
    training,
  };
}

/** Draws and judges one batch. Yields the names done. */
export function* runBatch(
  { config, weights }: Checkpoint,
  { known, bigram }: Bench,
  settings: SamplerSettings,
  seed: number,
): Generator<number, ReturnType<typeof judgeNames>, void> {
  const decoder = createDecoder(config, weights);
  const amateur: Amateur = settings.amateur === 'bigram' ? bigramAmateur(bigram) : modelLogits(shippedStudent());
  const random = createRandom(seed).split('names');
  const draws: Draw[] = [];
  while (draws.length < BATCH) {
    // The most likely name is always the same one.
    const again = settings.sampler === 'greedy' ? draws[0] : undefined;
    draws.push(again ?? drawName(decoder, config.context, settings, amateur, random));
    if (draws.length % NAMES_BETWEEN_YIELDS === 0) yield draws.length;
  }
  return judgeNames(draws, known);
}

/** The same in one go. */
export function finishBatch(batch: ReturnType<typeof runBatch>): ReturnType<typeof judgeNames> {
  for (;;) {
    const { done, value } = batch.next();
    if (done) return value;
  }
}

/** Mean −ln p of real names, in nats a character. */
export function trainingNll({ config, weights }: Checkpoint, { training }: Bench): number {
  const decoder = createDecoder(config, weights);
  let sum = 0;
  let tokens = 0;
  for (const ids of training.slice(0, TRAINING_SAMPLE)) {
    decoder.rewind(0);
    for (let t = 0; t + 1 < ids.length && t < config.context; t += 1) {
      sum -= logSoftmax(Array.from(decoder.push(ids[t] as number)))[ids[t + 1] as number] as number;
      tokens += 1;
    }
  }
  return sum / tokens;
}
