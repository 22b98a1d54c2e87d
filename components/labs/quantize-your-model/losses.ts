/** The long part: the model's validation loss for every width and granularity, on a fixed sample of names. */
import type { Work } from '@/lib/labs/core';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet } from '@/lib/ml/gpt/batch';
import { gptLayout, matrixOf } from '@/lib/ml/gpt/config';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { floatFormats } from '@/lib/ml/quant/float-format';
import { quantizeGpt } from '@/lib/ml/quant/quantize-gpt';
import type { MatrixQuantization } from '@/lib/ml/quant/quantize-matrix';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

export const groups = ['tensor', 'row', 'g16', 'g8'] as const;
export type Group = (typeof groups)[number];
export const schemes = ['symmetric', 'affine', 'nf4'] as const;
export type Scheme = (typeof schemes)[number];
export const allBits = [2, 3, 4, 5, 6, 7, 8] as const;
export const NF4_BITS = 4;
/** Validation names the loss is measured on: the first ones, the same each time. */
export const SAMPLE = 512;
export const OUTLIER = 50;
const TOKENS_AT_ONCE = 1536;

export type Question = { readonly scheme: Scheme; readonly outlier: boolean };

/** Losses in nats per token, by granularity and width. */
export type Measured = {
  readonly question: Question;
  /** The weights as they are, in float32; with the outlier if the question has one. */
  readonly base: number;
  readonly losses: Readonly<Record<Group, Readonly<Record<number, number>>>>;
};

export function widthsOf(scheme: Scheme): readonly number[] {
  return scheme === 'nf4' ? [NF4_BITS] : allBits;
}

export function optionsOf(scheme: Scheme, bits: number, group: Group): MatrixQuantization {
  const spans = { tensor: 'tensor', row: 'row', g16: 16, g8: 8 } as const;
  return {
    scheme,
    bits: scheme === 'nf4' ? NF4_BITS : bits,
    group: spans[group],
    scaleFormat: floatFormats.fp16,
  };
}

/**
 * The model, with its largest weight in the embedding of the last position grown 50 times if asked. That position is reached by
 * the longest names only, so the float32 model hardly notices: like the outliers of large models, it is large but rarely needed.
 */
export function weightsOf({ config, weights }: Checkpoint, outlier: boolean): Float32Array {
  if (!outlier) return weights;
  const { offset, size, columns } = matrixOf(gptLayout(config), 'wpe');
  const grown = weights.slice();
  let at = offset + size - columns;
  for (let i = at; i < offset + size; i += 1) {
    if (Math.abs(grown[i] as number) > Math.abs(grown[at] as number)) at = i;
  }
  grown[at] = (grown[at] as number) * OUTLIER;
  return grown;
}

function createMeasure(model: Checkpoint): (weights: Float32Array) => number {
  const runner: GptRunner = createGptRunner(model.config, { maxTokens: TOKENS_AT_ONCE });
  const sample = createSequenceSet(functionNames().validation.slice(0, SAMPLE).map(encodeName));
  return (weights) => {
    runner.weights.set(weights);
    return evaluateLoss(runner, sample).loss;
  };
}

const nothing = (): Record<Group, Record<number, number>> => ({ tensor: {}, row: {}, g16: {}, g8: {} });

/** Measures width after width, the widest first, and reports after each; a few milliseconds a step for a small model. */
export function* measure<G extends { readonly model: Checkpoint }>(
  given: G,
  question: Question,
): Work<G & { measured: Measured }> {
  const { model } = given;
  const widths = widthsOf(question.scheme).toReversed();
  const total = 1 + widths.length * groups.length;
  yield { done: 0, total };
  const layout = gptLayout(model.config);
  const weights = weightsOf(model, question.outlier);
  const lossOf = createMeasure(model);
  const base = lossOf(weights);
  const losses = nothing();
  const outcome = () => ({ ...given, measured: { question, base, losses: structuredClone(losses) } });
  let done = 1;
  for (const bits of widths) {
    for (const group of groups) {
      losses[group][bits] = lossOf(quantizeGpt(layout, weights, optionsOf(question.scheme, bits, group)).weights);
      done += 1;
      yield { done, total, given: outcome };
    }
  }
  return outcome();
}

/** How much the loss of the model with an outlier grows when it is quantized in one way. */
export function outlierDamage(model: Checkpoint, bits: number, group: Group): number {
  const weights = weightsOf(model, true);
  const lossOf = createMeasure(model);
  const options = optionsOf('symmetric', bits, group);
  return lossOf(quantizeGpt(gptLayout(model.config), weights, options).weights) - lossOf(weights);
}
