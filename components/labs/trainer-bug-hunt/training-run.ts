/**
 * What the script does when run: the first exception the real Trainer would raise, or a real small training run.
 * The order of the checks and every message equal those of transformers 5.18 (tests/fixtures/reference/trainer-messages.json).
 *
 * BERT does not fit a web page. A stand-in with the same optimizer, schedule, batches and head is trained instead
 * (`lib/ml/bag-classifier`); it has no pre-training, so its rate is 5,000 times the script's: 2e-5 → 0.1, 5e-2 → 250.
 */
import {
  type BagExample,
  classifyBag,
  createBagClassifier,
  hashWord,
  trainBagClassifier,
} from '@/lib/ml/bag-classifier';
import {
  type ClassificationReport,
  classificationReport,
  confusionMatrix,
  majorityBaseline,
} from '@/lib/ml/metrics/classification-metrics';
import { createRandom, type Random } from '@/lib/random';
import type { RepairId } from './script';
import { CLASSES, drawTickets, type Ticket } from './tickets';

export type PythonError = { readonly type: string; readonly message: string };
export type Evaluation = {
  readonly on: 'validation' | 'train';
  readonly loss: number;
  readonly confusion: readonly (readonly number[])[];
  readonly report: ClassificationReport;
  readonly baseline: ClassificationReport;
};
export type TrainingRun = {
  readonly error: PythonError | null;
  /** Where it stopped. */
  readonly stage: 'build' | 'train' | 'evaluate' | 'done';
  readonly losses: readonly number[];
  readonly totalSteps: number;
  readonly evaluation: Evaluation | null;
  /** The majority class on the held-out tickets, drawn whether or not anything was trained. */
  readonly baseline: ClassificationReport;
};

const TRAIN = 240;
const VALIDATION = 160;
const BATCH = 16;
const BUCKETS = 128;
const HIDDEN = 16;
const RATE_SCALE = 5000;
const K = CLASSES.length;

let latest: { readonly key: string; readonly run: TrainingRun } | null = null;

/** Pure; the latest run is kept, so that marking a line does not train again. */
export function runTraining(active: ReadonlySet<RepairId>, seed: number): TrainingRun {
  const key = [...[...active].sort(), seed].join();
  if (latest?.key !== key) latest = { key, run: train(active, seed) };
  return latest.run;
}

function train(active: ReadonlySet<RepairId>, seed: number): TrainingRun {
  const random = createRandom(seed);
  const tickets = drawTickets(random.split('train'), TRAIN);
  const validation = drawTickets(random.split('validation'), VALIDATION);
  const trainLabels = tickets.map(({ label }) => label);
  const baseline = majorityBaseline(
    trainLabels,
    validation.map(({ label }) => label),
    K,
  );
  const epochs = active.has('more-epochs') ? 6 : 3;
  const batches = drawBatches(random.split('batches'), epochs);
  const stopped = { losses: [], totalSteps: batches.length, evaluation: null, baseline };

  const refused = buildError(active);
  if (refused) return { ...stopped, error: refused, stage: 'build' };
  const collated = collationError(
    active,
    (batches[0] ?? []).map((i) => tickets[i]),
  );
  if (collated) return { ...stopped, error: collated, stage: 'train' };

  const model = createBagClassifier(
    { buckets: BUCKETS, hidden: HIDDEN, classes: active.has('num-labels') ? K : 2 },
    random.split('head'),
  );
  const rate = RATE_SCALE * (active.has('learning-rate') ? 2e-5 : 5e-2);
  const examples = tickets.map(encode);
  const { losses, failure } = trainBagClassifier(model, examples, batches, rate);
  if (failure) {
    const error = { type: 'IndexError', message: `Target ${failure.label} is out of bounds.` };
    return { ...stopped, losses, error, stage: 'train' };
  }
  const on = active.has('evaluate') ? 'validation' : active.has('evaluate-on-train') ? 'train' : null;
  if (on === null) {
    const error = { type: 'ValueError', message: 'Trainer: evaluation requires an eval_dataset.' };
    return { ...stopped, losses, error, stage: 'evaluate' };
  }
  const tested = on === 'validation' ? validation : tickets;
  const probabilities = tested.map((ticket) => classifyBag(model, encode(ticket).buckets));
  const truth = tested.map(({ label }) => label);
  const guess = probabilities.map((p) => p.indexOf(Math.max(...p)));
  const confusion = confusionMatrix(truth, guess, K);
  // A probability rounded to 0 would give an infinite loss; e^-745 is the smallest that is not.
  const loss =
    truth.reduce((sum, label, i) => sum - Math.log(Math.max(probabilities[i]?.[label] ?? 0, 5e-324)), 0) / truth.length;
  const evaluation = {
    on,
    loss,
    confusion,
    report: classificationReport(confusion),
    baseline: majorityBaseline(trainLabels, truth, K),
  } as const;
  return { ...stopped, losses, error: null, stage: 'done', evaluation };
}

/** Errors before the first batch, in the order in which Python meets them. */
function buildError(active: ReadonlySet<RepairId>): PythonError | null {
  if (!active.has('define-dataset')) return { type: 'NameError', message: "name 'dataset' is not defined" };
  if (!active.has('processing-class') && !active.has('drop-tokenizer')) {
    return { type: 'TypeError', message: "Trainer.__init__() got an unexpected keyword argument 'tokenizer'" };
  }
  return null;
}

/** Errors in making the first batch. Only a `processing_class` gives the Trainer a collator that pads. */
function collationError(active: ReadonlySet<RepairId>, batch: readonly (Ticket | undefined)[]): PythonError | null {
  const pads = active.has('processing-class');
  if (!active.has('tokenize')) {
    const message = pads
      ? "You should supply an encoding or a list of encodings to this method that includes input_ids, but you provided ['label']"
      : 'You must specify exactly one of input_ids or inputs_embeds';
    return { type: 'ValueError', message };
  }
  // [CLS] and [SEP] are added to the words.
  const lengths = batch.map((ticket) => (ticket?.words.length ?? 0) + 2);
  const other = lengths.find((length) => length !== lengths[0]);
  if (pads || other === undefined) return null;
  return { type: 'ValueError', message: `expected sequence of length ${lengths[0]} at dim 1 (got ${other})` };
}

function encode({ words, label }: Ticket): BagExample {
  return { buckets: words.map((word) => hashWord(word, BUCKETS)), label };
}

/** Shuffles anew each epoch (Fisher–Yates) and cuts into batches. */
function drawBatches(random: Random, epochs: number): readonly (readonly number[])[] {
  const batches: number[][] = [];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = Array.from({ length: TRAIN }, (_, i) => i);
    for (let i = TRAIN - 1; i > 0; i -= 1) {
      const j = random.integer(i + 1);
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (let i = 0; i < TRAIN; i += BATCH) batches.push(order.slice(i, i + BATCH));
  }
  return batches;
}
