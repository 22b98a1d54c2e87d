import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatFormatIds, floatFormats } from '@/lib/ml/quant/float-format';
import {
  gradScalerRule,
  type LossScaleRule,
  scaleGradients,
  startLossScale,
  unscaleGradients,
  updateLossScale,
} from '@/lib/ml/quant/loss-scaling';
import reference from '@/tests/fixtures/reference/quant-formats.json';

type Case = { name: string; input: Record<string, unknown>; expected: Record<string, unknown> };
const named = (name: string): Case => {
  const found = (reference.cases as unknown as readonly Case[]).find((one) => one.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
};

test('counts what fp16 flushes to zero and what overflows at each scale, as torch does', () => {
  const { input, expected } = named('loss-scaling/fp16');
  const counts = (input.scales as number[]).map((scale) =>
    scaleGradients(input.gradients as number[], scale, floatFormats.fp16),
  );
  expect(counts.map(({ underflow }) => underflow)).toEqual(expected.flushedToZero);
  expect(counts.map(({ overflow }) => overflow)).toEqual(expected.overflow);
});

test('a scale too small flushes, one too large overflows, and a zero is no underflow', () => {
  const at = (scale: number, id: 'fp16' | 'bf16' = 'fp16') => scaleGradients([2 ** -26, 1, 0], scale, floatFormats[id]);
  expect(at(1)).toEqual({ underflow: 1, subnormal: 0, overflow: 0, nonZero: 2 });
  expect(at(2)).toMatchObject({ underflow: 1, subnormal: 0 });
  expect(at(4)).toMatchObject({ underflow: 0, subnormal: 1 });
  expect(at(2 ** 16)).toMatchObject({ underflow: 0, overflow: 1 });
  expect(at(1, 'bf16')).toEqual({ underflow: 0, subnormal: 0, overflow: 0, nonZero: 2 });
  expect(scaleGradients([448, 464, 465, -1e9], 1, floatFormats.e4m3fn).overflow).toBe(2);
});

test('the scale grows and backs off as GradScaler does', () => {
  const { input, expected } = named('loss-scaling/dynamic-scale');
  const rule: LossScaleRule = {
    init: input.init as number,
    growthFactor: input.growth as number,
    backoffFactor: input.backoff as number,
    growthInterval: input.growthInterval as number,
  };
  let state = startLossScale(rule);
  const scales = (input.foundInf as number[]).map((found) => {
    state = updateLossScale(state, found === 1, rule);
    return state.scale;
  });
  expect(scales).toEqual(expected.scaleAfterEachStep);
});

test('by default it starts at 2^16 and doubles after 2,000 good steps', () => {
  let state = startLossScale(gradScalerRule);
  for (let i = 0; i < 1999; i += 1) state = updateLossScale(state, false, gradScalerRule);
  expect(state.scale).toBe(65536);
  expect(updateLossScale(state, false, gradScalerRule)).toEqual({ scale: 131072, goodSteps: 0 });
});

test('unscaling undoes a power of two exactly and finds what is not finite', () => {
  const gradients = Float32Array.of(0.1, -3e-8, 0);
  const before = [...gradients];
  const scaled = gradients.map((g) => g * 1024);
  expect(unscaleGradients(scaled, 1024)).toEqual({ foundInf: false });
  expect([...scaled]).toEqual(before);
  expect(unscaleGradients(Float32Array.of(1, Infinity), 2).foundInf).toBe(true);
  expect(unscaleGradients(Float64Array.of(Number.NaN), 2).foundInf).toBe(true);
});

test('a larger scale never flushes more, and never overflows less', () => {
  const gradients = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(gradients, fc.constantFrom(...floatFormatIds), fc.integer({ min: -20, max: 40 }), (g, id, log) => {
      const low = scaleGradients(g, 2 ** log, floatFormats[id]);
      const high = scaleGradients(g, 2 ** (log + 1), floatFormats[id]);
      expect(high.underflow).toBeLessThanOrEqual(low.underflow);
      expect(high.overflow).toBeGreaterThanOrEqual(low.overflow);
      expect(low.underflow + low.subnormal + low.overflow).toBeLessThanOrEqual(low.nonZero);
    }),
  );
});

test('refuses rules that could not work', () => {
  for (const wrong of [{ init: 0 }, { growthFactor: 1 }, { backoffFactor: 1 }, { growthInterval: 0 }]) {
    expect(() => startLossScale({ ...gradScalerRule, ...wrong })).toThrow(RangeError);
  }
});
