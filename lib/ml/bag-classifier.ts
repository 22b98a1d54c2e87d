/**
 * A text classifier small enough to train while the page waits: words hashed into buckets → ReLU layer → softmax,
 * trained as the Hugging Face Trainer trains by default: cross-entropy, AdamW (β 0.9 and 0.999, ε 1e-8, no decay),
 * gradients clipped to norm 1, learning rate falling linearly to 0. Losses agree with PyTorch (tests/fixtures/reference/bag-classifier.json).
 */
import type { Random } from '@/lib/random';

/** Buckets of the words of one text, repeated as often as the words; and its class. */
export type BagExample = { readonly buckets: readonly number[]; readonly label: number };
export type BagShape = { readonly buckets: number; readonly hidden: number; readonly classes: number };
/** Parameters in one array: input weights [buckets, hidden], bias [hidden], output weights [hidden, classes], bias [classes]. */
export type BagClassifier = BagShape & { readonly weights: Float64Array };
export type BagTraining = {
  /** Mean cross-entropy of each step's batch, nats, before the step. */
  readonly losses: readonly number[];
  /** Set when a label had no output: its class, and the step (from 0) at which it came up. */
  readonly failure: { readonly label: number; readonly step: number } | null;
};

/** FNV-1a of the word, modulo the number of buckets. */
export function hashWord(word: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % buckets;
}

export function createBagClassifier(shape: BagShape, random: Random, scale = 0.3): BagClassifier {
  const { buckets, hidden, classes } = shape;
  const weights = new Float64Array(offsets(shape).size);
  for (let i = 0; i < buckets * hidden; i += 1) weights[i] = random.normal() * scale;
  const { output } = offsets(shape);
  for (let i = output; i < output + hidden * classes; i += 1) weights[i] = random.normal() * scale;
  return { ...shape, weights };
}

/** Class probabilities of one text, shape [classes]. */
export function classifyBag(model: BagClassifier, buckets: readonly number[]): Float64Array {
  return forward(model, buckets).probabilities;
}

/**
 * Trains in place, one AdamW step a batch of `batches` (indices into `examples`). Stops at the first label ≥ classes.
 * Throws RangeError if the learning rate is not positive and finite.
 */
export function trainBagClassifier(
  model: BagClassifier,
  examples: readonly BagExample[],
  batches: readonly (readonly number[])[],
  learningRate: number,
): BagTraining {
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    throw new RangeError('learning rate must be positive and finite');
  const { weights } = model;
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  const losses: number[] = [];
  for (const [step, batch] of batches.entries()) {
    gradient.fill(0);
    let loss = 0;
    for (const index of batch) {
      const example = examples[index];
      if (!example) throw new RangeError(`batch names example ${index} of ${examples.length}`);
      if (example.label >= model.classes) return { losses, failure: { label: example.label, step } };
      loss += addGradient(model, example, 1 / batch.length, gradient);
    }
    losses.push(loss / batch.length);
    // #region trainer-step
    let norm = 0;
    for (const g of gradient) norm += g * g;
    const clip = Math.min(1, 1 / (Math.sqrt(norm) + 1e-6));
    const rate = learningRate * (1 - step / batches.length);
    const correct1 = 1 - 0.9 ** (step + 1);
    const correct2 = 1 - 0.999 ** (step + 1);
    for (let i = 0; i < weights.length; i += 1) {
      const g = (gradient[i] ?? 0) * clip;
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      const v = 0.999 * (square[i] ?? 0) + 0.001 * g * g;
      mean[i] = m;
      square[i] = v;
      weights[i] = (weights[i] ?? 0) - (rate * (m / correct1)) / (Math.sqrt(v / correct2) + 1e-8);
    }
    // #endregion trainer-step
  }
  return { losses, failure: null };
}

function offsets({ buckets, hidden, classes }: BagShape) {
  const bias = buckets * hidden;
  const output = bias + hidden;
  const outputBias = output + hidden * classes;
  return { bias, output, outputBias, size: outputBias + classes };
}

function forward(model: BagClassifier, buckets: readonly number[]) {
  const { hidden, classes, weights } = model;
  const { bias, output, outputBias } = offsets(model);
  const share = 1 / Math.sqrt(Math.max(1, buckets.length));
  const before = weights.slice(bias, bias + hidden);
  for (const bucket of buckets) {
    for (let j = 0; j < hidden; j += 1) before[j] = (before[j] ?? 0) + share * (weights[bucket * hidden + j] ?? 0);
  }
  const logits = weights.slice(outputBias, outputBias + classes);
  for (let j = 0; j < hidden; j += 1) {
    const active = Math.max(0, before[j] ?? 0);
    for (let k = 0; k < classes; k += 1)
      logits[k] = (logits[k] ?? 0) + active * (weights[output + j * classes + k] ?? 0);
  }
  const peak = Math.max(...logits);
  const logTotal = peak + Math.log(logits.reduce((total, z) => total + Math.exp(z - peak), 0));
  return { before, logits, logTotal, share, probabilities: logits.map((z) => Math.exp(z - logTotal)) };
}

/** Adds d loss / d weights, times `weight`, and returns the loss of the example. */
function addGradient(
  model: BagClassifier,
  { buckets, label }: BagExample,
  weight: number,
  gradient: Float64Array,
): number {
  const { hidden, classes, weights } = model;
  const { bias, output, outputBias } = offsets(model);
  const { before, logits, logTotal, share, probabilities } = forward(model, buckets);
  const add = (index: number, value: number) => {
    gradient[index] = (gradient[index] ?? 0) + value;
  };
  for (let k = 0; k < classes; k += 1) add(outputBias + k, weight * ((probabilities[k] ?? 0) - Number(k === label)));
  for (let j = 0; j < hidden; j += 1) {
    const active = before[j] ?? 0;
    if (active <= 0) continue;
    let back = 0;
    for (let k = 0; k < classes; k += 1) {
      const error = weight * ((probabilities[k] ?? 0) - Number(k === label));
      add(output + j * classes + k, error * active);
      back += error * (weights[output + j * classes + k] ?? 0);
    }
    add(bias + j, back);
    for (const bucket of buckets) add(bucket * hidden + j, back * share);
  }
  return logTotal - (logits[label] ?? 0);
}
