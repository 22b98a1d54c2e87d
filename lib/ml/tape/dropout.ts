import type { Random } from '@/lib/random';
import { mul } from './arithmetic';
import { allocate, precisionOf, type Tensor, wrapData } from './tensor';

/**
 * Inverted dropout: each value is zeroed with probability p, the others are divided by 1 − p, so that the expectation stays x and
 * nothing is to be done at inference. Throws RangeError unless 0 ≤ p < 1. Srivastava et al. 2014.
 */
export function dropout(x: Tensor, p: number, random: Random): Tensor {
  if (!(p >= 0 && p < 1)) throw new RangeError(`dropout needs 0 ≤ p < 1, got ${p}`);
  const mask = allocate(x.data.length, precisionOf(x));
  for (let i = 0; i < mask.length; i += 1) mask[i] = random.next() < p ? 0 : 1 / (1 - p);
  return mul(x, wrapData(mask, x.shape));
}
