import { expect, test } from 'vitest';
import { epsFromScore, guideEps } from '@/lib/ml/diffusion/diffusion';
import {
  type GaussianMixture,
  mixtureScore,
  noisedMixture,
  sampleMixture,
  viewMixture,
} from '@/lib/ml/diffusion/gaussian-mixture';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/diffusion.json';

type Case = {
  name: string;
  input: Record<'weights' | 'stds', number[]> &
    Record<'means' | 'points', [number, number][]> &
    Record<'alphaBar' | 'w' | 'condition', number>;
  expected: { logDensity: number[] } & Record<
    'score' | 'posterior' | 'eps' | 'epsUncond' | 'epsCond' | 'epsGuided',
    number[][]
  >;
};
const cases = reference.cases as unknown as Case[];
const named = (start: string) =>
  cases.filter(({ name }) => name.startsWith(start)).map((one) => [one.name, one] as const);
const mixtureOf = ({ weights, means, stds }: Case['input']): GaussianMixture =>
  weights.map((weight, k) => ({ weight, mean: means[k] ?? [0, 0], std: stds[k] ?? 1 }));
const anyMixture = (): GaussianMixture => {
  const first = cases.find(({ name }) => name.startsWith('gmm/score'));
  if (!first) throw new Error('no case with a score');
  return mixtureOf(first.input);
};
const near = (got: ArrayLike<number>, want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(Math.abs((got[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(value));
  });
};

test('all reference cases are there', () => {
  expect(named('gmm/score').length).toBe(4);
  expect(named('gmm/classifier-free-guidance').length).toBe(1);
});

test.each(named('gmm/score'))('%s agrees', (_, { input, expected }) => {
  const noised = noisedMixture(mixtureOf(input), input.alphaBar);
  const { points } = input;
  near(mixtureScore(noised, points.flat()), expected.score.flat());
  points.forEach(([x, y], i) => {
    const view = viewMixture(noised, x, y);
    near([view.logDensity], [expected.logDensity[i] ?? Number.NaN]);
    near(view.score, expected.score[i] ?? []);
    near(view.posterior, expected.posterior[i] ?? []);
  });
  if (expected.eps) near(epsFromScore(mixtureScore(noised, points.flat()), input.alphaBar), expected.eps.flat());
});

test.each(named('gmm/classifier-free-guidance'))('%s agrees', (_, { input, expected }) => {
  const mixture = mixtureOf(input);
  const of = (part: GaussianMixture) =>
    epsFromScore(mixtureScore(noisedMixture(part, input.alphaBar), input.points.flat()), input.alphaBar);
  const [all, one] = [of(mixture), of(mixture.slice(input.condition, input.condition + 1))];
  near(all, expected.epsUncond.flat());
  near(one, expected.epsCond.flat());
  near(guideEps(all, one, input.w), expected.epsGuided.flat());
});

test('the score is the slope of the log density', () => {
  const mixture = noisedMixture(anyMixture(), 0.4);
  const random = createRandom(2);
  const h = 1e-5;
  for (let i = 0; i < 50; i += 1) {
    const [x, y] = [3 * random.normal(), 3 * random.normal()];
    const log = (dx: number, dy: number) => viewMixture(mixture, x + dx, y + dy).logDensity;
    const { score } = viewMixture(mixture, x, y);
    expect((log(h, 0) - log(-h, 0)) / (2 * h)).toBeCloseTo(score[0], 5);
    expect((log(0, h) - log(0, -h)) / (2 * h)).toBeCloseTo(score[1], 5);
  }
});

test('far away, where every density is 0 in floating point, the score is still finite', () => {
  const mixture = noisedMixture(anyMixture(), 1);
  expect(mixtureScore(mixture, [1e4, -1e4]).every(Number.isFinite)).toBe(true);
});

test('samples have the mean and the spread of the mixture', () => {
  const mixture = anyMixture();
  const points = sampleMixture(mixture, 20_000, createRandom(4));
  const mean = (axis: number) => points.reduce((sum, v, i) => sum + (i % 2 === axis ? v : 0), 0) / 20_000;
  expect(mean(0)).toBeCloseTo(0.5 * -2 + 0.3 * 2, 1);
  expect(mean(1)).toBeCloseTo(0.3 * 1 + 0.2 * -2.5, 1);
});

test('refuses an empty mixture, a mode without width and a noise level that does not exist', () => {
  expect(() => mixtureScore([], [0, 0])).toThrow(RangeError);
  expect(() => viewMixture([{ weight: 1, mean: [0, 0], std: 0 }], 0, 0)).toThrow(RangeError);
  expect(() => noisedMixture([{ weight: 1, mean: [0, 0], std: 1 }], 1.5)).toThrow(RangeError);
});
