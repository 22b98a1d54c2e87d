import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addNoise,
  alphaBarAt,
  cosineSchedule,
  ddimSigma,
  ddimStep,
  ddpmStep,
  ddpmVariance,
  epsFromScore,
  epsFromV,
  epsFromX0,
  guideEps,
  linearSchedule,
  type NoiseSchedule,
  scaledLinearSchedule,
  scoreFromEps,
  trailingTimesteps,
  vFromEps,
  x0FromEps,
} from '@/lib/ml/diffusion/diffusion';
import { type GaussianMixture, mixtureScore, noisedMixture } from '@/lib/ml/diffusion/gaussian-mixture';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/diffusion.json';

/** All fields that some case has; each test reads those of its own kind. */
type Case = {
  name: string;
  input: Record<'T' | 'betaStart' | 'betaEnd' | 't' | 's' | 'eta' | 'w' | 'alphaBar', number> &
    Record<'x0' | 'eps' | 'xt' | 'z' | 'epsUncond' | 'epsCond' | 'indices' | 'timesteps' | 'start', number[]> &
    Record<'weights' | 'stds', number[]> & { kind: string; means: [number, number][] };
  expected: Record<'sigma' | 'varianceSmall' | 'varianceLarge', number> &
    Record<'beta' | 'xt' | 'vTarget' | 'x0Hat' | 'mean' | 'xPrevSmall' | 'xPrevLarge' | 'xs' | 'eps', number[]> &
    Record<'x0' | 'v' | 'score', number[]> & { alphaBar: number & number[]; path: number[][] };
};
const cases = reference.cases as unknown as Case[];
const named = (start: string) => {
  const found = cases.filter(({ name }) => name.startsWith(start));
  if (found.length === 0) throw new Error(`no case ${start}`);
  return found.map((one) => [one.name, one] as const);
};
const near = (got: ArrayLike<number>, want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(Math.abs((got[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(value));
  });
};
const small = ({ T, betaStart, betaEnd }: { T: number; betaStart: number; betaEnd: number }) =>
  linearSchedule(T, betaStart, betaEnd);

test.each(named('schedule/'))('%s agrees', (_, { input, expected }) => {
  const schedules: Record<string, () => NoiseSchedule> = {
    linear: () => linearSchedule(input.T, input.betaStart, input.betaEnd),
    scaled_linear: () => scaledLinearSchedule(input.T, input.betaStart, input.betaEnd),
    cosine: () => cosineSchedule(input.T),
  };
  const schedule = (schedules[input.kind] as () => NoiseSchedule)();
  near(
    input.indices.map((t) => schedule.beta[t] ?? Number.NaN),
    expected.beta,
  );
  near(
    input.indices.map((t) => alphaBarAt(schedule, t)),
    expected.alphaBar,
  );
});

test('the defaults are those of DDPM and Stable Diffusion, which never reaches pure noise', () => {
  expect(alphaBarAt(linearSchedule(1000), 999)).toBeCloseTo(4.03583e-5, 10);
  expect(alphaBarAt(scaledLinearSchedule(1000), 999)).toBeCloseTo(0.0046601, 8);
  expect(Math.sqrt(alphaBarAt(scaledLinearSchedule(1000), 999))).toBeCloseTo(0.06826491, 8);
});

test.each(named('forward/'))('%s agrees', (_, { input, expected }) => {
  const alphaBar = alphaBarAt(small(input), input.t);
  near([alphaBar], [expected.alphaBar]);
  near(addNoise(input.x0, input.eps, alphaBar), expected.xt);
  near(vFromEps(input.eps, input.x0, alphaBar), expected.vTarget);
});

test.each(named('ddpm/'))('%s agrees', (_, { input, expected }) => {
  const schedule = small(input);
  const { t, xt, eps, z } = input;
  near(x0FromEps(xt, eps, alphaBarAt(schedule, t)), expected.x0Hat);
  near(
    [ddpmVariance(schedule, t, 'small'), ddpmVariance(schedule, t, 'large')],
    [expected.varianceSmall, expected.varianceLarge],
  );
  near(ddpmStep(schedule, t, xt, eps, [0, 0, 0]), expected.mean);
  near(ddpmStep(schedule, t, xt, eps, z, 'small'), expected.xPrevSmall);
  near(ddpmStep(schedule, t, xt, eps, z, 'large'), expected.xPrevLarge);
});

test.each(named('ddim/'))('%s agrees', (_, { input, expected }) => {
  const { t, s, eta, xt, eps, z } = input;
  const [from, to] = [alphaBarAt(small(input), t), alphaBarAt(small(input), s)];
  near([ddimSigma(from, to, eta)], [expected.sigma]);
  near(ddimStep(xt, eps, from, to, eta, z), expected.xs);
});

test.each(named('cfg/'))('%s agrees', (_, { input, expected }) => {
  near(guideEps(input.epsUncond, input.epsCond, input.w), expected.eps);
});

test.each(named('parameterization/'))('%s agrees', (_, { input, expected }) => {
  const x0 = x0FromEps(input.xt, input.eps, input.alphaBar);
  near(x0, expected.x0);
  near(vFromEps(input.eps, x0, input.alphaBar), expected.v);
  near(scoreFromEps(input.eps, input.alphaBar), expected.score);
});

test('noise, clean sample, v and score say the same thing', () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(number, number, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (x, e, alphaBar) => {
      const x0 = x0FromEps([x], [e], alphaBar);
      expect(epsFromX0([x], x0, alphaBar)[0]).toBeCloseTo(e, 9);
      expect(epsFromV([x], vFromEps([e], x0, alphaBar), alphaBar)[0]).toBeCloseTo(e, 9);
      expect(epsFromScore(scoreFromEps([e], alphaBar), alphaBar)[0]).toBeCloseTo(e, 9);
      expect(addNoise(x0, [e], alphaBar)[0]).toBeCloseTo(x, 9);
    }),
  );
});

test('a DDIM step with eta 1 to the neighbouring level is a DDPM step', () => {
  const schedule = linearSchedule(10, 0.01, 0.3);
  const random = createRandom(5);
  for (let t = 0; t < 10; t += 1) {
    const [x, eps, z] = [0, 1, 2].map(() => [random.normal(), random.normal()]) as [number[], number[], number[]];
    const ddim = ddimStep(x, eps, alphaBarAt(schedule, t), alphaBarAt(schedule, t - 1), 1, z);
    near(ddim, [...ddpmStep(schedule, t, x, eps, z)]);
  }
});

test.each(named('gmm/ddim-path'))('%s agrees', (_, { input, expected }) => {
  const schedule = small(input);
  let x: Float64Array = Float64Array.from(input.start);
  near(x, expected.path[0] ?? []);
  const times = [...input.timesteps, -1] as number[];
  for (let i = 0; i + 1 < times.length; i += 1) {
    const [from, to] = [alphaBarAt(schedule, times[i] ?? 0), alphaBarAt(schedule, times[i + 1] ?? 0)];
    x = ddimStep(x, epsFromScore(mixtureScore(noisedMixture(mixtureOf(input), from), x), from), from, to);
    near(x, expected.path[i + 1] ?? []);
  }
});

test('DDIM and DDPM with the exact score give back the weights of the mixture within 2 %', () => {
  const mixture = mixtureOf(named('gmm/ddim-path')[0]?.[1].input);
  const schedule = linearSchedule(1000);
  const count = 8000;
  for (const [eta, seed] of [
    [0, 1],
    [0, 2],
    [1, 3],
  ] as const) {
    const random = createRandom(seed);
    const normals = () => Float64Array.from({ length: 2 * count }, () => random.normal());
    let x: Float64Array = normals();
    const times = [...trailingTimesteps(1000, 100), -1];
    for (let i = 0; i + 1 < times.length; i += 1) {
      const [from, to] = [alphaBarAt(schedule, times[i] ?? 0), alphaBarAt(schedule, times[i + 1] ?? 0)];
      const eps = epsFromScore(mixtureScore(noisedMixture(mixture, from), x), from);
      x = ddimStep(x, eps, from, to, eta, eta > 0 ? normals() : []);
    }
    const shares = mixture.map(({ mean }) => {
      let inside = 0;
      for (let n = 0; n < count; n += 1) {
        const distances = mixture.map((mode) =>
          Math.hypot((x[2 * n] ?? 0) - mode.mean[0], (x[2 * n + 1] ?? 0) - mode.mean[1]),
        );
        if (Math.min(...distances) === Math.hypot((x[2 * n] ?? 0) - mean[0], (x[2 * n + 1] ?? 0) - mean[1]))
          inside += 1;
      }
      return inside / count;
    });
    shares.forEach((share, k) => {
      expect(Math.abs(share - (mixture[k]?.weight ?? 0))).toBeLessThan(0.02);
    });
  }
});

test('trailing time steps begin at the noisiest level and never repeat', () => {
  expect(trailingTimesteps(1000, 4)).toEqual([999, 749, 499, 249]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (a, b) => {
      const [levels, steps] = [Math.max(a, b), Math.min(a, b)];
      const times = trailingTimesteps(levels, steps);
      expect(times[0]).toBe(levels - 1);
      expect(new Set(times).size).toBe(steps);
      expect(times.every((t, i) => t >= 0 && (i === 0 || t < (times[i - 1] ?? 0)))).toBe(true);
    }),
  );
});

test('refuses what has no answer', () => {
  expect(() => linearSchedule(0)).toThrow(RangeError);
  expect(() => linearSchedule(10, 0, 0.1)).toThrow(RangeError);
  expect(() => alphaBarAt(linearSchedule(10), 10)).toThrow(RangeError);
  expect(() => ddpmStep(linearSchedule(10), 10, [0], [0], [0])).toThrow(RangeError);
  expect(() => x0FromEps([1], [1], 0)).toThrow(RangeError);
  expect(() => epsFromX0([1], [1], 1)).toThrow(RangeError);
  expect(() => scoreFromEps([1], 1)).toThrow(RangeError);
  expect(() => addNoise([1, 2], [1], 0.5)).toThrow(RangeError);
  expect(() => trailingTimesteps(10, 11)).toThrow(RangeError);
});

function mixtureOf(input: Case['input'] | undefined): GaussianMixture {
  if (!input) throw new Error('no such case');
  const { weights, means, stds } = input;
  return weights.map((weight, k) => ({ weight, mean: means[k] ?? [0, 0], std: stds[k] ?? 1 }));
}
