/**
 * One training run of the thread's model, as a generator: steps, losses, samples and snapshots of the weights, and at its end the
 * loss on all validation names and the names it gets most wrong. The same settings give the same model.
 */
import type { Work, WorkProgress } from '@/lib/labs/core';
import { createSequenceSet, packSequences, type SequenceSet } from '@/lib/ml/gpt/batch';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { createGptTrainer, type GptTrainer } from '@/lib/ml/gpt/trainer';
import { softmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';
import { BOUNDARY, decodeName, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';
import { explainMistakes, type Mistake, type Scored } from './mistakes';
import { type Settings, shapeOf } from './settings';

export type Point = { readonly step: number; readonly loss: number };
export type Snapshot = { readonly step: number; readonly weights: Float32Array };
export type Samples = {
  readonly step: number;
  readonly names: readonly { readonly text: string; readonly known: boolean }[];
};

export type Training = {
  readonly key: string;
  readonly step: number;
  readonly steps: number;
  readonly tokens: number;
  /** Training loss, averaged over the steps since the last point. */
  readonly curve: readonly Point[];
  /** On SAMPLE validation names; the last one of a finished run on all of them. */
  readonly validation: readonly Point[];
  /** Weights now and then, evenly spread over what is done; the last one is the newest. */
  readonly snapshots: readonly Snapshot[];
  readonly samples: readonly Samples[];
  readonly phase: 'running' | 'finished' | 'diverged';
  /** Of a finished run: the worst of all validation names, worst first. */
  readonly mistakes: readonly Mistake[];
};

/** Validation names that are scored while training goes on. */
const SAMPLE = 256;
const LOOKS = 40;
const MAX_SNAPSHOTS = 12;
/** Weights in all snapshots together: each report carries them all, and a phone has to unpack ten reports a second. */
const MAX_SNAPSHOT_WEIGHTS = 400_000;
const SAMPLED_NAMES = 6;
const MISTAKES = 3;
/** Above this the model knows less than nothing: worse than guessing blindly by a nat. */
const LOST = Math.log(VOCAB) + 1;

export function* train(settings: Settings, key: string): Work<Training> {
  const { train: names, validation: heldOut } = functionNames();
  const known = new Set(names);
  const data = createSequenceSet(names.map(encodeName));
  const sample = createSequenceSet(heldOut.slice(0, SAMPLE).map(encodeName));
  const { steps, seed } = settings;
  const trainer = createGptTrainer({ ...shapeOf(settings), data, seed });
  const judge = createGptRunner(trainer.runner.config, { maxTokens: 64 * sample.longest });
  const every = Math.max(1, Math.round(steps / LOOKS));
  const run = createRecord(trainer, key, steps);

  yield* look(run, { trainer, judge, sample, known, settings });
  while (trainer.steps < steps) {
    const { loss, tokens } = trainer.step();
    run.note(loss, tokens);
    if (!Number.isFinite(loss) || (trainer.steps > 20 && run.recent() > LOST)) {
      return run.state('diverged', []);
    }
    const done = trainer.steps;
    if (done % every === 0 || done === steps) yield* look(run, { trainer, judge, sample, known, settings });
    yield run.progress();
  }
  const { loss, worst } = yield* judgeAll(run, trainer, heldOut);
  run.validation.push({ step: steps, loss });
  return run.state('finished', explainMistakes(trainer.runner, worst, names));
}

/** What a run has left behind so far, thinned so that it stays small however long it gets. */
function createRecord(trainer: GptTrainer, key: string, steps: number) {
  const curve: Point[] = [];
  const validation: Point[] = [];
  const samples: Samples[] = [];
  let snapshots: Snapshot[] = [];
  let spacing = Math.max(1, Math.round(steps / LOOKS));
  let tokens = 0;
  let sum = 0;
  let count = 0;
  let recent = 0;
  const perPoint = Math.max(1, Math.ceil(steps / 300));
  const most = Math.min(MAX_SNAPSHOTS, Math.max(4, Math.floor(MAX_SNAPSHOT_WEIGHTS / trainer.runner.layout.size)));
  const state = (phase: Training['phase'], mistakes: readonly Mistake[]): Training => ({
    key,
    step: trainer.steps,
    steps,
    tokens,
    curve,
    validation,
    snapshots:
      phase === 'diverged' ? snapshots.filter(({ weights }) => weights.every(Number.isFinite)) : [...snapshots],
    samples,
    phase,
    mistakes,
  });
  return {
    validation,
    samples,
    note(loss: number, size: number) {
      tokens += size;
      sum += loss;
      count += 1;
      recent = count === 1 && curve.length === 0 ? loss : 0.9 * recent + 0.1 * loss;
      if (count < perPoint) return;
      curve.push({ step: trainer.steps, loss: sum / count });
      sum = 0;
      count = 0;
    },
    recent: () => recent,
    keepWeights() {
      const even = ({ step }: Snapshot) => step % spacing === 0;
      snapshots = [
        ...snapshots.filter(even),
        { step: trainer.steps, weights: Float32Array.from(trainer.runner.weights) },
      ];
      if (snapshots.length <= most) return;
      // Twice the spacing once there are too many: the spread stays even while the run grows, and the newest stays.
      spacing *= 2;
      snapshots = snapshots.filter((one, i) => even(one) || i === snapshots.length - 1);
    },
    state,
    /** How far it is, with all there is to see: whoever pauses here sees the very step it stands at. */
    progress: (): WorkProgress<Training> => ({
      done: trainer.steps,
      total: steps,
      given: () => state('running', []),
    }),
  };
}
type Run = ReturnType<typeof createRecord>;

type Gaze = {
  readonly trainer: GptTrainer;
  readonly judge: GptRunner;
  readonly sample: SequenceSet;
  readonly known: ReadonlySet<string>;
  readonly settings: Settings;
};

/** Validation loss, a few sampled names and a snapshot. */
function* look(
  run: Run,
  { trainer, judge, sample, known, settings }: Gaze,
): Generator<WorkProgress<Training>, void, void> {
  const step = trainer.steps;
  if (!trainer.runner.weights.every(Number.isFinite)) return;
  judge.weights.set(trainer.runner.weights);
  const evaluation = evaluateInSteps(judge, sample);
  let next = evaluation.next();
  while (!next.done) {
    yield run.progress();
    next = evaluation.next();
  }
  run.validation.push({ step, loss: next.value.loss });
  run.samples.push({
    step,
    names: sampleNames(trainer, settings.seed + step).map((text) => ({ text, known: known.has(text) })),
  });
  run.keepWeights();
}

/** Names sampled at temperature 1; one that does not end within the context is cut there. */
function sampleNames(trainer: GptTrainer, seed: number): string[] {
  const random = createRandom(seed).split('samples');
  const { config, weights } = trainer.runner;
  const decoder = createDecoder(config, weights);
  return Array.from({ length: SAMPLED_NAMES }, () => {
    decoder.rewind(0);
    const ids: number[] = [];
    let token = BOUNDARY;
    while (decoder.length < config.context) {
      const p = softmax(Array.from(decoder.push(token)));
      let u = random.next();
      token = p.findIndex((share) => {
        u -= share;
        return u < 0;
      });
      if (token <= BOUNDARY) break;
      ids.push(token);
    }
    return decodeName(ids);
  });
}

/** Every validation name scored on its own: the exact loss, and where the model fails most. */
function* judgeAll(
  run: Run,
  trainer: GptTrainer,
  names: readonly string[],
): Generator<WorkProgress<Training>, { loss: number; worst: Scored[] }, void> {
  const { runner } = trainer;
  const atOnce = Math.max(1, Math.floor(runner.maxTokens / runner.config.context));
  let total = 0;
  let tokens = 0;
  let worst: Scored[] = [];
  for (let from = 0; from < names.length; from += atOnce) {
    const part = names.slice(from, from + atOnce);
    const batch = packSequences(part.map(encodeName));
    runner.forward(batch);
    total += runner.crossEntropy(batch) * batch.size;
    tokens += batch.size;
    const scored = part.map((name, s) => {
      const nll = Array.from(runner.nll.slice(batch.starts[s], batch.starts[s + 1]));
      return { name, nll, mean: nll.reduce((sum, x) => sum + x, 0) / nll.length };
    });
    worst = [...worst, ...scored].sort((a, b) => b.mean - a.mean).slice(0, MISTAKES);
    yield run.progress();
  }
  return { loss: total / tokens, worst };
}
