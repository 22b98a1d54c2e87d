/** The lab's long work: every replacement run through the model, or the two digit classifiers trained. */
import type { Work } from '@/lib/labs/core';
import type { DenseClassifier } from '@/lib/ml/attack/dense-classifier';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createRandom } from '@/lib/random';
import { trainGlyphs } from './glyph-attack';
import { type Candidate, estimateFlips, lossFactor, measureFlips } from './name-attack';
import { flip } from './name-rules';

export type Measured = {
  readonly key: string;
  /** One for each candidate of `estimateFlips`, nats. */
  readonly changes: readonly number[];
  /** Mean loss factor of random pairs of allowed flips. */
  readonly randomFactor: number;
};
export type Trained = { readonly seed: number; readonly linear: DenseClassifier; readonly mlp: DenseClassifier };
export type Given = {
  readonly model: Checkpoint;
  readonly measured: Measured | null;
  readonly trained: Trained | null;
};

const RANDOM_PAIRS = 40;

export function measureKey(model: Checkpoint, name: string, attacked: string, seed: number): string {
  return [model.id, name, attacked, seed].join(' ');
}

export function* measureName(given: Given, name: string, attacked: string, seed: number): Work<Given> {
  const { model } = given;
  const candidates = estimateFlips(model, name, attacked);
  const total = candidates.length + RANDOM_PAIRS;
  const measuring = measureFlips(model, name, attacked, candidates);
  let state = measuring.next();
  while (!state.done) {
    yield { done: state.value, total };
    state = measuring.next();
  }
  const fresh = estimateFlips(model, name, name);
  const random = createRandom(seed).split('pairs');
  let sum = 0;
  for (let pair = 0; pair < RANDOM_PAIRS; pair += 1) {
    sum += lossFactor(
      model,
      name,
      randomPair(name, fresh, () => random.integer(fresh.length)),
    );
    yield { done: candidates.length + pair + 1, total };
  }
  const key = measureKey(model, name, attacked, seed);
  return { ...given, measured: { key, changes: state.value, randomFactor: sum / RANDOM_PAIRS } };
}

function randomPair(name: string, candidates: readonly Candidate[], pick: () => number): string {
  const first = candidates[pick()];
  let second = candidates[pick()];
  while (second && first && second.place === first.place) second = candidates[pick()];
  if (!first || !second) return name;
  return flip(name, flip(name, name, first.place, first.letter), second.place, second.letter);
}

export function* trainClassifiers(given: Given, seed: number): Work<Given> {
  const made: DenseClassifier[] = [];
  for (const kind of ['linear', 'mlp'] as const) {
    const training = trainGlyphs(kind, seed);
    let state = training.next();
    while (!state.done) {
      yield { done: made.length + state.value, total: 2 };
      state = training.next();
    }
    made.push(state.value);
  }
  const [linear, mlp] = made;
  return linear && mlp ? { ...given, trained: { seed, linear, mlp } } : given;
}
