import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countNgrams, nextTokenDistribution } from '@/lib/ml/counting/ngram';
import { countNgramTable, tableDistribution, tableSurprise } from '@/lib/ml/counting/ngram-table';

const V = 4;
/** Sequences between boundaries 0. */
const sequences = fc.array(
  fc.array(fc.integer({ min: 1, max: V - 1 }), { maxLength: 8 }).map((ids) => [0, ...ids, 0]),
  { minLength: 1, maxLength: 12 },
);

test('counts by hand', () => {
  const table = countNgramTable(
    [
      [0, 1, 2, 0],
      [0, 1, 1, 0],
    ],
    2,
    V,
  );
  expect(tableDistribution(table, [0], 0.5)).toEqual([0.125, 0.625, 0.125, 0.125]);
  expect(tableDistribution(table, [0, 1], 1)).toEqual([2 / 7, 2 / 7, 2 / 7, 1 / 7]);
});

test('agrees with the n-gram model over words', () => {
  fc.assert(
    fc.property(sequences, fc.integer({ min: 1, max: 3 }), fc.constantFrom(0.1, 1), (all, order, k) => {
      // A final sentence with every token gives both the same vocabulary.
      const given = [...all, [0, 1, 2, 3, 0]];
      const table = countNgramTable(given, order, V);
      const words = countNgrams(
        given.map((ids) => ids.slice(1).map(String)),
        order,
      );
      const prefix = given[0]?.slice(0, -1) ?? [0];
      const past = prefix.slice(1).map((id) => words.ids.get(String(id)) ?? -1);
      const { p } = nextTokenDistribution(words, past, { order, k });
      const got = tableDistribution(table, prefix, k);
      for (let id = 0; id < V; id += 1)
        expect(got[id]).toBeCloseTo(p[words.ids.get(String(id)) ?? -1] ?? Number.NaN, 12);
    }),
  );
});

test('an unseen context is uniform, and every distribution sums to 1', () => {
  const table = countNgramTable([[0, 1, 0]], 3, V);
  expect(tableDistribution(table, [0, 2, 3], 0.1)).toEqual(Array.from({ length: V }, () => 0.25));
  fc.assert(
    fc.property(sequences, fc.integer({ min: 1, max: 4 }), (all, order) => {
      const p = tableDistribution(countNgramTable(all, order, V), all[0] ?? [0], 0.01);
      expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    }),
  );
});

test('the surprise of a sequence is the sum of the surprises of its tokens', () => {
  fc.assert(
    fc.property(sequences, fc.integer({ min: 1, max: 4 }), (all, order) => {
      const table = countNgramTable(all, order, V);
      const ids = all.at(-1) ?? [0, 0];
      const want = ids
        .slice(1)
        .reduce((sum, id, t) => sum - Math.log(tableDistribution(table, ids.slice(0, t + 1), 0.1)[id] ?? 0), 0);
      expect(tableSurprise(table, ids, 0.1)).toBeCloseTo(want, 10);
    }),
  );
});

test('refuses tables that do not fit, foreign ids and no smoothing', () => {
  expect(() => countNgramTable([], 8, 28)).toThrow(RangeError);
  expect(() => countNgramTable([[0, 9, 0]], 2, V)).toThrow(RangeError);
  expect(() => tableDistribution(countNgramTable([[0, 1, 0]], 2, V), [0], 0)).toThrow(RangeError);
});
