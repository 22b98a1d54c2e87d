/** Gradient clipping by global norm: Pascanu et al. 2013 (arXiv 1211.5063), as in `torch.nn.utils.clip_grad_norm_`. */
import type { Floats } from '@/lib/ml/kernels/kernels';

/** PyTorch adds it to the norm, so a gradient scaled down ends a millionth short of the limit. */
const NORM_EPSILON = 1e-6;

/** √Σ g² over all parameters, summed in float64. */
export function globalNorm(grads: Floats): number {
  let sum = 0;
  for (let i = 0; i < grads.length; i += 1) sum += (grads[i] as number) ** 2;
  return Math.sqrt(sum);
}

/**
 * Scales the gradients in place to a global norm of at most `maxNorm` (Infinity: leave them), keeping their direction.
 * Returns the norm before. Throws RangeError unless maxNorm is above 0.
 */
export function clipGradNorm(grads: Floats, maxNorm: number): number {
  if (!(maxNorm > 0)) throw new RangeError(`maxNorm must be above 0, got ${maxNorm}`);
  const norm = globalNorm(grads);
  const factor = maxNorm / (norm + NORM_EPSILON);
  if (factor < 1) for (let i = 0; i < grads.length; i += 1) grads[i] = (grads[i] as number) * factor;
  return norm;
}
