/** Names drawn from a model as it is, at temperature 1: data for a student, and a look at what the model has learned. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createDecoder } from '@/lib/ml/gpt/decode';
import type { Random } from '@/lib/random';
import { BOUNDARY, CONTEXT } from './alphabet';

/** Names between two yields. */
const AT_ONCE = 25;

/** Id lists of `count` names; one that does not end within the context is cut there. Yields how many there are. */
export function* writeNames(model: Checkpoint, count: number, random: Random): Generator<number, number[][], void> {
  const decoder = createDecoder(model.config, model.weights);
  const written: number[][] = [];
  while (written.length < count) {
    decoder.rewind(0);
    const ids: number[] = [BOUNDARY];
    while (ids.length <= CONTEXT && (ids.length === 1 || ids.at(-1) !== BOUNDARY)) {
      ids.push(draw(decoder.push(ids.at(-1) ?? BOUNDARY), random));
    }
    written.push(ids);
    if (written.length % AT_ONCE === 0) yield written.length;
  }
  return written;
}

/** A token with the probability that softmax gives it. */
function draw(logits: Float64Array, random: Random): number {
  const top = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  const sum = logits.reduce((total, value) => total + Math.exp(value - top), 0);
  let left = random.next() * sum;
  for (let id = 0; id < logits.length - 1; id += 1) {
    left -= Math.exp((logits[id] as number) - top);
    if (left < 0) return id;
  }
  return logits.length - 1;
}
