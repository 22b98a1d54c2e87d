import fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusChrf, sentenceChrf } from '@/lib/ml/metrics/chrf';
import { casesOf, expectClose } from './cases';

type Options = {
  readonly charOrder: number;
  readonly wordOrder: number;
  readonly beta: number;
  readonly lowercase?: boolean;
  readonly removeWhitespace?: boolean;
  readonly epsSmoothing?: boolean;
};
type Corpus = { readonly candidates: string[]; readonly references: string[][]; readonly options: Options };

const corpora = casesOf<Corpus, { score: number }>(/^chrf\/(?!sentence)/);

test.each(corpora)('agrees with sacreBLEU: $name', ({ input, expected }) => {
  const { candidates, options } = input;
  const references = candidates.map((_, i) => input.references.map((reference) => reference[i] ?? ''));
  const score = corpusChrf(candidates, references, {
    characterOrder: options.charOrder,
    wordOrder: options.wordOrder,
    beta: options.beta,
    lowercase: options.lowercase ?? false,
    whitespace: !(options.removeWhitespace ?? true),
    epsilonSmoothing: options.epsSmoothing ?? false,
  });
  expectClose(score, expected.score);
});

test.each(casesOf<{ candidate: string; references: string[] }, { score: number }>(/^chrf\/sentence/))(
  'agrees with sacreBLEU on a sentence: $name',
  ({ input, expected }) => expectClose(sentenceChrf(input.candidate, input.references), expected.score),
);

test('an identical text scores 100, any text between 0 and 100', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== '');
  fc.assert(
    fc.property(text, text, fc.nat(2), (one, other, wordOrder) => {
      expect(sentenceChrf(one, [one], { wordOrder })).toBeCloseTo(100, 9);
      const score = sentenceChrf(one, [other], { wordOrder });
      expect(score >= 0 && score <= 100 + 1e-9).toBe(true);
    }),
  );
});

test('says what is wrong with bad input', () => {
  expect(() => corpusChrf(['a'], [])).toThrow(/1 candidates but 0/);
  expect(() => sentenceChrf('a', [])).toThrow(/at least one reference/);
  for (const options of [{ characterOrder: 0 }, { wordOrder: -1 }, { beta: 0 }]) {
    expect(() => sentenceChrf('a', ['a'], options)).toThrow(RangeError);
  }
});
