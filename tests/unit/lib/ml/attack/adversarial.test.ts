import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fgsm, hotflipGains, l2Step, linearWorstCase, pgd, signStep, signStepGain } from '@/lib/ml/attack/adversarial';
import {
  classify,
  createDenseClassifier,
  type DenseClassifier,
  denseLayer,
  lossGradient,
  marginGradient,
} from '@/lib/ml/attack/dense-classifier';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/adversarial.json';

type Rows = number[][];
/** All fields that some case has; each test reads those of its own kind. */
type Case = {
  name: string;
  input: Record<'W1' | 'W2' | 'embedding' | 'W' | 'x', Rows> &
    Record<'b1' | 'b2' | 'labels' | 'tokens' | 'w', number[]> &
    Record<'epsilon' | 'stepSize' | 'steps' | 'label', number> & {
      b: number & number[];
      y: 1 | -1;
      clip: [number, number] | null;
      targeted: boolean;
    };
  expected: Record<'logits' | 'gradX' | 'xAdv' | 'logitsAdv' | 'gradEmbeddings' | 'firstOrderGain', Rows> &
    Record<'exactGain', Rows> &
    Record<'lossSum' | 'lossSumAdv' | 'margin' | 'marginAdv' | 'marginDrop' | 'smallestEpsilonToFlip', number> &
    Record<'loss' | 'lossAdv', number> &
    Record<'pred' | 'predAdv' | 'lossPerStep' | 'gradNorm' | 'bestFirstOrder' | 'bestExact', number[]>;
};
const cases = reference.cases as unknown as Case[];
const named = (...starts: string[]) => {
  const found = cases.filter(({ name }) => starts.some((start) => name.startsWith(start)));
  if (found.length === 0) throw new Error(`no case ${starts}`);
  return found.map((one) => [one.name, one] as const);
};
const near = (got: ArrayLike<number>, want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  want.forEach((value, i) => {
    expect(Math.abs((got[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(value));
  });
};
const modelOf = ({ W1, b1, W2, b2 }: Case['input']): DenseClassifier => ({
  layers: W2 ? [denseLayer(W1, b1), denseLayer(W2, b2)] : [denseLayer(W1, b1)],
});
const best = (logits: ArrayLike<number>) => Array.from(logits).indexOf(Math.max(...Array.from(logits)));

test('every case but the debiasing one is there', () => {
  expect(cases.length).toBe(13);
});

test.each(named('linear-binary'))('%s agrees: the drop is exactly epsilon times the L1 norm', (_, one) => {
  const { w, b, y, epsilon } = one.input;
  const x = one.input.x as unknown as number[];
  const got = linearWorstCase(w, b, x, y, epsilon);
  const { expected } = one;
  near(
    [got.margin, got.marginAfter, got.margin - got.marginAfter, signStepGain(w, epsilon), got.smallestEpsilon],
    [expected.margin, expected.marginAdv, expected.marginDrop, expected.marginDrop, expected.smallestEpsilonToFlip],
  );
  near(got.x, expected.xAdv as unknown as number[]);
  near([Math.log1p(Math.exp(-got.margin)), Math.log1p(Math.exp(-got.marginAfter))], [expected.loss, expected.lossAdv]);
});

test.each(named('fgsm/linear-softmax', 'fgsm/mlp'))('%s agrees', (_, { input, expected }) => {
  const model = modelOf(input);
  const { epsilon, labels, targeted } = input;
  const clip = input.clip ?? undefined;
  let [before, after] = [0, 0];
  input.x.forEach((x, n) => {
    const label = labels[n] ?? 0;
    const { loss, gradient, logits } = lossGradient(model, x, label);
    near(logits, expected.logits[n] ?? []);
    near(gradient, expected.gradX[n] ?? []);
    const moved = fgsm(model, x, label, { epsilon, clip, targeted });
    near(moved, expected.xAdv[n] ?? []);
    near(classify(model, moved), expected.logitsAdv[n] ?? []);
    expect([best(logits), best(classify(model, moved))]).toEqual([expected.pred[n], expected.predAdv[n]]);
    before += loss;
    after += lossGradient(model, moved, label).loss;
  });
  near([before, after], [expected.lossSum, expected.lossSumAdv]);
});

test.each(named('pgd'))('%s agrees', (_, { input, expected }) => {
  const model = modelOf(input);
  const { epsilon, stepSize, steps } = input;
  const runs = input.x.map((x, n) =>
    pgd(model, x, input.labels[n] ?? 0, { epsilon, stepSize, steps, clip: input.clip ?? undefined }),
  );
  runs.forEach((run, n) => {
    near(run.x, expected.xAdv[n] ?? []);
  });
  near(
    expected.lossPerStep.map((_, step) => runs.reduce((sum, { losses }) => sum + (losses[step] ?? Number.NaN), 0)),
    expected.lossPerStep,
  );
});

test.each(named('fgm-l2'))('%s agrees', (_, { input, expected }) => {
  const model = modelOf(input);
  let after = 0;
  input.x.forEach((x, n) => {
    const label = input.labels[n] ?? 0;
    const { gradient } = lossGradient(model, x, label);
    near([Math.hypot(...gradient)], [expected.gradNorm[n] ?? Number.NaN]);
    const moved = l2Step(x, gradient, input.epsilon);
    near(moved, expected.xAdv[n] ?? []);
    after += lossGradient(model, moved, label).loss;
  });
  near([after], [expected.lossSumAdv]);
});

test.each(named('fgsm/zero'))('%s: what does not matter is not moved', (_, { input, expected }) => {
  const got = linearWorstCase(input.w, input.b, input.x as unknown as number[], input.y, input.epsilon);
  near(got.x, expected.xAdv as unknown as number[]);
});

test.each(named('hotflip'))('%s agrees', (_, { input, expected }) => {
  const { embedding, W, b, tokens, label } = input;
  const head: DenseClassifier = { layers: [denseLayer(W, b)] };
  const pooled = (ids: readonly number[]) =>
    [0, 1, 2].map((k) => ids.reduce((sum, id) => sum + (embedding[id]?.[k] ?? 0), 0) / ids.length);
  const { loss, gradient } = lossGradient(head, pooled(tokens), label);
  near([loss], [expected.loss]);
  const gradients = tokens.flatMap(() => Array.from(gradient, (g) => g / tokens.length));
  near(gradients, expected.gradEmbeddings.flat());
  const gains = hotflipGains(embedding.flat(), tokens, gradients);
  near(gains, expected.firstOrderGain.flat());
  const exact = tokens.flatMap((_, i) =>
    embedding.map((_, v) => lossGradient(head, pooled(tokens.map((id, j) => (j === i ? v : id))), label).loss - loss),
  );
  near(exact, expected.exactGain.flat());
  const placeOf = (all: ArrayLike<number>) => [Math.floor(best(all) / embedding.length), best(all) % embedding.length];
  expect([placeOf(gains), placeOf(exact)]).toEqual([expected.bestFirstOrder, expected.bestExact]);
});

test('no point of the box is worse for a linear model than the sign step', () => {
  const random = createRandom(9);
  const w = Float64Array.from({ length: 12 }, () => random.normal());
  const x = Float64Array.from({ length: 12 }, () => random.normal());
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), (u) => {
      const { marginAfter } = linearWorstCase(w, 0.3, x, 1, 0.2);
      const other = x.reduce((sum, value, i) => sum + (w[i] ?? 0) * (value + 0.2 * (u[i] ?? 0)), 0.3);
      expect(marginAfter).toBeLessThanOrEqual(other + 1e-12);
    }),
  );
});

test('the margin’s gradient is its slope, and the first-order gain is right for a small step only', () => {
  const random = createRandom(2);
  const model = createDenseClassifier([8, 16, 3], random);
  const x = Float64Array.from({ length: 8 }, () => random.normal());
  const { margin, gradient } = marginGradient(model, x, 1);
  const dropAt = (epsilon: number) =>
    margin - marginGradient(model, signStep(x, gradient, { epsilon, targeted: true }), 1).margin;
  expect(dropAt(1e-5)).toBeCloseTo(signStepGain(gradient, 1e-5), 9);
  expect(Math.abs(dropAt(1) - signStepGain(gradient, 1))).toBeGreaterThan(0.01);
});

test('a clipped attack stays in its box, whatever it is given', () => {
  const model = createDenseClassifier([6, 5, 2], createRandom(4));
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (x, epsilon) => {
        const { x: moved } = pgd(model, x, 0, { epsilon, stepSize: epsilon / 3, steps: 5, clip: [0, 1] });
        moved.forEach((value, i) => {
          expect(value >= 0 && value <= 1).toBe(true);
          expect(Math.abs(value - (x[i] ?? 0))).toBeLessThanOrEqual(epsilon + 1e-12);
        });
      },
    ),
  );
});

test('refuses what is no attack', () => {
  const model = createDenseClassifier([2, 2], createRandom(1));
  expect(() => fgsm(model, [0, 0], 0, { epsilon: -1 })).toThrow(RangeError);
  expect(() => fgsm(model, [0, 0], 2, { epsilon: 0.1 })).toThrow(RangeError);
  expect(() => fgsm(model, [0], 0, { epsilon: 0.1 })).toThrow(RangeError);
  expect(() => l2Step([0], [1], Number.NaN)).toThrow(RangeError);
  expect(() => hotflipGains([1, 2, 3], [0], [1, 1])).toThrow(RangeError);
  expect(() => hotflipGains([1, 2], [5], [1])).toThrow(RangeError);
});
