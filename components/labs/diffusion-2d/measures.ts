/** What is measured on a finished cloud: is it the class that was asked for, and is it all of that class? */
import { viewMixture } from '@/lib/ml/diffusion/gaussian-mixture';
import { type LabelledMode, modes } from './data';
import { hasLabel, type Settings } from './sampler';

/** From this posterior on, a sample counts as unmistakably of its class. */
export const SURE = 0.9;

export type CloudMeasures = {
  /** Share of samples that the true distribution gives to the class with probability ≥ SURE. 1 when no class is asked for. */
  readonly sure: number;
  /** Share of the samples in each mode of the class, in the order of `part`. */
  readonly shares: readonly number[];
  /** Spread inside the modes ÷ that of the data: root mean square over all samples. */
  readonly spread: number;
};

export function measureCloud(
  points: ArrayLike<number>,
  part: readonly LabelledMode[],
  target: Settings['target'],
): CloudMeasures {
  const count = points.length / 2;
  const members: number[][] = part.map(() => []);
  let sure = 0;
  for (let n = 0; n < count; n += 1) {
    const [x, y] = [points[2 * n] as number, points[2 * n + 1] as number];
    const { posterior } = viewMixture(modes, x, y);
    const right = posterior.reduce((sum, share, k) => sum + (hasLabel(k, target) ? share : 0), 0);
    if (right >= SURE) sure += 1;
    members[nearestMode(part, x, y)]?.push(n);
  }
  const energy = part.reduce((sum, mode, k) => sum + scatter(points, members[k] ?? []) / (2 * mode.std ** 2), 0);
  return {
    sure: sure / count,
    shares: members.map((one) => one.length / count),
    spread: Math.sqrt(energy / count),
  };
}

/** Nearest in units of the mode's own width. */
function nearestMode(part: readonly LabelledMode[], x: number, y: number): number {
  const distances = part.map(({ mean, std }) => Math.hypot(x - mean[0], y - mean[1]) / std);
  return distances.indexOf(Math.min(...distances));
}

/** Sum of squared distances from the members' own mean. */
function scatter(points: ArrayLike<number>, members: readonly number[]): number {
  const mean = (axis: 0 | 1) =>
    members.reduce((sum, n) => sum + (points[2 * n + axis] as number), 0) / Math.max(1, members.length);
  const [mx, my] = [mean(0), mean(1)];
  return members.reduce(
    (sum, n) => sum + ((points[2 * n] as number) - mx) ** 2 + ((points[2 * n + 1] as number) - my) ** 2,
    0,
  );
}
