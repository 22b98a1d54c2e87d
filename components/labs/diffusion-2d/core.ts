/**
 * Diffusion in the plane without a network: data are a Gaussian mixture, so the score is exact and whatever goes wrong is the
 * sampler's or the guidance's doing. Baseline at every noise level: the true data, noised forward to that level.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { addNoise } from '@/lib/ml/diffusion/diffusion';
import { sampleMixture } from '@/lib/ml/diffusion/gaussian-mixture';
import { slicedWasserstein } from '@/lib/ml/diffusion/sliced-wasserstein';
import { createRandom } from '@/lib/random';
import { meanLength, modesOf, signalLeft } from './data';
import { type CloudMeasures, measureCloud } from './measures';
import { guidedScore, reversePath, SAMPLES, scoreCalls } from './sampler';

export const GOAL = { steps: 28, sure: 0.96, spread: 0.7, distance: 0.2 } as const;
export const MAX_STEPS = 40;
/** Half the width of the picture, in units of the data. */
export const REACH = 3.6;
const GRID = 9;
const TRACED = 14;

export const params = {
  steps: { kind: 'number', min: 2, max: MAX_STEPS, step: 1, default: 6 },
  guidance: { kind: 'number', min: 0, max: 10, step: 0.1, default: 7.5 },
  sampler: { kind: 'choice', options: ['ddim', 'ddpm'], default: 'ddim' },
  target: { kind: 'choice', options: ['A', 'B', 'C', 'all'], default: 'B' },
  schedule: { kind: 'choice', options: ['sd', 'linear', 'cosine'], default: 'sd' },
  step: { kind: 'number', min: 0, max: MAX_STEPS, step: 1, default: MAX_STEPS },
  seed: { kind: 'seed', default: 7 },
} as const;

export type Result = {
  readonly last: number;
  readonly step: number;
  readonly time: number;
  readonly alphaBar: number;
  /** Clouds [N, 2] at this step: the samples, and the true data noised to the same level. */
  readonly samples: Float64Array;
  readonly truth: Float64Array;
  /** A few samples' ways up to this step: [step + 1, 2] each. */
  readonly paths: readonly Float64Array[];
  /** Guided score on a grid: x, y, and the score's components, four numbers an arrow. */
  readonly arrows: Float64Array;
  readonly levels: readonly {
    readonly time: number;
    readonly alphaBar: number;
    readonly mean: readonly number[];
    readonly spread: number;
  }[];
  /** Of the finished samples. */
  readonly final: CloudMeasures;
  /** Of as many true samples: what nobody can beat but by luck. */
  readonly ideal: CloudMeasures;
  /** Sliced Wasserstein distance of the finished samples to the data, and of the data to themselves, drawn anew. */
  readonly distance: number;
  readonly floor: number;
  readonly calls: number;
  /** √ᾱ at the noisiest level, and how far that moves the cloud sampling should start from. */
  readonly signalLeft: number;
  readonly startGap: number;
};

function run(values: ParamValues<typeof params>): Result {
  const { target, guidance, schedule, seed } = values;
  const path = reversePath(values);
  const last = values.steps;
  const step = Math.min(values.step, last);
  const alphaBar = path.alphaBars[step] ?? 1;
  const part = modesOf(target);
  const random = createRandom(seed);
  const data = sampleMixture(part, SAMPLES, random.split('data'));
  const noise = random.split('forward');
  const eps = data.map(() => noise.normal());
  const finished = path.states[last] ?? data;
  return {
    last,
    step,
    time: path.times[step] ?? -1,
    alphaBar,
    samples: path.states[step] ?? data,
    truth: addNoise(data, eps, alphaBar),
    paths: Array.from({ length: TRACED }, (_, n) =>
      Float64Array.from(path.states.slice(0, step + 1).flatMap((state) => [state[2 * n] ?? 0, state[2 * n + 1] ?? 0])),
    ),
    arrows: arrowsAt(alphaBar, target, guidance),
    levels: path.states.map((state, i) => ({
      time: path.times[i] ?? -1,
      alphaBar: path.alphaBars[i] ?? 1,
      ...momentsOf(state),
    })),
    final: measureCloud(finished, part, target),
    ideal: measureCloud(data, part, target),
    distance: slicedWasserstein(finished, data),
    floor: slicedWasserstein(sampleMixture(part, SAMPLES, random.split('again')), data),
    calls: scoreCalls(values),
    signalLeft: signalLeft(schedule),
    startGap: signalLeft(schedule) * meanLength(part),
  };
}

function arrowsAt(alphaBar: number, target: 'A' | 'B' | 'C' | 'all', guidance: number): Float64Array {
  const points = Float64Array.from({ length: 2 * GRID * GRID }, (_, i) => {
    const cell = Math.floor(i / 2);
    const place = i % 2 === 0 ? cell % GRID : Math.floor(cell / GRID);
    return REACH * ((2 * place + 1) / GRID - 1);
  });
  const score = guidedScore(points, alphaBar, target, guidance);
  return Float64Array.from({ length: 2 * points.length }, (_, i) => {
    const from = i % 4 < 2 ? points : score;
    return from[2 * Math.floor(i / 4) + (i % 2)] ?? 0;
  });
}

function momentsOf(state: Float64Array): { mean: number[]; spread: number } {
  const count = state.length / 2;
  const mean = [0, 0];
  for (let i = 0; i < state.length; i += 1) mean[i % 2] = (mean[i % 2] ?? 0) + (state[i] as number) / count;
  const squares = state.reduce((sum, value, i) => sum + (value - (mean[i % 2] ?? 0)) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (2 * count)) };
}

export const core = defineCore({
  id: 'diffusion-2d',
  params,
  run,
  goal({ final, distance }, { steps, target }) {
    const shares = [
      GOAL.steps / steps,
      final.sure / GOAL.sure,
      final.spread / GOAL.spread,
      GOAL.distance / Math.max(distance, 1e-9),
    ].map((ratio) => Math.min(1, ratio));
    if (target === 'all') return { met: false, progress: 0 };
    const met = shares.every((share) => share === 1);
    return {
      met,
      progress: met
        ? 1
        : Math.min(
            0.99,
            shares.reduce((product, share) => product * share, 1),
          ),
    };
  },
  solution: { steps: 28, guidance: 1.4, sampler: 'ddim', target: 'B', schedule: 'sd', step: MAX_STEPS },
  predict() {
    const values = Object.fromEntries(Object.entries(params).map(([name, spec]) => [name, spec.default]));
    const share = run(values as ParamValues<typeof params>).final.shares[0] ?? 0;
    return share > 0.4 ? 'half' : share > 0.15 ? 'third' : 'none';
  },
  table({ levels }) {
    return {
      columns: ['step', 'time', 'alphaBar', 'signal', 'noise', 'meanX', 'meanY', 'spread'],
      rows: levels.map(({ time, alphaBar, mean, spread }, i) => [
        i,
        time,
        alphaBar,
        Math.sqrt(alphaBar),
        Math.sqrt(1 - alphaBar),
        mean[0] ?? 0,
        mean[1] ?? 0,
        spread,
      ]),
    };
  },
  play: { param: 'step', last: ({ last }) => last },
});
