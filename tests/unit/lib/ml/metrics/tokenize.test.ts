import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BleuTokenizer, splitWords, tokenize } from '@/lib/ml/metrics/tokenize';
import { casesOf } from './cases';

type Texts = { readonly texts: string[]; readonly tokenizer?: BleuTokenizer };

test.each(casesOf<Texts, { tokens: string[][] }>(/tokenizer-|^tokenize\//))(
  'splits as sacreBLEU does: $name',
  (one) => {
    const tokenizer = one.input.tokenizer ?? (one.name.endsWith('zh') ? 'zh' : '13a');
    expect(one.input.texts.length).toBeGreaterThan(1);
    one.input.texts.forEach((text, i) => {
      expect(tokenize(text, tokenizer), JSON.stringify(text)).toEqual(one.expected.tokens[i]);
    });
  },
);

test('13a takes a Chinese sentence for one token, zh for one token a character', () => {
  expect(tokenize('不要删除备份。', '13a')).toEqual(['不要删除备份。']);
  expect(tokenize('不要删除备份。', 'zh')).toHaveLength(7);
});

test('no tokenizer loses or invents a character that is not white space', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom<BleuTokenizer>('intl', 'zh', 'char', 'none'),
      (text, tokenizer) => {
        expect(tokenize(text, tokenizer).join('')).toBe(splitWords(text).join(''));
      },
    ),
  );
});
