/**
 * Two more data sets: names of test functions, to adapt a model to, and sorting, which is either right or wrong.
 * The same names on every machine; splits as in split.ts.
 */
import type { TokenBatch } from '@/lib/ml/gpt/batch';
import type { GptConfig } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import { addCombinations } from './combinations';
import { type Split, shuffled, splitByHash, stableHash } from './split';
import { TOPICS } from './words';

/** SHA-256 of the names of tests, joined as in `DATA_SHA256`. */
export const TEST_NAMES_SHA256 = 'e96b3077e7acdf4eac33725a30c2fcebe16b57f55585ae3656b20dd8e5965594';

const FAULTS = ['bad', 'no', 'empty'];
const FAILURES = ['raises', 'fails'];
const OUTCOMES = ['is_none', 'not_found', 'times_out', 'is_unique', 'returns_ok'];

let cachedTests: Split | undefined;

/**
 * Names of tests such as `test_parse_date_raises` or `test_user_not_found`, in the alphabet and length of `functionNames`: the same
 * words, another grammar, so a model of function names knows half of it. Made once.
 */
export function testNames(): Split {
  if (cachedTests) return cachedTests;
  const names = new Set<string>();
  for (const { nouns, verbs, states } of TOPICS) {
    addCombinations([['test'], verbs, nouns, FAILURES], names);
    addCombinations([['test'], verbs, ['same'], nouns], names);
    addCombinations([['test'], FAULTS, nouns, FAILURES], names);
    addCombinations([['test'], nouns, OUTCOMES], names);
    addCombinations([['test'], nouns, ['not'], states], names);
  }
  cachedTests = splitByHash([...names], createRandom(2));
  return cachedTests;
}

/** Tokens of the sorting task: 0 ends the sequence, 1–10 are the digits 0–9, 11 stands before the answer. */
export const SORTING = {
  vocab: 12,
  end: 0,
  separator: 11,
  digits: 4,
  context: 12,
} as const satisfies Partial<GptConfig> & Record<string, number>;

export type SortingTask = {
  /** Full id lists: four digits, the separator, the four digits in order, the end; 10 ids. */
  readonly train: readonly (readonly number[])[];
  readonly validation: readonly (readonly number[])[];
};

let cachedSorting: SortingTask | undefined;

/**
 * All 10,000 questions. One answer in ten is held out with all its questions, so no validation answer was ever seen in training:
 * a model that is right there has learned to sort, not learned by heart. Made once.
 */
export function sortingTask(): SortingTask {
  if (cachedSorting) return cachedSorting;
  const train: number[][] = [];
  const validation: number[][] = [];
  for (let question = 0; question < 10 ** SORTING.digits; question += 1) {
    const digits = Array.from({ length: SORTING.digits }, (_, i) => Math.floor(question / 10 ** i) % 10);
    const answer = digits.toSorted((a, b) => a - b);
    const ids = [...digits.map(digitId), SORTING.separator, ...answer.map(digitId), SORTING.end];
    (stableHash(answer.join('')) % 10 === 0 ? validation : train).push(ids);
  }
  const random = createRandom(3);
  cachedSorting = {
    train: shuffled(train, random.split('train')),
    validation: shuffled(validation, random.split('held out')),
  };
  return cachedSorting;
}

const digitId = (digit: number) => digit + 1;

/**
 * Share of the sequences of a packed batch whose answer is right in every digit and ends. `logits` [N, vocab] are those of that
 * batch. The most probable token is taken after the true ones before it, which is the same as writing the answer greedily:
 * up to the first mistake both see the same tokens, and after it the answer is wrong either way.
 * Throws RangeError on an empty batch.
 */
export function exactAccuracy(logits: ArrayLike<number>, batch: TokenBatch): number {
  if (batch.sequences === 0) throw new RangeError('no sequence to judge');
  let right = 0;
  for (let s = 0; s < batch.sequences; s += 1) {
    const end = batch.starts[s + 1] as number;
    let exact = true;
    for (let n = (batch.starts[s] as number) + SORTING.digits; n < end && exact; n += 1) {
      exact = likeliest(logits, n) === batch.targets[n];
    }
    if (exact) right += 1;
  }
  return right / batch.sequences;
}

function likeliest(logits: ArrayLike<number>, row: number): number {
  let best = 0;
  for (let id = 1; id < SORTING.vocab; id += 1) {
    if ((logits[row * SORTING.vocab + id] as number) > (logits[row * SORTING.vocab + best] as number)) best = id;
  }
  return best;
}
