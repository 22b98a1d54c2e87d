import { expect, test } from 'vitest';
import {
  classify,
  createDenseClassifier,
  denseLayer,
  lossGradient,
  marginGradient,
  trainDenseClassifier,
} from '@/lib/ml/attack/dense-classifier';
import { createRandom } from '@/lib/random';

test('the worked example: y = W₂ relu(W₁ x + b₁) + b₂', () => {
  const model = {
    layers: [
      denseLayer(
        [
          [1, -1],
          [2, 0],
        ],
        [0, -1],
      ),
      denseLayer(
        [
          [1, 1],
          [0, 3],
        ],
        [0.5, 0],
      ),
    ],
  };
  // W₁ x + b₁ = [−1, 1], of which [0, 1] is left.
  expect([...classify(model, [1, 2])]).toEqual([1.5, 3]);
  expect(marginGradient(model, [1, 2], 1)).toEqual({ margin: 1.5, gradient: Float64Array.of(4, 0) });
});

test('the gradient is the slope of the loss', () => {
  const random = createRandom(3);
  const model = createDenseClassifier([5, 7, 3], random);
  const x = Float64Array.from({ length: 5 }, () => random.normal());
  const { gradient } = lossGradient(model, x, 2);
  gradient.forEach((slope, i) => {
    const at = (h: number) =>
      lossGradient(
        model,
        x.map((v, j) => (j === i ? v + h : v)),
        2,
      ).loss;
    expect((at(1e-6) - at(-1e-6)) / 2e-6).toBeCloseTo(slope, 6);
  });
});

test('two layers learn XOR, which one layer cannot', () => {
  const examples = [0, 1, 2, 3].map((n) => ({ x: [n % 2, n >> 1], label: (n % 2) ^ (n >> 1) }));
  const lossOf = (widths: number[]) => {
    const losses = trainDenseClassifier(createDenseClassifier(widths, createRandom(5)), examples, {
      steps: 400,
      learningRate: 0.05,
    });
    return losses.at(-1) ?? Number.NaN;
  };
  expect(lossOf([2, 8, 2])).toBeLessThan(0.05);
  expect(lossOf([2, 2])).toBeCloseTo(Math.log(2), 3);
});

test('refuses layers that do not fit, foreign labels and nothing to learn from', () => {
  expect(() => denseLayer([[1], [1, 2]], [0, 0])).toThrow(RangeError);
  expect(() => denseLayer([[1]], [0, 0])).toThrow(RangeError);
  expect(() => createDenseClassifier([3], createRandom(1))).toThrow(RangeError);
  const model = createDenseClassifier([2, 2], createRandom(1));
  expect(() => classify(model, [1])).toThrow(RangeError);
  expect(() => marginGradient(model, [1, 2], 2)).toThrow(RangeError);
  expect(() => trainDenseClassifier(model, [], { steps: 1, learningRate: 0.1 })).toThrow(RangeError);
});
