/**
 * Attacks that follow the gradient of the loss with respect to the input.
 * FGSM: Goodfellow 2015 (arXiv 1412.6572), §4; PGD: Madry 2018 (arXiv 1706.06083); HotFlip: Ebrahimi 2018 (arXiv 1712.06751).
 */
import { mapPairs } from '@/lib/ml/array-map';
import { type DenseClassifier, lossGradient } from './dense-classifier';

type Numbers = ArrayLike<number>;

export type AttackOptions = {
  /** Farthest any number may move (L∞), in units of the input. */
  readonly epsilon: number;
  /** Box the result is clipped to, such as [0, 1] for pixels. Default: none. */
  readonly clip?: readonly [lowest: number, highest: number] | undefined;
  /** The label is then the class to reach, not the one to leave. */
  readonly targeted?: boolean;
};

// #region fgsm
/** One step of size ε along the sign of the gradient: x + ε·sign(g), where sign(0) = 0; then the clip. */
export function signStep(x: Numbers, gradient: Numbers, { epsilon, clip, targeted }: AttackOptions): Float64Array {
  const direction = targeted ? -epsilon : epsilon;
  return clipTo(
    mapPairs(x, gradient, (value, g) => value + direction * Math.sign(g)),
    clip,
  );
}

/**
 * How much that step raises a loss with this gradient, by first order: ε·‖g‖₁. No other step within ε does better by this
 * measure, and for a linear function the measure is exact.
 */
export function signStepGain(gradient: Numbers, epsilon: number): number {
  let norm = 0;
  for (let i = 0; i < gradient.length; i += 1) norm += Math.abs(gradient[i] as number);
  return epsilon * norm;
}
// #endregion fgsm

/** The fast gradient sign method on a classifier's cross-entropy. Throws RangeError on a negative ε or a foreign label. */
export function fgsm(model: DenseClassifier, x: Numbers, label: number, options: AttackOptions): Float64Array {
  checkEpsilon(options.epsilon);
  return signStep(x, lossGradient(model, x, label).gradient, options);
}

export type PgdOptions = AttackOptions & { readonly stepSize: number; readonly steps: number };

/** Many small sign steps, each followed by a return into the ε-box around x and the clip. `losses` are before, then after each step. */
export function pgd(
  model: DenseClassifier,
  x: Numbers,
  label: number,
  { epsilon, stepSize, steps, clip, targeted = false }: PgdOptions,
): { readonly x: Float64Array; readonly losses: readonly number[] } {
  checkEpsilon(epsilon);
  let at = Float64Array.from(x);
  let state = lossGradient(model, at, label);
  const losses = [state.loss];
  for (let step = 0; step < steps; step += 1) {
    const moved = signStep(at, state.gradient, { epsilon: stepSize, targeted });
    at = clipTo(
      mapPairs(moved, x, (value, start) => Math.min(start + epsilon, Math.max(start - epsilon, value))),
      clip,
    ) as typeof at;
    state = lossGradient(model, at, label);
    losses.push(state.loss);
  }
  return { x: at, losses };
}

/** One step of length ε along the gradient itself (L2). A zero gradient stays where it is. */
export function l2Step(x: Numbers, gradient: Numbers, epsilon: number): Float64Array {
  checkEpsilon(epsilon);
  let squared = 0;
  for (let i = 0; i < gradient.length; i += 1) squared += (gradient[i] as number) ** 2;
  const scale = squared === 0 ? 0 : epsilon / Math.sqrt(squared);
  return mapPairs(x, gradient, (value, g) => value + scale * g);
}

export type LinearWorstCase = {
  /** y (w·x + b) before and after. */
  readonly margin: number;
  readonly marginAfter: number;
  readonly x: Float64Array;
  /** Smallest ε that brings the margin to 0; 0 if it is not positive, Infinity if no input matters. */
  readonly smallestEpsilon: number;
};

/** The exact worst case of a linear classifier w·x + b with label y = ±1 in an ε-box: the margin drops by ε·‖w‖₁. */
export function linearWorstCase(w: Numbers, b: number, x: Numbers, y: 1 | -1, epsilon: number): LinearWorstCase {
  checkEpsilon(epsilon);
  const downhill = Float64Array.from({ length: w.length }, (_, i) => -y * (w[i] as number));
  const marginAt = (point: Numbers) => y * mapPairs(w, point, (a, v) => a * v).reduce((sum, term) => sum + term, b);
  const moved = signStep(x, downhill, { epsilon });
  const margin = marginAt(x);
  const norm = signStepGain(w, 1);
  return {
    margin,
    marginAfter: marginAt(moved),
    x: moved,
    smallestEpsilon: margin <= 0 ? 0 : norm === 0 ? Infinity : margin / norm,
  };
}

// #region hotflip
/**
 * First-order change of a loss when the token at place i becomes v: (E[v] − E[token]) · d loss / d (embedding of i).
 * embeddings [V, d], gradients [T, d] row-major → [T, V]. It takes one backward pass for all T·V replacements, and is a guess:
 * a swap of tokens is no small step. Throws RangeError if the sizes do not fit or a token is not in the table.
 */
export function hotflipGains(embeddings: Numbers, tokens: ArrayLike<number>, gradients: Numbers): Float64Array {
  const width = gradients.length / tokens.length;
  const vocab = embeddings.length / width;
  if (!Number.isInteger(width) || !Number.isInteger(vocab) || width === 0)
    throw new RangeError(`${gradients.length} gradients and ${embeddings.length} embeddings do not fit together`);
  const gains = new Float64Array(tokens.length * vocab);
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as number;
    if (!(token >= 0 && token < vocab)) throw new RangeError(`token ${token} is not one of ${vocab}`);
    for (let v = 0; v < vocab; v += 1) {
      let gain = 0;
      for (let k = 0; k < width; k += 1) {
        const change = (embeddings[v * width + k] as number) - (embeddings[token * width + k] as number);
        gain += change * (gradients[i * width + k] as number);
      }
      gains[i * vocab + v] = gain;
    }
  }
  return gains;
}
// #endregion hotflip

function clipTo(x: Float64Array, clip: AttackOptions['clip']): Float64Array {
  return clip ? x.map((value) => Math.min(clip[1], Math.max(clip[0], value))) : x;
}

function checkEpsilon(epsilon: number): void {
  if (!(epsilon >= 0 && Number.isFinite(epsilon))) throw new RangeError(`epsilon must be 0 or more, got ${epsilon}`);
}
