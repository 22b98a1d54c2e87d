import fc from 'fast-check';
import { expect, test } from 'vitest';
import { greedyToken } from '@/lib/ml/decoding/sample';
import {
  acceptanceRate,
  acceptProbability,
  bestGamma,
  expectedSpeedup,
  expectedTokens,
  type NextDistribution,
  oneHot,
  residualDistribution,
  speculativeDecode,
  speculativeRound,
} from '@/lib/ml/decoding/speculative';
import { chiSquareTest } from '@/lib/ml/metrics/chi-square';
import { softmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/speculative.json';

const named = <T>(name: string) => reference.cases.find((one) => one.name === name) as unknown as T;
type Expected = {
  name: string;
  input: { alpha: number; gamma: number; draftCostRatio: number };
  expected: { expectedTokens: number; speedup: number };
};
const expectedCases = (reference.cases as unknown as Expected[]).filter(({ name }) =>
  name.startsWith('speculative/expected/'),
);

test.each(expectedCases)('agrees with the formula of the paper: $name', ({ input, expected }) => {
  expect(expectedTokens(input.alpha, input.gamma)).toBeCloseTo(expected.expectedTokens, 10);
  expect(expectedSpeedup(input.alpha, input.gamma, input.draftCostRatio)).toBeCloseTo(expected.speedup, 10);
});

test('agrees on acceptance and residual of one position', () => {
  const { input, expected } = named<{
    input: { target: number[]; draft: number[] };
    expected: { acceptProbability: number[]; alpha: number; residual: number[]; outputDistribution: number[] };
  }>('speculative/accept-and-residual');
  const { target, draft } = input;
  const accept = target.map((_, token) => acceptProbability(target, draft, token));
  const residual = residualDistribution(target, draft);
  const alpha = acceptanceRate(target, draft);
  accept.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.acceptProbability[i] ?? Number.NaN, 12);
  });
  residual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.residual[i] ?? Number.NaN, 12);
  });
  expect(alpha).toBeCloseTo(expected.alpha, 12);
  const output = draft.map((q, i) => q * (accept[i] ?? 0) + (1 - alpha) * (residual[i] ?? 0));
  output.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.outputDistribution[i] ?? Number.NaN, 12);
  });
});

test('finds the best number of drafts', () => {
  const { input, expected } = named<{ input: { alphaCost: [number, number][] }; expected: { gamma: number[] } }>(
    'speculative/best-gamma-1-to-20',
  );
  expect(input.alphaCost.map(([alpha, cost]) => bestGamma(alpha, cost))).toEqual(expected.gamma);
});

test('a draft that agrees too rarely for its price is not worth it', () => {
  expect(bestGamma(0.3, 0.5)).toBe(0);
  expect(expectedTokens(1, 4)).toBe(5);
  expect(expectedTokens(0, 4)).toBe(1);
});

const V = 6;
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: V, maxLength: V });
const normalise = (values: readonly number[]) => {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
};

test('what is kept and what replaces the rest add up to the target, for any draft', () => {
  fc.assert(
    fc.property(weights, weights, (a, b) => {
      const [p, q] = [normalise(a), normalise(b)];
      const alpha = acceptanceRate(p, q);
      const residual = residualDistribution(p, q);
      p.forEach((want, i) => {
        const got = (q[i] ?? 0) * acceptProbability(p, q, i) + (1 - alpha) * (residual[i] ?? 0);
        expect(got).toBeCloseTo(want, 9);
      });
    }),
  );
});

/** A fixed random table of logits by the last token: a little Markov chain. */
function chain(seed: number, temperature = 1): NextDistribution {
  const random = createRandom(seed);
  const rows = Array.from({ length: V }, () =>
    softmax(
      Array.from({ length: V }, () => 1.5 * random.normal()),
      temperature,
    ),
  );
  return (tokens) => rows[tokens.at(-1) ?? 0] ?? [];
}

/** Counts pairs (second and third token after [0]) over 20,000 seeded rounds and holds them against the target's exact joint distribution. */
function pairTest(
  target: NextDistribution,
  draft: NextDistribution,
  gamma: number,
  rule: 'exact' | 'no-residual' | 'accept-all',
) {
  const counts = Array.from({ length: V * V }, () => 0);
  const random = createRandom(99).split(`${gamma}`);
  for (let n = 0; n < 20_000; n += 1) {
    const { tokens } = speculativeDecode(target, draft, [0], { gamma, random, rule, length: 2 });
    const cell = (tokens[0] ?? 0) * V + (tokens[1] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const joint = target([0]).flatMap((p, first) => target([0, first]).map((next) => p * next));
  return chiSquareTest(counts, joint);
}

test.each([1, 2, 4])('keeps the distribution of the target over two tokens: gamma %i', (gamma) => {
  expect(pairTest(chain(1), chain(2), gamma, 'exact').pValue).toBeGreaterThan(0.01);
});

test.each([0.5, 1.5])('keeps it at temperature %f too', (temperature) => {
  expect(pairTest(chain(1, temperature), chain(2, temperature), 3, 'exact').pValue).toBeGreaterThan(0.01);
});

test.each(['no-residual', 'accept-all'] as const)('the test sees what %s does to the distribution', (rule) => {
  expect(pairTest(chain(1), chain(2), 2, rule).pValue).toBeLessThan(1e-6);
});

test('is greedy decoding of the target, token for token, when both are greedy', () => {
  const greedy =
    (next: NextDistribution): NextDistribution =>
    (tokens) =>
      oneHot(V, greedyToken(next(tokens)));
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 0, max: 8 }), (a, b, gamma) => {
      const target = greedy(chain(a));
      const plain = [0];
      while (plain.length < 25) plain.push(greedyToken(target(plain)));
      const { tokens } = speculativeDecode(target, greedy(chain(b)), [0], {
        gamma,
        random: createRandom(a),
        length: 24,
      });
      expect([0, ...tokens]).toEqual(plain);
    }),
  );
});

test('a draft equal to the target is always accepted and yields gamma + 1 tokens a pass', () => {
  const { counts, tokens } = speculativeDecode(chain(5), chain(5), [0], {
    gamma: 4,
    random: createRandom(1),
    length: 100,
  });
  expect(counts).toEqual({ targetPasses: 20, draftSteps: 80, judged: 80, accepted: 80 });
  expect(tokens.length).toBe(100);
});

test('yields as many tokens a pass as the formula says when each draft is kept with one chance', () => {
  // The same p and q everywhere, so that acceptance is independent, which is what the formula assumes.
  const [p, q] = [normalise([5, 3, 2, 1, 1, 1]), normalise([1, 1, 4, 3, 1, 1])];
  const alpha = acceptanceRate(p, q);
  const { counts } = speculativeDecode(
    () => p,
    () => q,
    [0],
    { gamma: 4, random: createRandom(3), length: 6000 },
  );
  expect(counts.accepted / counts.judged).toBeCloseTo(alpha, 1);
  expect(6000 / counts.targetPasses / expectedTokens(alpha, 4)).toBeCloseTo(1, 1);
  expect(Math.abs(6000 / counts.targetPasses / expectedTokens(alpha, 4) - 1)).toBeLessThan(0.03);
});

test('counts every draft once: kept from the front, then one rejected, then not judged', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 0, max: 6 }), (seed, gamma) => {
      const round = speculativeRound(chain(seed), chain(seed + 1), [0], { gamma, random: createRandom(seed) });
      expect(round.tokens.length).toBe(round.accepted + 1);
      expect(round.drafted.filter(({ uniform }) => uniform !== null).length).toBe(round.judged);
      expect(round.last.kind).toBe(round.accepted === gamma ? 'bonus' : 'residual');
      if (round.last.kind === 'residual') {
        const { target, draft } = round.drafted[round.accepted] ?? { target: [], draft: [] };
        const { token } = round.last;
        expect(target[token]).toBeGreaterThan(draft[token] ?? 1);
      }
    }),
  );
});

test('leaving out what nobody reads changes no token', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 0, max: 6 }), (seed, gamma) => {
      const round = (scoreAll: boolean) =>
        speculativeRound(chain(seed), chain(seed + 1), [0], { gamma, random: createRandom(seed), scoreAll });
      const [all, needed] = [round(true), round(false)];
      expect(needed.tokens).toEqual(all.tokens);
      expect(needed.drafted.map(({ target }) => target.length > 0)).toEqual(all.drafted.map((_, i) => i < all.judged));
    }),
  );
});

test('refuses what has no meaning', () => {
  expect(() => expectedTokens(1.2, 4)).toThrow(RangeError);
  expect(() => expectedTokens(0.5, 1.5)).toThrow(RangeError);
  expect(() => expectedSpeedup(0.5, 2, -1)).toThrow(RangeError);
  expect(() => acceptanceRate([1], [0.5, 0.5])).toThrow(RangeError);
});
