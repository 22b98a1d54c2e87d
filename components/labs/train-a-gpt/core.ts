/**
 * A real language model trained in the page: the thread's tiny GPT on function names. The run itself is `./training.ts`; here is
 * what it is asked, what is seen of it, and when the goal is met: fewer nats on held-out names than counting letter triples.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { type Checkpoint, createCheckpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { countGptParameters, initGptWeights } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createRandom } from '@/lib/random';
import { encodeName } from '@/lib/thread/alphabet';
import { BASELINE_LOSSES, type BaselineName } from '@/lib/thread/baseline-losses';
import { DATA_SHA256 } from '@/lib/thread/names';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { type Inside, lookInside } from './inside';
import { configOf, type Settings } from './settings';
import { type Training, train } from './training';

const LAST_LOOK = 12;

export const params = {
  size: { kind: 'choice', options: ['small', 'medium', 'large'], default: 'small' },
  rate: { kind: 'choice', options: ['0.0003', '0.001', '0.003', '0.01', '0.03', '0.1', '1'], default: '0.01' },
  steps: { kind: 'number', min: 100, max: 6000, step: 100, default: 1500 },
  batch: { kind: 'choice', options: ['8', '32', '64'], default: '32' },
  schedule: { kind: 'choice', options: ['cosine', 'constant'], default: 'cosine' },
  name: { kind: 'text', maxLength: 23, default: 'sort_users_by_email' },
  /** Which snapshot is looked into; the last place is the newest. */
  look: { kind: 'number', min: 0, max: LAST_LOOK, step: 1, default: LAST_LOOK },
  seed: { kind: 'seed', default: 1 },
} as const;
type Values = ParamValues<typeof params>;

export type Given = { readonly training: Training | null };
export type Line = BaselineName | 'none';

export type Result = {
  /** The run these settings ask for; null before it is started, and once the settings have moved on. */
  readonly training: Training | null;
  readonly parameters: number;
  /** Latest loss on validation names; null before the first look. */
  readonly loss: number | null;
  /** The lowest baseline the model has beaten. */
  readonly beaten: Line;
  readonly inside: Inside;
  /** Step of the weights looked into; null where they are the shipped model's. */
  readonly insideStep: number | null;
  /** Snapshots that can be looked into. */
  readonly looks: number;
};

export const lines = ['uniform', 'unigram', 'bigram', 'trigram'] as const satisfies readonly BaselineName[];

function settingsOf({ size, rate, steps, batch, schedule, seed }: Values): Settings {
  return { size, rate, steps, batch, schedule, seed };
}
const keyOf = (values: Values): string => JSON.stringify(settingsOf(values));

function run(values: Values, given: Given): Result {
  const training = given.training?.key === keyOf(values) ? given.training : null;
  const loss = training?.validation.at(-1)?.loss ?? null;
  const snapshots = training?.snapshots ?? [];
  const place = values.look >= LAST_LOOK ? snapshots.length - 1 : Math.min(values.look, snapshots.length - 1);
  const snapshot = snapshots[place];
  const model = snapshot ? { config: configOf(values.size), weights: snapshot.weights } : shippedCheckpoint();
  return {
    training,
    parameters: countGptParameters(configOf(values.size)),
    loss,
    beaten: loss === null ? 'none' : (lines.findLast((line) => loss < BASELINE_LOSSES[line]) ?? 'none'),
    inside: lookInside(model.config, model.weights, values.name),
    insideStep: snapshot?.step ?? null,
    looks: snapshots.length,
  };
}

/** The model as it stands at the newest snapshot, ready to be kept; null while there is none worth keeping. */
export function checkpointOf({ training, loss }: Result, values: Values, name: string): Checkpoint | null {
  const newest = training?.snapshots.at(-1);
  if (!training || training.phase === 'diverged' || loss === null || !newest || newest.step === 0) return null;
  return createCheckpoint({
    name,
    config: configOf(values.size),
    seed: values.seed,
    data: DATA_SHA256,
    step: newest.step,
    validationLoss: loss,
    weights: newest.weights,
    parent: null,
    ops: [`train:${newest.step}`],
  });
}

export const core = defineCore({
  id: 'train-a-gpt',
  params,
  given: (): Given => ({ training: null }),
  run,
  *work(values, _given) {
    const steps = train(settingsOf(values), keyOf(values));
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { training: value };
      const { given } = value;
      yield {
        done: value.done,
        total: value.total,
        ...(typeof given === 'function' ? { given: () => ({ training: given() }) } : {}),
      };
    }
  },
  workParams: ['size', 'rate', 'steps', 'batch', 'schedule', 'seed'],
  goal({ training, loss }) {
    const { uniform, trigram } = BASELINE_LOSSES;
    if (loss === null || !training) return { met: false, progress: 0 };
    const met = loss < trigram && training.phase !== 'diverged';
    return { met, progress: met ? 1 : Math.min(0.99, Math.max(0, (uniform - loss) / (uniform - trigram))) };
  },
  solution: { size: 'small', rate: '0.01', steps: 1500, batch: '32', schedule: 'cosine' },
  predict() {
    const config = configOf('small');
    const batch = packSequences(['parse_date_header', 'get_user_by_id'].map(encodeName));
    const runner = createGptRunner(config, { maxTokens: batch.size });
    runner.weights.set(initGptWeights(config, createRandom(params.seed.default).split('weights')));
    runner.forward(batch);
    const loss = runner.crossEntropy(batch);
    return loss < 1 ? 'zero' : loss < 5 ? 'uniform' : 'large';
  },
  table({ training }) {
    const trained = training?.curve ?? [];
    const rows = (training?.validation ?? []).map(({ step, loss }) => {
      const near = trained.findLast((point) => point.step <= step) ?? trained[0];
      return [step, near ? near.loss : '–', loss];
    });
    return {
      columns: ['step', 'train', 'validation'],
      rows: [...lines.map((line) => [line, '–', BASELINE_LOSSES[line]]), ...rows],
    };
  },
});
