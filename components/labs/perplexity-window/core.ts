/**
 * Perplexity of one long text under the tiny GPT, by windows of w tokens that move on by s: `lib/ml/metrics/sliding-window.ts`.
 * The model is causal, so the loss of a prediction depends only on where its window starts; one table of losses (`./measure.ts`)
 * serves every window and stride exactly.
 *
 * Goal: at most 1% above the perplexity of stride 1, at a quarter of its tokens at most, by a model that beats guessing. Below it
 * counts too: more context than this model can use makes it a little worse, so with windows of 16 stride 1 is not quite the best.
 * The model as shipped has only seen single names from their first letter; on a text that may begin anywhere it is worse than a guess.
 */
import { defineCore, finishWork } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import type { GptConfig } from '@/lib/ml/gpt/config';
import { bitsFromNats } from '@/lib/ml/metrics/perplexity';
import { slidingWindows, windowedLoss } from '@/lib/ml/metrics/sliding-window';
import { VOCAB } from '@/lib/thread/alphabet';
import { type Passport, passportOf } from '@/lib/thread/passport';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { type Given, keyOf, LONGEST, type Measured, measure } from './measure';
import { measuredStream, showToken, TARGETS } from './stream';

export const GOAL = { above: 0.01, cost: 0.25, perplexity: VOCAB } as const;
/** Tokens that are shown one by one. */
export const SHOWN = 96;

export const params = {
  training: { kind: 'choice', options: ['0', '200', '600'], default: '0' },
  window: { kind: 'choice', options: ['8', '12', '16'], default: '12' },
  stride: { kind: 'number', min: 1, max: LONGEST, step: 1, default: 12 },
  picked: { kind: 'number', min: 1, max: SHOWN, step: 1, default: 25 },
  seed: { kind: 'seed', default: 5 },
} as const;

/** The text measured with one stride. `cost` is tokens computed ÷ those of stride 1. */
export type Point = {
  readonly stride: number;
  readonly perplexity: number;
  readonly tokens: number;
  readonly cost: number;
};
/** One prediction as the chosen stride makes it: `context` tokens stand before it in its window. */
export type Prediction = {
  readonly token: string;
  readonly nll: number;
  readonly context: string;
  readonly startsWindow: boolean;
};
export type Result = {
  readonly window: number;
  readonly stride: number;
  readonly picked: number;
  /** Strides 1 … window; empty until the work is done. */
  readonly curve: readonly Point[];
  readonly point: Point | null;
  readonly bitsPerCharacter: number;
  /** Mean loss in nats by the number of tokens before the prediction in its window, 1 … window. */
  readonly byContext: readonly number[];
  readonly predictions: readonly Prediction[];
  /** The model before training on the stream, and after it where there was any. */
  readonly before: Passport;
  readonly after: Passport | null;
  readonly config: GptConfig;
};

/** The lab on a model of the thread, whose context holds the longest window. */
export function startOf(model: Checkpoint): Given {
  return { model, measured: null };
}

function run({ window: wanted, ...values }: ParamValues<typeof params>, { model, measured }: Given): Result {
  const window = Number(wanted);
  const stride = Math.min(values.stride, window);
  const { picked } = values;
  const before = passportOf(model);
  if (measured?.key !== keyOf(model, Number(values.training), values.seed)) {
    const none = { curve: [], point: null, bitsPerCharacter: 0, byContext: [], predictions: [], after: null };
    return { window, stride, picked, before, config: model.config, ...none };
  }
  const nll = (begin: number, k: number) => measured.losses[begin * LONGEST + k] as number;
  const losses = Array.from({ length: window }, (_, i) => windowedLoss(slidingWindows(TARGETS, window, i + 1), nll));
  const most = losses[0]?.tokensComputed ?? 1;
  const curve = losses.map(({ meanNll, tokensComputed }, i) => ({
    stride: i + 1,
    perplexity: Math.exp(meanNll),
    tokens: tokensComputed,
    cost: tokensComputed / most,
  }));
  return {
    window,
    stride,
    picked,
    curve,
    point: curve[stride - 1] ?? null,
    bitsPerCharacter: bitsFromNats(losses[stride - 1]?.meanNll ?? 0),
    byContext: lossByContext(measured, window),
    predictions: listPredictions(nll, window, stride),
    before,
    config: model.config,
    after: measured.tuned && passportOf(measured.tuned),
  };
}

function lossByContext({ losses }: Measured, window: number): number[] {
  return Array.from({ length: window }, (_, k) => {
    let sum = 0;
    for (let begin = 0; begin + k < TARGETS; begin += 1) sum += losses[begin * LONGEST + k] as number;
    return sum / (TARGETS - k);
  });
}

function listPredictions(nll: (begin: number, k: number) => number, window: number, stride: number): Prediction[] {
  const ids = measuredStream();
  return slidingWindows(TARGETS, window, stride)
    .flatMap(({ begin, end, scoredFrom }) =>
      Array.from({ length: end - scoredFrom }, (_, i) => ({
        token: showToken(ids[scoredFrom + i + 1] as number),
        nll: nll(begin, scoredFrom + i - begin),
        context: ids
          .slice(begin, scoredFrom + i + 1)
          .map(showToken)
          .join(''),
        startsWindow: i === 0,
      })),
    )
    .slice(0, SHOWN);
}

export const core = defineCore({
  id: 'perplexity-window',
  params,
  given: () => startOf(shippedCheckpoint()),
  run,
  work: (values, given: Given) => measure(given, Number(values.training), values.seed),
  workParams: ['training', 'seed'],
  autoWork: true,
  goal({ curve, point }) {
    const [finest] = curve;
    if (!finest || !point) return { met: false, progress: 0 };
    const bounds = [
      (finest.perplexity * (1 + GOAL.above)) / point.perplexity,
      GOAL.cost / point.cost,
      GOAL.perplexity / point.perplexity,
    ];
    const met = bounds.every((ratio) => ratio >= 1);
    const near = bounds.reduce((sum, ratio) => sum + Math.min(1, ratio), 0) / bounds.length;
    return { met, progress: met ? 1 : Math.min(0.99, near) };
  },
  solution: { training: '600', window: '12', stride: 5 },
  predict() {
    const given = finishWork(measure(startOf(shippedCheckpoint()), 0, 0));
    const byContext = given.measured ? lossByContext(given.measured, 12) : [];
    const mean = (list: readonly number[]) => list.reduce((sum, loss) => sum + loss, 0) / list.length;
    const ratio = mean(byContext.slice(0, 4)) / mean(byContext.slice(-4));
    return ratio > 1.2 ? 'first' : ratio < 1 / 1.2 ? 'last' : 'even';
  },
  table({ curve }) {
    return {
      columns: ['stride', 'perplexity', 'bits', 'tokens', 'cost'],
      rows: curve.map((one) => [one.stride, one.perplexity, Math.log2(one.perplexity), one.tokens, one.cost]),
    };
  },
});
