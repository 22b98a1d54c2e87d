/**
 * The model reads one name twice: with a cache, token by token, and without one, as a whole. No position sees a later one, so the
 * whole pass gives at every position what a pass over the text up to there gives.
 */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { decodeFlops, forwardFlops } from '@/lib/ml/cost/flops';
import type { ModelShape } from '@/lib/ml/cost/model-shape';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, MLP_FACTOR } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { encodeName } from '@/lib/thread/alphabet';
import { BYTES_OF_FLOAT32 } from '@/lib/thread/passport';

const NAME = 'parse_date_header';
/** What must not be exceeded between the two ways. */
export const SAME_LOGITS = 1e-5;
/** Differences below are not told apart: they are rounding, and the last bits of an exponential depend on the browser. */
const ROUNDING = 1e-9;

export type DecodingStep = {
  readonly character: string;
  /** FLOPs of this token when the keys and values of the earlier ones are kept, and when everything is computed again. */
  readonly cached: number;
  readonly again: number;
  readonly cacheBytes: number;
};
export type Decoding = {
  readonly steps: readonly DecodingStep[];
  readonly cached: number;
  readonly again: number;
  /** Largest difference between any two logits of the two ways, both in float64, rounded up to a power of ten. */
  readonly difference: number;
};

/** The tiny GPT as a shape whose FLOPs can be counted. */
export function shapeOf({ vocab, width, layers, heads, kvHeads, context }: GptConfig): ModelShape {
  return { vocab, hidden: width, layers, heads, kvHeads, ffn: MLP_FACTOR * width, family: 'gpt', context };
}

const known = new WeakMap<Checkpoint, Decoding>();

export function traceDecoding(model: Checkpoint): Decoding {
  const old = known.get(model);
  if (old) return old;
  const made = decodeBothWays(model);
  known.set(model, made);
  return made;
}

function decodeBothWays({ config, weights }: Checkpoint): Decoding {
  const ids = encodeName(NAME).slice(0, -1).slice(0, config.context);
  const decoder = createDecoder(config, weights);
  const runner = createGptRunner(config, { maxTokens: ids.length, precision: 'float64' });
  runner.weights.set(weights);
  const shape = shapeOf(config);
  // The target of the last input does not matter here.
  runner.forward(packSequences([[...ids, 0]]));
  let difference = 0;
  const steps = ids.map((id, i): DecodingStep => {
    const kept = decoder.push(id);
    kept.forEach((logit, v) => {
      difference = Math.max(difference, Math.abs(logit - (runner.logits[i * config.vocab + v] as number)));
    });
    return {
      character: i === 0 ? '' : (NAME[i - 1] ?? ''),
      cached: decodeFlops(shape, i + 1),
      again: forwardFlops(shape, i + 1).total,
      cacheBytes: decoder.cacheFloats * BYTES_OF_FLOAT32,
    };
  });
  const sum = (of: (step: DecodingStep) => number) => steps.reduce((total, step) => total + of(step), 0);
  return {
    steps,
    cached: sum((step) => step.cached),
    again: sum((step) => step.again),
    difference: difference <= ROUNDING ? ROUNDING : 10 ** Math.ceil(Math.log10(difference)),
  };
}
