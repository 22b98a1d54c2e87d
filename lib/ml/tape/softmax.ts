/** Softmax and its logarithm along an axis, stable for any finite input and for −∞, which stands for a masked entry. */

import { div, sub } from './arithmetic';
import { exp, log } from './elementwise';
import { detach } from './record';
import { max, sum } from './reduce';
import type { Tensor } from './tensor';

/** e^x / Σ e^x along `axis`, default the last. Every line needs at least one finite entry, else the result is NaN. */
export function softmax(x: Tensor, axis = -1): Tensor {
  const powers = exp(shifted(x, axis));
  return div(powers, sum(powers, { axis, keepDims: true }));
}

/** log softmax(x) = x − log Σ e^x along `axis`, without ever taking the logarithm of a rounded-down zero. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  const z = shifted(x, axis);
  return sub(z, log(sum(exp(z), { axis, keepDims: true })));
}

/** x − max x. The result of a softmax does not depend on the shift, so no gradient need flow through the maximum. */
function shifted(x: Tensor, axis: number): Tensor {
  return sub(x, detach(max(x, { axis, keepDims: true })));
}
