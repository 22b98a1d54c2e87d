import { expect, test } from 'vitest';
import { slicedWasserstein } from '@/lib/ml/diffusion/sliced-wasserstein';
import { createRandom } from '@/lib/random';

const random = createRandom(1);
const cloud = Float64Array.from({ length: 200 }, () => random.normal());

test('a shifted cloud is as far as the mean length of the shift’s shadow', () => {
  // Mean of |cos| over all directions is 2/π; 16 directions come within a percent.
  const moved = cloud.map((v, i) => (i % 2 === 0 ? v + 3 : v + 4));
  expect(slicedWasserstein(cloud, moved, 16)).toBeCloseTo((5 * 2) / Math.PI, 1);
  expect(slicedWasserstein(cloud, moved, 1)).toBeCloseTo(3, 12);
});

test('is a distance: zero to itself in any order, symmetric, no shortcut through a third cloud', () => {
  const turned = Float64Array.from({ length: 200 }, (_, i) => cloud[(i + 60) % 200] ?? 0);
  expect(slicedWasserstein(cloud, turned)).toBeCloseTo(0, 12);
  const a = cloud.map((v) => 2 * v);
  const b = cloud.map((v) => v * v);
  expect(slicedWasserstein(a, b)).toBeCloseTo(slicedWasserstein(b, a), 12);
  expect(slicedWasserstein(a, b)).toBeLessThanOrEqual(
    slicedWasserstein(a, cloud) + slicedWasserstein(cloud, b) + 1e-12,
  );
});

test('the worked example: two points on a line', () => {
  // Along x the points match in order: |0 − 1| and |2 − 5|, mean 2. Along y all are 0. Two directions: (2 + 0) / 2.
  expect(slicedWasserstein([0, 0, 2, 0], [5, 0, 1, 0], 2)).toBeCloseTo(1, 12);
});

test('refuses clouds of different sizes, none at all, and no direction', () => {
  expect(() => slicedWasserstein([0, 0], [0, 0, 1, 1])).toThrow(RangeError);
  expect(() => slicedWasserstein([], [])).toThrow(RangeError);
  expect(() => slicedWasserstein([0, 0], [0, 0], 0)).toThrow(RangeError);
});
