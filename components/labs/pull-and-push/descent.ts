/**
 * Gradient descent on the angles of queries and keys that live on the unit circle, so that a dot product is a cosine.
 * The rate is 0.3 · N · τ: the gradient carries 1/(N τ), and with this rate each step is 0.3 of "own key minus mean key".
 */
import { infoNce, type Rows } from './info-nce';

export const STEPS = 150;
const RATE = 0.3;

export type Placement = { readonly queries: readonly number[]; readonly keys: readonly number[] };
export type Descent = {
  /** Angles in radians after 0, 1 … STEPS steps. */
  readonly path: readonly Placement[];
  readonly losses: readonly number[];
};

export const onCircle = (angles: readonly number[]): Rows => angles.map((a) => [Math.cos(a), Math.sin(a)]);

/** The part of each gradient along the circle, positive counter-clockwise: ∂L/∂angle. */
export function alongCircle(angles: readonly number[], gradients: Rows): number[] {
  return angles.map((a, i) => Math.cos(a) * (gradients[i]?.[1] ?? 0) - Math.sin(a) * (gradients[i]?.[0] ?? 0));
}

export function descend(start: Placement, temperature: number): Descent {
  const rate = RATE * start.queries.length * temperature;
  const path = [start];
  const losses: number[] = [];
  for (let step = 0; step <= STEPS; step += 1) {
    const { queries, keys } = path.at(-1) ?? start;
    const { loss, queryGradients, keyGradients } = infoNce(onCircle(queries), onCircle(keys), temperature);
    losses.push(loss);
    if (step === STEPS) break;
    const move = (angles: readonly number[], gradients: Rows) => {
      const slopes = alongCircle(angles, gradients);
      return angles.map((a, i) => a - rate * (slopes[i] ?? 0));
    };
    path.push({ queries: move(queries, queryGradients), keys: move(keys, keyGradients) });
  }
  return { path, losses };
}
