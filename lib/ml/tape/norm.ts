/** Normalization over the last axis. The variance is divided by the width D, not D − 1, and eps stands inside the root. */

import { add, div, mul, sub } from './arithmetic';
import { sqrt, square } from './elementwise';
import { mean } from './reduce';
import type { Tensor } from './tensor';

const alongLast = { axis: -1, keepDims: true } as const;

/** (x − mean) / √(var + eps) · gain + bias; gain and bias of the last axis' size, or none. Ba et al. 2016, eq. 4. */
export function layerNorm(x: Tensor, gain?: Tensor, bias?: Tensor, eps = 1e-5): Tensor {
  const centred = sub(x, mean(x, alongLast));
  const normed = div(centred, sqrt(add(mean(square(centred), alongLast), eps)));
  const scaled = gain ? mul(normed, gain) : normed;
  return bias ? add(scaled, bias) : scaled;
}

/** x / √(mean(x²) + eps) · gain. Zhang & Sennrich 2019, eq. 4. */
export function rmsNorm(x: Tensor, gain?: Tensor, eps = 1e-5): Tensor {
  const normed = div(x, sqrt(add(mean(square(x), alongLast), eps)));
  return gain ? mul(normed, gain) : normed;
}
