import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipGradNorm, globalNorm } from '@/lib/ml/optim/clip';
import reference from '@/tests/fixtures/reference/optim.json';

type Case = {
  name: string;
  input: { grads: (number | number[])[][]; maxNorm: number };
  expected: { totalNormBefore: number; clipped: (number | number[])[][] };
};
const cases = (reference.cases as unknown as Case[]).filter((one) => one.name.startsWith('clip/by-global-norm/'));

test('a clipped and an untouched gradient are there', () => {
  expect(cases.map(({ name }) => name)).toEqual(['clip/by-global-norm/max=1', 'clip/by-global-norm/max=100']);
});

test.each(cases.map((one) => [one.name, one] as const))(
  'agrees with clip_grad_norm_ on %s',
  (_, { input, expected }) => {
    const grads = Float64Array.from(input.grads.flat(2));
    expect(globalNorm(grads)).toBeCloseTo(expected.totalNormBefore, 12);
    expect(clipGradNorm(grads, input.maxNorm)).toBeCloseTo(expected.totalNormBefore, 12);
    expected.clipped.flat(2).forEach((want, i) => {
      expect(grads[i]).toBeCloseTo(want, 12);
    });
  },
);

test('the norm ends at most at the limit, and the direction stays', () => {
  const grad = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(grad, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, limit) => {
      const grads = Float64Array.from(values);
      const before = clipGradNorm(grads, limit);
      const now = globalNorm(grads);
      expect(now).toBeLessThanOrEqual(limit * (1 + 1e-12));
      values.forEach((value, i) => {
        expect((grads[i] ?? Number.NaN) * before).toBeCloseTo(value * now, 6);
      });
    }),
  );
});

test('no limit leaves the gradients alone, and a limit of 0 is refused', () => {
  const grads = Float32Array.of(3, 4);
  expect(clipGradNorm(grads, Number.POSITIVE_INFINITY)).toBe(5);
  expect(Array.from(grads)).toEqual([3, 4]);
  expect(() => clipGradNorm(grads, 0)).toThrow('maxNorm');
});
