/** The data the lab draws: three classes of two round modes each, near enough to each other that their edges overlap. */
import {
  alphaBarAt,
  cosineSchedule,
  linearSchedule,
  type NoiseSchedule,
  scaledLinearSchedule,
} from '@/lib/ml/diffusion/diffusion';
import type { GaussianMixture, GaussianMode } from '@/lib/ml/diffusion/gaussian-mixture';

export type ClassName = 'A' | 'B' | 'C';
export type LabelledMode = GaussianMode & { readonly label: ClassName };

/** Variance near 1 in all, as images are scaled before diffusion. Their mean is not 0, as an image's is not. */
export const modes: readonly LabelledMode[] = [
  { label: 'A', weight: 3, mean: [-1.2, 0.8], std: 0.36 },
  { label: 'A', weight: 2, mean: [-0.1, 1.3], std: 0.34 },
  { label: 'B', weight: 2, mean: [0.75, 0.65], std: 0.36 },
  { label: 'B', weight: 2, mean: [1.3, -0.5], std: 0.34 },
  { label: 'C', weight: 3, mean: [-0.7, -0.35], std: 0.38 },
  { label: 'C', weight: 2, mean: [0.25, -1.25], std: 0.36 },
];

/** The modes of one class: what a conditional model would have learnt. */
export function modesOf(label: ClassName | 'all'): readonly LabelledMode[] {
  return label === 'all' ? modes : modes.filter((mode) => mode.label === label);
}

export const LEVELS = 1000;
export const schedules = {
  sd: scaledLinearSchedule(LEVELS),
  linear: linearSchedule(LEVELS),
  cosine: cosineSchedule(LEVELS),
} as const satisfies Readonly<Record<string, NoiseSchedule>>;
export type ScheduleName = keyof typeof schedules;

/** √ᾱ at the noisiest level: the share of the signal's size that training noise never hides. */
export function signalLeft(name: ScheduleName): number {
  return Math.sqrt(alphaBarAt(schedules[name], LEVELS - 1));
}

/** Length of the mean of a mixture: what a start from pure noise leaves out is this, times the signal left. */
export function meanLength(mixture: GaussianMixture): number {
  const total = mixture.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (axis: 0 | 1) => mixture.reduce((sum, mode) => sum + mode.weight * mode.mean[axis], 0) / total;
  return Math.hypot(mean(0), mean(1));
}
