/** Draws whole names from a model, character by character, and keeps what each one cost the model to say. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { type NgramTable, tableDistribution } from '@/lib/ml/counting/ngram-table';
import { sampleToken } from '@/lib/ml/decoding/sample';
import { createDecoder, type GptDecoder } from '@/lib/ml/gpt/decode';
import { logSoftmax, softmax } from '@/lib/ml/softmax';
import type { Random } from '@/lib/random';
import { BOUNDARY } from '@/lib/thread/alphabet';
import { type SamplerSettings, samplerLogits } from './sampler';

export type Draw = {
  /** From the first boundary on; ends with a boundary unless the context was full first. */
  readonly ids: readonly number[];
  /** Sum of −ln p under the model itself, unfiltered, over all characters and the end. */
  readonly surprise: number;
};

/** What contrastive decoding subtracts: logits after any ids. */
export type Amateur = (ids: readonly number[]) => readonly number[];

export const SMOOTHING = 0.01;

export function bigramAmateur(table: NgramTable): Amateur {
  return (ids) => tableDistribution(table, ids, SMOOTHING).map(Math.log);
}

/** Logits of a model after any ids, computing only what the last question has not. */
export function modelLogits({ config, weights }: Checkpoint): (ids: readonly number[]) => readonly number[] {
  const decoder = createDecoder(config, weights);
  let seen: number[] = [];
  return (ids) => {
    let common = 0;
    while (common < ids.length - 1 && common < seen.length && ids[common] === seen[common]) common += 1;
    decoder.rewind(common);
    let logits: Float64Array | null = null;
    for (let i = common; i < ids.length; i += 1) logits = decoder.push(ids[i] as number);
    seen = [...ids];
    if (!logits) throw new RangeError('there must be an id to continue from');
    return Array.from(logits);
  };
}

/** One name. `amateur` is asked only by a sampler that needs it. */
export function drawName(
  decoder: GptDecoder,
  context: number,
  settings: SamplerSettings,
  amateur: Amateur,
  random: Random,
): Draw {
  decoder.rewind(0);
  const ids = [BOUNDARY];
  let surprise = 0;
  while (ids.length <= context) {
    const logits = Array.from(decoder.push(ids.at(-1) as number));
    const other = settings.sampler === 'contrastive' ? amateur(ids) : null;
    const token = sampleToken(softmax(samplerLogits(settings, logits, other)), random.next());
    surprise -= logSoftmax(logits)[token] as number;
    ids.push(token);
    if (token === BOUNDARY) break;
  }
  return { ids, surprise };
}
