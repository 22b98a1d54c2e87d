import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlight } from '@/lib/search/highlight';

const marked = (text: string, ...forms: string[]) =>
  highlight(text, new Set(forms))
    .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
    .join('');

test('a Latin term is marked as a whole word, in any case', () => {
  expect(marked('Softmax, then softmaxes', 'softmax')).toBe('[Softmax], then softmaxes');
});

test('part of a compound is marked, and all of it when all of it was found', () => {
  expect(marked('with fine-tuning', 'tuning')).toBe('with fine-[tuning]');
  expect(marked('with fine-tuning', 'finetuning')).toBe('with [fine-tuning]');
});

test('Han is marked wherever it stands, and touching marks become one', () => {
  expect(marked('自注意力与注意力', '注意', '意力')).toBe('自[注意力]与[注意力]');
});

test('nothing found is one plain segment', () => {
  expect(highlight('plain', new Set(['other']))).toEqual([{ text: 'plain', isHit: false }]);
  expect(highlight('', new Set())).toEqual([]);
});

test('markup stays text', () => {
  expect(highlight('<img onerror=x>', new Set(['img']))).toEqual([
    { text: '<', isHit: false },
    { text: 'img', isHit: true },
    { text: ' onerror=x>', isHit: false },
  ]);
});

test('the segments of any text are that text', () => {
  const piece = fc.constantFrom('注意力', '注意', 'fine-tuning', 'KV ', '，', 'tuning', ' a', '\n');
  fc.assert(
    fc.property(fc.array(piece), fc.subarray(['注意', '意力', 'tuning', 'kv', 'finetuning']), (pieces, forms) => {
      const text = pieces.join('');
      expect(
        highlight(text, new Set(forms))
          .map((segment) => segment.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
