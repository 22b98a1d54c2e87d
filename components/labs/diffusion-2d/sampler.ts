/** The reverse process with the exact score in the place of a network: every state from pure noise to the finished samples. */
import { alphaBarAt, ddimStep, epsFromScore, guideEps, trailingTimesteps } from '@/lib/ml/diffusion/diffusion';
import { mixtureScore, noisedMixture } from '@/lib/ml/diffusion/gaussian-mixture';
import { createRandom } from '@/lib/random';
import { type ClassName, LEVELS, modes, modesOf, type ScheduleName, schedules } from './data';

export const SAMPLES = 360;

export type Settings = {
  readonly sampler: 'ddim' | 'ddpm';
  readonly steps: number;
  readonly guidance: number;
  readonly target: ClassName | 'all';
  readonly schedule: ScheduleName;
  readonly seed: number;
};

export type ReversePath = {
  /** Noise levels visited, from T − 1 to −1: steps + 1 of them. */
  readonly times: readonly number[];
  /** ᾱ at each. */
  readonly alphaBars: readonly number[];
  /** Samples [N, 2] at each. */
  readonly states: readonly Float64Array[];
};

const REMEMBER = 4;
const remembered = new Map<string, ReversePath>();

/** Playback asks for the same path at every step, so the last few are kept. */
export function reversePath(settings: Settings): ReversePath {
  const { sampler, steps, guidance, target, schedule, seed } = settings;
  const key = [sampler, steps, target === 'all' ? 0 : guidance, target, schedule, seed].join();
  const known = remembered.get(key);
  if (known) return known;
  const made = denoise(settings);
  const oldest = remembered.keys().next().value;
  if (remembered.size >= REMEMBER && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, made);
  return made;
}

function denoise({ sampler, steps, guidance, target, schedule, seed }: Settings): ReversePath {
  const random = createRandom(seed).split('noise');
  const normals = () => new Float64Array(2 * SAMPLES).map(() => random.normal());
  const times = [...trailingTimesteps(LEVELS, steps), -1];
  const alphaBars = times.map((t) => alphaBarAt(schedules[schedule], t));
  const eta = sampler === 'ddpm' ? 1 : 0;
  const states: Float64Array[] = [normals()];
  for (let i = 0; i < steps; i += 1) {
    const [x, from, to] = [states[i] as Float64Array, alphaBars[i] as number, alphaBars[i + 1] as number];
    const eps = epsFromScore(guidedScore(x, from, target, guidance), from);
    states.push(ddimStep(x, eps, from, to, eta, eta > 0 ? normals() : []));
  }
  return { times, alphaBars, states };
}

/** Score at many points, flat: that of all data for `all`, otherwise pushed w times towards the class. */
export function guidedScore(
  points: ArrayLike<number>,
  alphaBar: number,
  target: Settings['target'],
  guidance: number,
): Float64Array {
  const scoreOf = (label: Settings['target']) => mixtureScore(noisedMixture(modesOf(label), alphaBar), points);
  if (target === 'all' || guidance === 0) return scoreOf('all');
  if (guidance === 1) return scoreOf(target);
  return guideEps(scoreOf('all'), scoreOf(target), guidance);
}

/** Networks asked for each sample: guidance asks twice a step. */
export function scoreCalls({ steps, guidance, target }: Pick<Settings, 'steps' | 'guidance' | 'target'>): number {
  return steps * (target === 'all' || guidance === 0 || guidance === 1 ? 1 : 2);
}

export function hasLabel(index: number, target: Settings['target']): boolean {
  return target === 'all' || modes[index]?.label === target;
}
