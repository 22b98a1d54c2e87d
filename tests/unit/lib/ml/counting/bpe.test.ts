import fc from 'fast-check';
import { encode as encodeGpt } from 'gpt-tokenizer/encoding/r50k_base';
import { expect, test } from 'vitest';
import {
  countCharacters,
  countTokens,
  decodeBpe,
  decodeBytes,
  encodeBpe,
  type Merge,
  toByteTokens,
  tokenBytes,
  trainBpe,
  wholeText,
} from '@/lib/ml/counting/bpe';
import reference from '@/tests/fixtures/reference/tokenizer.json';

type BpeCase = {
  name: string;
  input: { trainText: string; numMerges: number; encodeTexts: string[] };
  expected: {
    merges: { pair: [number, number]; newId: number; count: number }[];
    trainIds: number[];
    encoded: number[][];
    bytesToTokensRatio: number;
    utf8Bytes: number;
  };
};
const starting = <T>(start: string) =>
  (reference.cases as unknown as (T & { name: string })[]).filter((one) => one.name.startsWith(start));
const bpeCases = starting<BpeCase>('byte-bpe/');

test('the reference has six trained tokenizers', () => {
  expect(bpeCases.length).toBe(6);
});

test.each(bpeCases.map((one) => [one.name, one] as const))(
  'learns and applies the merges of %s',
  (_, { input, expected }) => {
    const merges = trainBpe(input.trainText, input.numMerges);
    const ids = encodeBpe(input.trainText, merges);
    expect(merges.map(({ left, right, id, count }) => ({ pair: [left, right], newId: id, count }))).toEqual(
      expected.merges,
    );
    expect(ids).toEqual(expected.trainIds);
    expect(input.encodeTexts.map((text) => encodeBpe(text, merges))).toEqual(expected.encoded);
    expect(toByteTokens(input.trainText).length).toBe(expected.utf8Bytes);
    expect(expected.utf8Bytes / ids.length).toBeCloseTo(expected.bytesToTokensRatio, 12);
  },
);

test('aaabdaaabac becomes [258, 100, 258, 97, 99] after three merges', () => {
  const merges = trainBpe('aaabdaaabac', 3);
  expect(encodeBpe('aaabdaaabac', merges)).toEqual([258, 100, 258, 97, 99]);
  expect(tokenBytes(258, merges)).toEqual([97, 97, 97, 98]);
});

type DecodeCase = { input: { bytes: number[] }; expected: { text: string } };
test.each(starting<DecodeCase>('decode-bytes/').map((one) => [one.name, one] as const))(
  '%s',
  (name, { input, expected }) => {
    expect(decodeBytes(input.bytes)).toBe(expected.text);
    expect(wholeText(input.bytes)).toBe(name.endsWith('/ok') ? expected.text : null);
  },
);

type Utf8Case = { input: { text: string }; expected: { bytes: number[]; codePoints: number[] } };
test.each(starting<Utf8Case>('utf8/').map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
  expect(toByteTokens(input.text)).toEqual(expected.bytes);
  expect(countCharacters(input.text)).toBe(expected.codePoints.length);
});

const text = fc.string({ unit: 'binary', maxLength: 60 });

test('decoding an encoding gives the text back, whatever the tokenizer was trained on', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 20 }), (corpus, given, limit) => {
      const merges = trainBpe(corpus, limit);
      expect(decodeBpe(encodeBpe(given, merges), merges)).toBe(given);
    }),
  );
});

/** The textbook loop: as long as a known pair is present, merge the one learned first. */
function encodeBySmallestId(given: string, merges: readonly Merge[]): number[] {
  let ids = toByteTokens(given);
  for (;;) {
    const known = merges.find(({ left, right }) => ids.some((id, i) => id === left && ids[i + 1] === right));
    if (!known) return ids;
    const next: number[] = [];
    for (let i = 0; i < ids.length; i += 1) {
      const hit = ids[i] === known.left && ids[i + 1] === known.right;
      next.push(hit ? known.id : (ids[i] ?? 0));
      if (hit) i += 1;
    }
    ids = next;
  }
}

test('one pass for each merge equals always merging the smallest id present', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '学'), maxLength: 40 });
  fc.assert(
    fc.property(few, few, fc.integer({ min: 0, max: 25 }), (corpus, given, limit) => {
      const merges = trainBpe(corpus, limit);
      expect(encodeBpe(given, merges)).toEqual(encodeBySmallestId(given, merges));
    }),
  );
});

test('each merge shortens the training text and none lengthens any text', () => {
  fc.assert(
    fc.property(text, text, (corpus, given) => {
      const merges = trainBpe(corpus, 15);
      const own = countTokens(corpus, merges);
      const other = countTokens(given, merges);
      own.forEach((count, i) => {
        if (i > 0) expect(count).toBeLessThan(own[i - 1] ?? 0);
      });
      other.forEach((count, i) => {
        if (i > 0) expect(count).toBeLessThanOrEqual(other[i - 1] ?? 0);
      });
      expect(other.at(-1)).toBe(encodeBpe(given, merges).length);
    }),
  );
});

test('a Chinese character is three byte tokens before any merge', () => {
  expect(encodeBpe('学习', [])).toEqual([229, 173, 166, 228, 185, 160]);
  expect(wholeText([229, 173])).toBeNull();
});

test('a byte order mark survives', () => {
  expect(decodeBpe(encodeBpe('\ufeffa', []), [])).toBe('\ufeffa');
});

test('training stops when one token is left, and on no text at all', () => {
  expect(trainBpe('abc', 9).length).toBe(2);
  expect(trainBpe('', 9)).toEqual([]);
  expect(encodeBpe('', trainBpe('abc', 2))).toEqual([]);
});

test('an unknown token is refused', () => {
  expect(() => tokenBytes(256, [])).toThrow(RangeError);
  expect(() => decodeBpe([-1], [])).toThrow(RangeError);
});

test('the real GPT-2 tokenizer pays more for Chinese too, for the same reason', () => {
  const perCharacter = (given: string) => encodeGpt(given).length / countCharacters(given);
  expect(perCharacter('机器学习让机器从数据中学习。')).toBeGreaterThan(1.5);
  expect(perCharacter('Machines learn from the data that people write.')).toBeLessThan(0.3);
});
