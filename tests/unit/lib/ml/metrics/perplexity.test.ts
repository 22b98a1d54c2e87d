import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitsFromNats,
  bitsPerUnit,
  meanNll,
  perplexityFromLogits,
  perplexityFromNll,
  tokenNll,
  utf8Length,
} from '@/lib/ml/metrics/perplexity';
import { casesOf, expectClose } from './cases';

type Logits = { readonly logits: number[][][]; readonly targets: number[][]; readonly ignoreIndex?: number };
type FromLogits = { readonly meanNll: number; readonly perplexity: number; readonly bitsPerToken?: number };

test.each(casesOf<Logits, FromLogits>(/perplexity\/(from-logits|ignore)/))('agrees with PyTorch: $name', (one) => {
  const got = perplexityFromLogits(one.input.logits.flat(), one.input.targets.flat(), one.input.ignoreIndex);
  expectClose([got.meanNll, got.perplexity], [one.expected.meanNll, one.expected.perplexity]);
  if (one.expected.bitsPerToken !== undefined) expectClose(bitsFromNats(got.meanNll), one.expected.bitsPerToken);
});

test.each(casesOf<{ nll: number[] }, { perplexity: number[]; bits: number[] }>(/perplexity\/from-nll/))(
  'turns losses into perplexities: $name',
  ({ input, expected }) => {
    expectClose(
      input.nll.map((nll) => perplexityFromNll([nll])),
      expected.perplexity,
    );
    expectClose(input.nll.map(bitsFromNats), expected.bits);
  },
);

test.each(
  casesOf<
    { totalNllNats: number; tokens: number; characters: number },
    { tokenPerplexity: number; bitsPerCharacter: number }
  >(/perplexity\/bits/),
)('shares the loss among characters: $name', ({ input, expected }) => {
  const perToken = new Array<number>(input.tokens).fill(input.totalNllNats / input.tokens);
  expectClose(perplexityFromNll(perToken), expected.tokenPerplexity);
  expectClose(bitsPerUnit(input.totalNllNats, input.characters), expected.bitsPerCharacter);
});

test('perplexity is exp of the mean, and V for a uniform guess', () => {
  const losses = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(losses, (nll) => {
      expect(perplexityFromNll(nll)).toBe(Math.exp(meanNll(nll)));
      expect(perplexityFromNll(nll)).toBeLessThanOrEqual(Math.exp(Math.max(...nll)) * (1 + 1e-12));
    }),
  );
  expect(perplexityFromLogits([new Float32Array(28), new Float32Array(28)], [3, 27]).perplexity).toBeCloseTo(28, 10);
});

test('adding a constant to all logits changes nothing, however large', () => {
  const logits = [0.3, -1.2, 4];
  const shifted = logits.map((value) => value + 1e6);
  expect(tokenNll(shifted, 1)).toBeCloseTo(tokenNll(logits, 1), 8);
});

test('says what is wrong with bad input', () => {
  expect(() => perplexityFromNll([])).toThrow(/at least one token/);
  expect(() => perplexityFromLogits([[1, 2]], [-100])).toThrow(/at least one token/);
  expect(() => perplexityFromLogits([[1, 2]], [2])).toThrow(/target 2/);
  expect(() => perplexityFromLogits([[1, 2]], [])).toThrow(/1 rows/);
  expect(() => bitsPerUnit(1, 0)).toThrow(RangeError);
});

test('counts bytes as an encoder does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
