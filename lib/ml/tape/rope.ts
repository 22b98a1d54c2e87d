/** Rotary position embedding on the tape. */

import { add, mul, neg } from './arithmetic';
import { concat, slice } from './layout';
import { allocate, precisionOf, shapeText, type Tensor, wrapData } from './tensor';

/**
 * Rotates x [..., T, d] by its positions [T], in the half-split convention of Llama and GPT-NeoX ("rotate_half"): feature i turns
 * with feature i + d/2 by the angle position · base^(−2i/d). The paper's own form turns neighbours (2i, 2i+1) instead; weights
 * trained with one do not fit the other. Throws RangeError on an odd d or another number of positions. Su 2021, §3.4.2.
 */
export function rope(x: Tensor, positions: ArrayLike<number>, base = 10_000): Tensor {
  const [length, width] = [x.shape.at(-2), x.shape.at(-1)];
  if (length === undefined || width === undefined || width % 2 !== 0 || length !== positions.length) {
    throw new RangeError(`rope: ${positions.length} positions for ${shapeText(x.shape)}; the width must be even`);
  }
  const half = width / 2;
  const cosines = allocate(length * width, precisionOf(x));
  const sines = allocate(length * width, precisionOf(x));
  for (let t = 0; t < length; t += 1) {
    for (let i = 0; i < width; i += 1) {
      const angle = (positions[t] as number) * base ** ((-2 * (i % half)) / width);
      cosines[t * width + i] = Math.cos(angle);
      sines[t * width + i] = Math.sin(angle);
    }
  }
  const turned = concat([neg(slice(x, -1, half, width)), slice(x, -1, 0, half)], -1);
  return add(mul(x, wrapData(cosines, [length, width])), mul(turned, wrapData(sines, [length, width])));
}
