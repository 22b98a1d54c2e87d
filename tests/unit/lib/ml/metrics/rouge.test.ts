import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lcsLength,
  lcsPath,
  type RougeScore,
  rougeL,
  rougeLSummary,
  rougeN,
  rougeS,
  rougeTokens,
} from '@/lib/ml/metrics/rouge';
import { casesOf, expectClose } from './cases';

type Pair = { readonly reference: string; readonly candidate: string };
type Expected = {
  readonly rouge1: RougeScore;
  readonly rouge2: RougeScore;
  readonly rougeL: RougeScore & { lcs: number };
};

test.each(casesOf<Pair, Expected>(/^rouge\/(?!skip)/))('agrees with rouge_score: $name', ({ input, expected }) => {
  const candidate = rougeTokens(input.candidate);
  const reference = rougeTokens(input.reference);
  const { lcs, ...longest } = expected.rougeL;
  const pairs = [
    [rougeN(candidate, reference, 1), expected.rouge1],
    [rougeN(candidate, reference, 2), expected.rouge2],
    [rougeL(candidate, reference), longest],
  ] as const;
  for (const [got, want] of pairs) {
    expectClose([got.precision, got.recall, got.f1], [want.precision, want.recall, want.f1]);
  }
  expect(lcsLength(candidate, reference)).toBe(lcs);
});

test.each(casesOf<{ a: number[]; b: number[] }, { length: number }>(/^lcs/))('finds $name', ({ input, expected }) => {
  expect(lcsLength(input.b, input.a)).toBe(expected.length);
});

test.each(casesOf<{ references: string[]; candidates: string[] }, { matches: number[]; total: number }>(/skip-bigram/))(
  'counts $name as Lin 2004 does',
  ({ input, expected }) => {
    input.candidates.forEach((candidate, i) => {
      const got = rougeS(rougeTokens(candidate), rougeTokens(input.references[i] ?? ''));
      expect(got.matches).toBe(expected.matches[i]);
      expect(got.referencePairs).toBe(expected.total);
    });
  },
);

test('unites subsequences over sentences as the published test of rouge_score', () => {
  const words = (text: string) => text.split(' ');
  const got = rougeLSummary([words('w1 w2 w6 w7 w8'), words('w1 w3 w8 w9 w5')], [words('w1 w2 w3 w4 w5')]);
  expectClose([got.recall, got.precision, got.f1], [4 / 5, 4 / 10, 8 / 15]);
});

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 14 });

test('the path is a common subsequence of the stated length', () => {
  fc.assert(
    fc.property(tokens, tokens, (candidate, reference) => {
      const path = lcsPath(candidate, reference);
      expect(path.length).toBe(lcsLength(candidate, reference));
      path.forEach((pair, i) => {
        expect(candidate[pair.candidate]).toBe(reference[pair.reference]);
        const before = path[i - 1];
        if (before) expect(pair.candidate > before.candidate && pair.reference > before.reference).toBe(true);
      });
    }),
  );
});

test('ROUGE-L never exceeds ROUGE-1, in recall and in precision', () => {
  fc.assert(
    fc.property(tokens, tokens, (candidate, reference) => {
      const longest = rougeL(candidate, reference);
      const single = rougeN(candidate, reference, 1);
      expect(longest.recall).toBeLessThanOrEqual(single.recall);
      expect(longest.precision).toBeLessThanOrEqual(single.precision);
    }),
  );
});

test('order does not matter to ROUGE-1, and a text agrees with itself', () => {
  fc.assert(
    fc.property(tokens, tokens, (candidate, reference) => {
      expect(rougeN(candidate.toReversed(), reference, 1)).toEqual(rougeN(candidate, reference, 1));
      if (candidate.length > 0) expect(rougeL(candidate, candidate).f1).toBe(1);
    }),
  );
});

test('its own tokens leave nothing of a Chinese text', () => {
  expect(rougeTokens('不要删除 12 份备份。')).toEqual(['12']);
  expect(() => rougeN(['a'], ['a'], 0)).toThrow(RangeError);
});
