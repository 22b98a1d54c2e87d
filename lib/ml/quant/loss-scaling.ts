/**
 * Loss scaling for fp16 training: the loss is multiplied by a scale before the backward pass, so that small gradients stay
 * above what the format can hold, and the gradients are divided by it before the update.
 *
 * Sources: Micikevicius et al. 2017 (arXiv 1710.03740), §3.2; the dynamic rule is that of `torch.amp.GradScaler`.
 */
import { type FloatFormat, floatLimits, overflowsFormat, roundToFormat } from './float-format';

export type LossScaleRule = {
  readonly init: number;
  readonly growthFactor: number;
  readonly backoffFactor: number;
  /** Steps without overflow in a row before the scale grows. */
  readonly growthInterval: number;
};

/** The defaults of `torch.amp.GradScaler`. */
export const gradScalerRule: LossScaleRule = {
  init: 2 ** 16,
  growthFactor: 2,
  backoffFactor: 0.5,
  growthInterval: 2000,
};

export type LossScaleState = { readonly scale: number; readonly goodSteps: number };

/** Throws RangeError if the rule could not grow, back off or wait. */
export function startLossScale({ init, growthFactor, backoffFactor, growthInterval }: LossScaleRule): LossScaleState {
  if (!(init > 0) || !(growthFactor > 1) || !(backoffFactor > 0 && backoffFactor < 1)) {
    throw new RangeError('need init > 0, growth factor > 1 and back-off factor in (0, 1)');
  }
  if (!Number.isInteger(growthInterval) || growthInterval < 1) {
    throw new RangeError(`the growth interval must be a positive integer, got ${growthInterval}`);
  }
  return { scale: init, goodSteps: 0 };
}

/** The scale after a step. A step with an infinite or NaN gradient is skipped by the optimizer and lowers the scale. */
export function updateLossScale(state: LossScaleState, foundInf: boolean, rule: LossScaleRule): LossScaleState {
  if (foundInf) return { scale: state.scale * rule.backoffFactor, goodSteps: 0 };
  const goodSteps = state.goodSteps + 1;
  if (goodSteps < rule.growthInterval) return { scale: state.scale, goodSteps };
  return { scale: state.scale * rule.growthFactor, goodSteps: 0 };
}

export type ScaledGradients = {
  /** Number of gradients that are not 0 but become 0. */
  readonly underflow: number;
  /** Number that keep fewer bits than the format's precision, because they are subnormal in it. */
  readonly subnormal: number;
  /** Number that leave the range: infinite, or clipped to max in a format that saturates. */
  readonly overflow: number;
  /** Gradients that are not 0: what a share refers to. */
  readonly nonZero: number;
};

// #region scale
/** What happens to gradients [n] that are multiplied by `scale` and then stored in `format`. */
export function scaleGradients(gradients: ArrayLike<number>, scale: number, format: FloatFormat): ScaledGradients {
  const { smallestNormal } = floatLimits(format);
  let [underflow, subnormal, overflow, nonZero] = [0, 0, 0, 0];
  for (let i = 0; i < gradients.length; i += 1) {
    const scaled = Math.abs((gradients[i] as number) * scale);
    if (scaled === 0) continue;
    nonZero += 1;
    if (overflowsFormat(scaled, format)) overflow += 1;
    else if (roundToFormat(scaled, format) === 0) underflow += 1;
    else if (scaled < smallestNormal) subnormal += 1;
  }
  return { underflow, subnormal, overflow, nonZero };
}
// #endregion scale

/** Divides gradients [n] by the scale, in place, and says whether one of them was infinite or NaN. */
export function unscaleGradients(
  gradients: Float32Array | Float64Array,
  scale: number,
): { readonly foundInf: boolean } {
  let foundInf = false;
  for (let i = 0; i < gradients.length; i += 1) {
    const unscaled = (gradients[i] as number) / scale;
    foundInf ||= !Number.isFinite(unscaled);
    gradients[i] = unscaled;
  }
  return { foundInf };
}
