import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countNgrams,
  greedySentence,
  logProbability,
  mostProbableSentence,
  type NgramModel,
  nextTokenDistribution,
} from '@/lib/ml/counting/ngram';

/** Four sentences small enough to count by hand. */
const small = ['a b .', 'a c .', 'a b b .', 'c .'].map((line) => line.split(' '));
const id = (model: NgramModel, token: string) => model.ids.get(token) ?? -1;
const idsOf = (model: NgramModel, text: string) => text.split(' ').map((token) => id(model, token));

const corpus = fc.array(
  fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 5 }).map((words) => [...words, '.']),
  { minLength: 1, maxLength: 8 },
);
const settings = fc.record({ order: fc.integer({ min: 1, max: 3 }), k: fc.constantFrom(0, 0.1, 1, 10) });

test('bigram maximum likelihood equals the counts by hand', () => {
  const model = countNgrams(small, 3);
  const first = nextTokenDistribution(model, [], { order: 2, k: 0 });
  expect(first.p[id(model, 'a')]).toBeCloseTo(3 / 4, 12);
  expect(first.p[id(model, 'c')]).toBeCloseTo(1 / 4, 12);
  const afterB = nextTokenDistribution(model, [id(model, 'b')], { order: 2, k: 0 });
  expect(afterB.p[id(model, '.')]).toBeCloseTo(2 / 3, 12);
  expect(afterB.p[id(model, 'b')]).toBeCloseTo(1 / 3, 12);
});

test('add-one smoothing adds one to each of the V counts', () => {
  const model = countNgrams(small, 2);
  const { p } = nextTokenDistribution(model, [id(model, 'b')], { order: 2, k: 1 });
  expect(model.vocabulary).toHaveLength(4);
  expect(p[id(model, '.')]).toBeCloseTo((2 + 1) / (3 + 4), 12);
  expect(p[id(model, 'a')]).toBeCloseTo(1 / (3 + 4), 12);
});

test('the probability of a sentence is the product of its factors', () => {
  const model = countNgrams(small, 2);
  const logP = logProbability(model, idsOf(model, 'a b .'), { order: 2, k: 0 });
  expect(Math.exp(logP)).toBeCloseTo((3 / 4) * (2 / 3) * (2 / 3), 12);
  expect(logProbability(model, idsOf(model, 'b .'), { order: 2, k: 0 })).toBe(Number.NEGATIVE_INFINITY);
});

test('a context that never occurred is uniform with smoothing and backs off without', () => {
  const model = countNgrams(small, 3);
  const history = idsOf(model, 'c b');
  expect(nextTokenDistribution(model, history, { order: 3, k: 0.5 }).p).toEqual([0.25, 0.25, 0.25, 0.25]);
  const backed = nextTokenDistribution(model, history, { order: 3, k: 0 });
  expect(backed.usedOrder).toBe(2);
  expect(backed.p).toEqual(nextTokenDistribution(model, idsOf(model, 'b'), { order: 2, k: 0 }).p);
});

test('every distribution sums to one, whatever the corpus, history and settings', () => {
  fc.assert(
    fc.property(corpus, settings, fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), (sentences, chosen, picks) => {
      const model = countNgrams(sentences, 3);
      const history = picks.map((pick) => pick % model.vocabulary.length);
      const { p } = nextTokenDistribution(model, history, chosen);
      expect(p.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
    }),
  );
});

/** Every sentence of `length` tokens that ends with the end token and holds it nowhere else. */
function allSentences(model: NgramModel, length: number): number[][] {
  const inner = model.vocabulary.map((_, token) => token).filter((token) => token !== model.end);
  let prefixes: number[][] = [[]];
  for (let t = 1; t < length; t += 1) prefixes = prefixes.flatMap((prefix) => inner.map((token) => [...prefix, token]));
  return prefixes.map((prefix) => [...prefix, model.end]);
}

test('the most probable sentence is the one exhaustive search finds', () => {
  fc.assert(
    fc.property(corpus, settings, fc.integer({ min: 1, max: 5 }), (sentences, chosen, length) => {
      const model = countNgrams(sentences, 3);
      const best = mostProbableSentence(model, chosen, length);
      const scores = allSentences(model, length).map((tokens) => logProbability(model, tokens, chosen));
      const top = Math.max(...scores);
      if (top === Number.NEGATIVE_INFINITY) expect(best).toBeNull();
      else {
        expect(best?.logP).toBeCloseTo(top, 9);
        expect(best?.tokens).toHaveLength(length);
        expect(logProbability(model, best?.tokens ?? [], chosen)).toBeCloseTo(top, 9);
      }
    }),
    { numRuns: 60 },
  );
});

test('greedy takes the largest factor each step and never beats the exact search', () => {
  fc.assert(
    fc.property(corpus, settings, (sentences, chosen) => {
      const model = countNgrams(sentences, 3);
      const greedy = greedySentence(model, chosen, 8);
      expect(greedy.logP).toBeCloseTo(logProbability(model, greedy.tokens, chosen), 9);
      greedy.tokens.forEach((token, t) => {
        const { p } = nextTokenDistribution(model, greedy.tokens.slice(0, t), chosen);
        expect(p[token]).toBe(Math.max(...p));
      });
      if (!greedy.finished) return;
      const best = mostProbableSentence(model, chosen, greedy.tokens.length);
      expect(best?.logP ?? Number.NaN).toBeGreaterThanOrEqual(greedy.logP - 1e-9);
    }),
  );
});

test('greedy that runs in a circle is cut and said to be unfinished', () => {
  const model = countNgrams([['a', 'a', 'a', 'a', '.']], 2);
  expect(greedySentence(model, { order: 2, k: 0 }, 6)).toMatchObject({ tokens: [0, 0, 0, 0, 0, 0], finished: false });
});

test('without smoothing, a length that cannot occur has no best sentence', () => {
  const model = countNgrams([['a', 'b', '.']], 3);
  expect(mostProbableSentence(model, { order: 3, k: 0 }, 5)).toBeNull();
  expect(mostProbableSentence(model, { order: 3, k: 0.1 }, 5)?.tokens).toHaveLength(5);
});

test('bad corpora and settings are refused', () => {
  expect(() => countNgrams([], 2)).toThrow(RangeError);
  expect(() => countNgrams([['a', '.'], ['a']], 2)).toThrow(RangeError);
  expect(() => countNgrams([['.', 'a', '.']], 2)).toThrow(RangeError);
  expect(() => countNgrams(small, 0)).toThrow(RangeError);
  const model = countNgrams(small, 2);
  expect(() => nextTokenDistribution(model, [], { order: 3, k: 0 })).toThrow(RangeError);
  expect(() => nextTokenDistribution(model, [], { order: 2, k: -1 })).toThrow(RangeError);
  expect(() => mostProbableSentence(model, { order: 2, k: 0 }, 0)).toThrow(RangeError);
});
