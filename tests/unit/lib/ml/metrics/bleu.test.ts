import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BleuOptions,
  type BleuSmoothing,
  bleuFromStatistics,
  corpusBleu,
  sentenceBleu,
} from '@/lib/ml/metrics/bleu';
import type { BleuTokenizer } from '@/lib/ml/metrics/tokenize';
import { casesOf, expectClose } from './cases';

type Corpus = {
  readonly candidates: string[];
  /** [reference][segment], as sacreBLEU takes them. */
  readonly references: string[][];
  readonly options: {
    readonly tokenize: BleuTokenizer;
    readonly smooth: BleuSmoothing['method'];
    readonly smoothValue: number | null;
    readonly maxOrder: number;
    readonly lowercase: boolean;
    readonly effectiveOrder: boolean;
  };
};
type Expected = {
  readonly score: number;
  readonly precisions: number[];
  readonly bp: number;
  readonly sysLen: number;
  readonly refLen: number;
  readonly counts: number[];
  readonly totals: number[];
};
type Sentence = { readonly candidate: string; readonly references: string[] };

function smoothingOf(method: BleuSmoothing['method'], value: number | null): BleuSmoothing {
  if (method === 'floor') return { method, value: value ?? 0.1 };
  return method === 'add-k' ? { method, value: value ?? 1 } : { method };
}

const transpose = (references: string[][], segments: number) =>
  Array.from({ length: segments }, (_, i) => references.map((reference) => reference[i] ?? ''));

test.each(casesOf<Corpus, Expected>(/^bleu\/corpus/))('agrees with sacreBLEU: $name', ({ input, expected }) => {
  const { tokenize, smooth, smoothValue, ...options } = input.options;
  const got = corpusBleu(input.candidates, transpose(input.references, input.candidates.length), {
    ...options,
    tokenizer: tokenize,
    smoothing: smoothingOf(smooth, smoothValue),
  });
  expectClose(got.score, expected.score);
  expectClose(got.precisions, expected.precisions);
  expectClose(got.brevityPenalty, expected.bp);
  expectClose(got.counts, expected.counts);
  expectClose(got.totals, expected.totals);
  expect([got.candidateLength, got.referenceLength]).toEqual([expected.sysLen, expected.refLen]);
});

test.each(
  casesOf<Sentence, Expected & { sentenceScoreEffectiveOrderExp: number; corpusScoreNoSmoothing: number }>(
    /^bleu\/sentence/,
  ),
)('agrees with sacreBLEU on a sentence: $name', ({ input: { candidate, references }, expected }) => {
  const got = sentenceBleu(candidate, references);
  expectClose(got.score, expected.sentenceScoreEffectiveOrderExp);
  expect([got.counts, got.totals]).toEqual([expected.counts, expected.totals]);
  expectClose(got.brevityPenalty, expected.bp);
  const plain = corpusBleu([candidate], [references], { smoothing: { method: 'none' } });
  expectClose(plain.score, expected.corpusScoreNoSmoothing);
});

test('agrees with the value published in the tests of sacreBLEU for given counts', () => {
  const statistics = { counts: [9, 7, 5, 3], totals: [10, 8, 6, 4], candidateLength: 11, referenceLength: 11 };
  expect(bleuFromStatistics(statistics).score).toBeCloseTo(83.75922397, 7);
});

const word = fc.constantFrom('a', 'b', 'cat', '猫', '12', 'not', ',', '3.5');
const text = fc.array(word, { minLength: 4, maxLength: 12 }).map((words) => words.join(' '));

test('an identical text scores 100, and no text scores more', () => {
  const tokenizers = fc.constantFrom<BleuTokenizer>('13a', 'intl', 'zh', 'char', 'none');
  fc.assert(
    fc.property(text, text, tokenizers, (one, other, tokenizer) => {
      expect(sentenceBleu(one, [other, one], { tokenizer }).score).toBeCloseTo(100, 9);
      expect(sentenceBleu(one, [other], { tokenizer }).score).toBeLessThanOrEqual(100 + 1e-9);
    }),
  );
});

test('the order of sentences does not matter, their grouping does', () => {
  const pairs = fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(pairs, (list) => {
      const score = (all: readonly (readonly [string, string])[]) =>
        corpusBleu(
          all.map(([candidate]) => candidate),
          all.map(([, reference]) => [reference]),
        ).score;
      expect(score(list.toReversed())).toBeCloseTo(score(list), 9);
    }),
  );
  const long = 'the cat sat on the mat and slept';
  const mean = (sentenceBleu(long, [long]).score + sentenceBleu('x', ['y']).score) / 2;
  expect(corpusBleu([long, 'x'], [[long], ['y']]).score).toBeGreaterThan(mean + 10);
});

test('a further reference never lowers the matches', () => {
  fc.assert(
    fc.property(text, text, text, (candidate, one, other) => {
      const fewer = sentenceBleu(candidate, [one]).counts;
      const more = sentenceBleu(candidate, [one, other]).counts;
      expect(more.every((count, n) => count >= (fewer[n] ?? 0))).toBe(true);
    }),
  );
});

test('says what is wrong with bad input', () => {
  expect(() => corpusBleu(['a'], [])).toThrow(/1 candidates but 0/);
  expect(() => corpusBleu([], [])).toThrow(RangeError);
  expect(() => sentenceBleu('a', [])).toThrow(/at least one reference/);
  const bad: BleuOptions[] = [{ maxOrder: 0 }, { smoothing: { method: 'floor', value: 0 } }];
  for (const options of bad) expect(() => sentenceBleu('a', ['a'], options)).toThrow(RangeError);
});
