import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastiveScores } from '@/lib/ml/decoding/contrastive-decoding';
import {
  applyFilters,
  type Filter,
  filteredDistribution,
  greedyToken,
  penalizeRepetition,
  sampleToken,
} from '@/lib/ml/decoding/sample';
import { softmax } from '@/lib/ml/softmax';
import reference from '@/tests/fixtures/reference/sampling.json';

type Case = {
  name: string;
  input: { logits: number[]; pipeline: Filter[] };
  expected: { kept: number[]; probs: number[] };
};
const { abs, rel } = reference.tolerance.float64;
const named = <T>(name: string) => reference.cases.find((one) => one.name === name) as unknown as T;
const close = (got: readonly number[], want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  got.forEach((value, i) => {
    expect(Math.abs(value - (want[i] ?? Number.NaN))).toBeLessThanOrEqual(abs + rel * Math.abs(want[i] ?? 0));
  });
};

const filters = (reference.cases as unknown as Case[]).filter(({ input }) => 'pipeline' in input);

test('there are pipelines to compare', () => {
  expect(filters.length).toBe(16);
});

test.each(filters)('agrees with transformers: $name', ({ input, expected }) => {
  const p = filteredDistribution(input.logits, input.pipeline);
  close(p, expected.probs);
  expect(p.flatMap((value, i) => (value > 0 ? [i] : []))).toEqual(expected.kept);
});

test('agrees with transformers: repetition penalty on both signs', () => {
  const { input, expected } = named<{
    input: { logits: number[]; previousTokens: number[]; penalty: number };
    expected: { logits: number[]; probs: number[] };
  }>('sampling/repetition-penalty');
  const logits = penalizeRepetition(input.logits, input.previousTokens, input.penalty);
  close(logits, expected.logits);
  close(softmax(logits), expected.probs);
});

test('agrees with the formula of contrastive decoding', () => {
  const { input, expected } = named<{
    input: { expertLogits: number[]; amateurLogits: number[]; alpha: number; amateurTemperature: number };
    expected: { allowed: boolean[]; score: (number | string)[]; choice: number };
  }>('sampling/contrastive-decoding');
  const scores = contrastiveScores(input.expertLogits, input.amateurLogits, input);
  expect(scores.map(Number.isFinite)).toEqual(expected.allowed);
  close(
    scores.filter(Number.isFinite),
    expected.score.filter((score): score is number => typeof score === 'number'),
  );
  expect(greedyToken(scores)).toBe(expected.choice);
});

test('draws by the inverse CDF in index order', () => {
  const { input, expected } = named<{
    input: { probs: number[]; uniforms: number[] };
    expected: { indices: number[] };
  }>('sampling/inverse-cdf-index-order');
  expect(input.uniforms.map((uniform) => sampleToken(input.probs, uniform))).toEqual(expected.indices);
});

const logits = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 30 });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ type: fc.constant('temperature' as const), value: fc.double({ min: 0.05, max: 5, noNaN: true }) }),
  fc.record({ type: fc.constant('topK' as const), value: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ type: fc.constantFrom('topP' as const, 'minP' as const, 'typicalP' as const), value: share }),
);

test('no pipeline leaves nothing, and what it leaves is a distribution', () => {
  fc.assert(
    fc.property(logits, fc.array(filter, { maxLength: 5 }), share, (z, pipeline, uniform) => {
      const p = filteredDistribution(z, pipeline);
      expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      expect(p[sampleToken(p, uniform)]).toBeGreaterThan(0);
    }),
  );
});

test('top-p keeps the smallest set: it reaches p, and no set of fewer tokens does', () => {
  fc.assert(
    fc.property(logits, share, (z, mass) => {
      const p = softmax(z);
      const filtered = applyFilters(z, [{ type: 'topP', value: mass }]);
      const kept = p.filter((_, i) => filtered[i] !== Number.NEGATIVE_INFINITY);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(kept)).toBeGreaterThanOrEqual(mass - 1e-9);
      const largest = [...p].sort((a, b) => b - a).slice(0, kept.length - 1);
      expect(sum(largest)).toBeLessThan(mass + 1e-9);
      expect(sum(kept)).toBeCloseTo(sum([...p].sort((a, b) => b - a).slice(0, kept.length)), 9);
    }),
  );
});

test('top-k keeps exactly k even among equals, top-p of 1 and min-p of 0 keep everything', () => {
  expect(applyFilters([1, 1, 1, 1], [{ type: 'topK', value: 2 }]).filter(Number.isFinite)).toEqual([1, 1]);
  fc.assert(
    fc.property(logits, (z) => {
      expect(applyFilters(z, [{ type: 'topP', value: 1 }])).toEqual(z);
      expect(applyFilters(z, [{ type: 'minP', value: 0 }])).toEqual(z);
    }),
  );
});

test('the most likely token survives every filter but the typical one', () => {
  fc.assert(
    fc.property(logits, filter, (z, one) => {
      fc.pre(one.type !== 'typicalP');
      const best = greedyToken(softmax(z));
      expect(applyFilters(z, [one])[best]).not.toBe(Number.NEGATIVE_INFINITY);
    }),
  );
});

test('typical sampling may drop the most likely token', () => {
  // Sharp top, long flat tail: its surprise is far below the entropy.
  const z = [2.5, ...Array.from({ length: 29 }, () => 0)];
  expect(applyFilters(z, [{ type: 'typicalP', value: 0.5 }])[0]).toBe(Number.NEGATIVE_INFINITY);
});

test('the repetition penalty of 1 changes nothing', () => {
  fc.assert(
    fc.property(logits, (z) => {
      expect(penalizeRepetition(z, [0, 3, 3], 1)).toEqual(z);
    }),
  );
});

test('an amateur equal to the expert leaves all plausible tokens equal', () => {
  fc.assert(
    fc.property(logits, share, (z, alpha) => {
      for (const score of contrastiveScores(z, z, { alpha }))
        if (Number.isFinite(score)) expect(score).toBeCloseTo(0, 9);
    }),
  );
});

test('an amateur that rules a token out gives it a high score, not an infinite one', () => {
  const scores = contrastiveScores([1, 0], [0, Number.NEGATIVE_INFINITY], { alpha: 0 });
  expect(scores.every(Number.isFinite)).toBe(true);
  expect(greedyToken(scores)).toBe(1);
});

test('says which value is outside the range', () => {
  for (const [one, message] of [
    [{ type: 'topK', value: 0 }, 'topK cannot be 0'],
    [{ type: 'topP', value: 0 }, 'topP cannot be 0'],
    [{ type: 'minP', value: 1.5 }, 'minP cannot be 1.5'],
    [{ type: 'temperature', value: 0 }, 'temperature cannot be 0'],
  ] as const) {
    expect(() => applyFilters([1, 2], [one])).toThrow(message);
  }
  expect(() => sampleToken([0.5, 0.5], 1)).toThrow(RangeError);
  expect(() => sampleToken([0, 0], 0.5)).toThrow('no token has any probability');
  expect(() => penalizeRepetition([1], [0], 0)).toThrow(RangeError);
  expect(() => contrastiveScores([1, 2], [1], { alpha: 0.1 })).toThrow(RangeError);
});
