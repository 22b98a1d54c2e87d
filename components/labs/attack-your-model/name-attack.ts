/**
 * HotFlip on a name. What counts is the loss of the letters that were left alone: a wrong letter is a surprise by itself, but
 * how far does it throw the model off the rest? The gradient guesses that for every replacement at once; running the model tells.
 */
import { hotflipGains } from '@/lib/ml/attack/adversarial';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { matrixOf } from '@/lib/ml/gpt/config';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { CONTEXT, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { allowed, flip, LETTERS, MAX_FLIPS } from './name-rules';

export type Candidate = {
  /** Place in the name, from 0. */
  readonly place: number;
  readonly letter: string;
  /** Change of the loss of the untouched letters by first order, nats. */
  readonly estimate: number;
};

/** Names run at once. */
export const BATCH = 32;
const CURVE_POINTS = 20;

const runners = new WeakMap<Checkpoint, GptRunner>();

function runnerOf(model: Checkpoint): GptRunner {
  const known = runners.get(model);
  if (known) return known;
  const runner = createGptRunner(model.config, { maxTokens: BATCH * CONTEXT });
  runner.weights.set(model.weights);
  runners.set(model, runner);
  return runner;
}

/** −ln p of every letter and of the end, for up to BATCH names of one length: [names][length + 1]. */
export function letterLosses(model: Checkpoint, texts: readonly string[]): Float64Array[] {
  const runner = runnerOf(model);
  const batch = packSequences(texts.map(encodeName));
  runner.forward(batch);
  runner.crossEntropy(batch);
  return texts.map((_, s) => Float64Array.from(runner.nll.subarray(batch.starts[s], batch.starts[s + 1])));
}

/** Sum of the losses of what is the same in both names, the end included, from letter `from` on. */
export function untouchedLoss(losses: ArrayLike<number>, name: string, attacked: string, from = 0): number {
  let sum = 0;
  for (let i = from; i < losses.length; i += 1) if (name[i] === attacked[i]) sum += losses[i] as number;
  return sum;
}

/** How many times more surprising the untouched letters are than they were. */
export function lossFactor(model: Checkpoint, name: string, attacked: string): number {
  const [before, after] = letterLosses(model, [name, attacked]);
  if (!before || !after) return 1;
  return untouchedLoss(after, name, attacked) / Math.max(1e-6, untouchedLoss(before, name, attacked));
}

// #region estimate
/** One backward pass: the first-order change of the untouched letters' loss for every allowed replacement. */
export function estimateFlips(model: Checkpoint, name: string, attacked: string): Candidate[] {
  const runner = runnerOf(model);
  const batch = packSequences([encodeName(attacked)]);
  runner.forward(batch);
  runner.crossEntropy(batch);
  // What was already flipped does not count, so it sends nothing back.
  for (let i = 0; i < name.length; i += 1) {
    if (attacked[i] !== name[i]) runner.dLogits.fill(0, i * VOCAB, (i + 1) * VOCAB);
  }
  runner.backward(batch);
  const gradients = runner.dEmbedding.subarray(0, batch.size * model.config.width);
  const table = matrixOf(runner.layout, 'wte');
  const gains = hotflipGains(
    model.weights.subarray(table.offset, table.offset + table.size),
    batch.inputs,
    // The runner's loss is a mean over the letters.
    gradients.map((g) => g * batch.size),
  );
  return candidatePlaces(name, attacked).map(({ place, letter }) => ({
    place,
    letter,
    estimate: gains[(place + 1) * VOCAB + LETTERS.indexOf(letter) + 1] ?? 0,
  }));
}
// #endregion estimate

/** Every allowed replacement that changes the attacked name. */
function candidatePlaces(name: string, attacked: string): { place: number; letter: string }[] {
  return Array.from(name).flatMap((from, place) =>
    Array.from(LETTERS)
      .filter((letter) => letter !== attacked[place] && allowed(from, letter))
      .map((letter) => ({ place, letter })),
  );
}

/** What a replacement really does to the untouched letters after it, nats, for each candidate; yields now and then. */
export function* measureFlips(
  model: Checkpoint,
  name: string,
  attacked: string,
  candidates: readonly Pick<Candidate, 'place' | 'letter'>[],
): Generator<number, number[], void> {
  const now = letterLosses(model, [attacked])[0] ?? new Float64Array();
  const measured: number[] = [];
  for (let from = 0; from < candidates.length; from += BATCH) {
    const part = candidates.slice(from, from + BATCH);
    const losses = letterLosses(
      model,
      part.map(({ place, letter }) => attacked.slice(0, place) + letter + attacked.slice(place + 1)),
    );
    part.forEach(({ place }, k) => {
      const after = losses[k] ?? now;
      measured.push(untouchedLoss(after, name, attacked, place + 1) - untouchedLoss(now, name, attacked, place + 1));
    });
    yield measured.length;
  }
  return measured;
}

/** Two flips by the gradient alone: its favourite, then its favourite after that one. */
export function gradientPair(model: Checkpoint, name: string): string {
  let attacked = name;
  for (let step = 0; step < MAX_FLIPS; step += 1) {
    const open = estimateFlips(model, name, attacked).filter(({ place }) => attacked[place] === name[place]);
    const best = open.reduce<Candidate | null>((top, one) => (top && top.estimate >= one.estimate ? top : one), null);
    if (best) attacked = flip(name, attacked, best.place, best.letter);
  }
  return attacked;
}

/** Two flips by measurement: the worst of all replacements, then the worst after that one. */
export function measuredPair(model: Checkpoint, name: string): string {
  let attacked = name;
  for (let step = 0; step < MAX_FLIPS; step += 1) {
    const open = estimateFlips(model, name, attacked).filter(({ place }) => attacked[place] === name[place]);
    const measuring = measureFlips(model, name, attacked, open);
    let state = measuring.next();
    while (!state.done) state = measuring.next();
    const changes = state.value;
    const best = open[changes.indexOf(Math.max(...changes))];
    if (best) attacked = flip(name, attacked, best.place, best.letter);
  }
  return attacked;
}

export type StepPoint = { readonly step: number; readonly truth: number };

/**
 * Loss of the untouched letters, as a change, on the straight way from one letter's embedding to another's: step 0 is the
 * letter that stands there, 1 the other; the walk goes as far as `end`. The way is walked by moving the position's embedding, which this place alone has.
 */
export function stepCurve(
  model: Checkpoint,
  name: string,
  attacked: string,
  place: number,
  letter: string,
  end = 1,
): StepPoint[] {
  const runner = runnerOf(model);
  const { width } = model.config;
  const rowOf = (character: string) => (LETTERS.indexOf(character) + 1) * width;
  const [from, to] = [rowOf(attacked[place] ?? 'a'), rowOf(letter)];
  const position = matrixOf(runner.layout, 'wpe').offset + (place + 1) * width;
  const untouched = () => untouchedLoss(letterLosses(model, [attacked])[0] ?? [], name, attacked, place + 1);
  const start = untouched();
  const points = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const step = (end * i) / CURVE_POINTS;
    for (let k = 0; k < width; k += 1) {
      const change = (model.weights[to + k] as number) - (model.weights[from + k] as number);
      runner.weights[position + k] = (model.weights[position + k] as number) + step * change;
    }
    return { step, truth: untouched() - start };
  });
  runner.weights.set(model.weights.subarray(position, position + width), position);
  return points;
}
