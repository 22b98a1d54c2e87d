/**
 * What counting letters reaches on the thread's data: the lines a trained model is compared with.
 * Counted on the training names, scored on the validation names, natural logarithm, mean over tokens (the closing boundary counts).
 * Source: Jurafsky & Martin, Speech and Language Processing (3rd ed. draft), ch. 3, add-k smoothing.
 */
import { BOUNDARY, encodeName, VOCAB } from './alphabet';
import { functionNames } from './names';
import type { Split } from './split';

export type Baseline = { readonly loss: number; readonly k: number };
export type Baselines = {
  /** ln V: knows the alphabet only. */
  readonly uniform: number;
  readonly unigram: Baseline;
  readonly bigram: Baseline;
  readonly trigram: Baseline;
  /** Tokens that were scored. */
  readonly tokens: number;
};

/** Pseudo-counts that are tried. */
const SMOOTHING = [0.0001, 0.001, 0.01, 0.1, 1] as const;
/** One training name in this many is kept aside to choose k with. */
const TUNING = 10;

let cached: Baselines | undefined;

/** Losses on the validation names of `functionNames()`, in nats per token. Made once. */
export function baselines(): Baselines {
  cached ??= baselinesOf(functionNames());
  return cached;
}

/** Throws RangeError if a part is empty. k is tuned on the first tenth of train with counts of the rest; the counts scored are of all of train. */
export function baselinesOf({ train, validation }: Split): Baselines {
  const aside = Math.ceil(train.length / TUNING);
  const trained = train.map(encodeName);
  const scored = validation.map(encodeName);
  if (trained.length < 2 || scored.length === 0) throw new RangeError('need names to count and names to score');
  const loss = (order: number): Baseline => {
    const rest = countContexts(trained.slice(aside), order);
    const tuning = trained.slice(0, aside);
    const tried = SMOOTHING.map((k) => nll(rest, tuning, order, k));
    const k = SMOOTHING[tried.indexOf(Math.min(...tried))] as number;
    return { k, loss: nll(countContexts(trained, order), scored, order, k) };
  };
  const tokens = scored.reduce((sum, ids) => sum + ids.length - 1, 0);
  return { uniform: Math.log(VOCAB), unigram: loss(1), bigram: loss(2), trigram: loss(3), tokens };
}

/**
 * What counting the letters of `names` expects next: p(token | the order − 1 tokens before), add-k smoothed. A context that is
 * shorter than that is filled with boundaries at its start.
 */
export function createCounter(
  names: readonly string[],
  { order, k }: { readonly order: number; readonly k: number },
): (before: readonly number[]) => number[] {
  const counts = countContexts(names.map(encodeName), order);
  return (before) => {
    const context = before
      .slice(Math.max(0, before.length - order + 1))
      .reduce((at, token) => at * VOCAB + token, BOUNDARY);
    const row = Array.from(counts.subarray(context * VOCAB, (context + 1) * VOCAB));
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => (count + k) / (total + k * VOCAB));
  };
}

/** counts[context · V + token], where a context is the order − 1 tokens before, padded with boundaries. */
function countContexts(sequences: readonly (readonly number[])[], order: number): Float64Array {
  const counts = new Float64Array(VOCAB ** order);
  for (const ids of sequences)
    walk(ids, order, (at) => {
      counts[at] = (counts[at] as number) + 1;
    });
  return counts;
}

/** Mean of −ln (count + k) / (total of the context + k·V). */
function nll(counts: Float64Array, sequences: readonly (readonly number[])[], order: number, k: number): number {
  const totals = new Float64Array(counts.length / VOCAB);
  for (let at = 0; at < counts.length; at += 1) {
    const context = Math.floor(at / VOCAB);
    totals[context] = (totals[context] as number) + (counts[at] as number);
  }
  let sum = 0;
  let tokens = 0;
  for (const ids of sequences)
    walk(ids, order, (at) => {
      sum -= Math.log(((counts[at] as number) + k) / ((totals[Math.floor(at / VOCAB)] as number) + k * VOCAB));
      tokens += 1;
    });
  return sum / tokens;
}

function walk(ids: readonly number[], order: number, visit: (at: number) => void): void {
  const contexts = VOCAB ** (order - 1);
  let context = BOUNDARY;
  for (let t = 1; t < ids.length; t += 1) {
    const at = context * VOCAB + (ids[t] as number);
    visit(at);
    context = at % contexts;
  }
}
