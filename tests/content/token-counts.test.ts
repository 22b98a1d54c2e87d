/** Token counts that lessons quote, counted with an implementation of OpenAI's encodings. */
import { readFileSync } from 'node:fs';
import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { decode, encode as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { encode as r50k, vocabularySize } from 'gpt-tokenizer/encoding/r50k_base';
import { expect, test } from 'vitest';

const counts: readonly (readonly [text: string, cl100k: number, o200k: number])[] = [
  ['The printer stopped after the last firmware update.', 9, 9],
  ['The/DT printer/NN stopped/VBD after/IN the/DT last/JJ firmware/NN update/NN ./.', 26, 26],
  ['打印机升级固件以后就停了。', 16, 10],
  ['打印机 升级 固件 以后 就 停 了 。', 21, 15],
  ['打印机/n 升级/v 固件/n 以后/f 就/d 停/v 了/u 。/w', 30, 24],
  ['The answer is', 3, 3],
  ['The answer is ', 4, 4],
  [' strawberry', 1, 1],
  ['机器学习让机器从数据中学习。', 16, 9],
  ['hello world', 2, 2],
  ['antidisestablishmentarianism', 6, 6],
];

test.each(counts)('%j', (text, older, newer) => {
  expect([cl100k(text).length, o200k(text).length]).toEqual([older, newer]);
});

test('the lesson quotes these counts', () => {
  for (const locale of ['en', 'zh']) {
    const text = readFileSync(`content/math/tokens-and-embeddings/${locale}.mdx`, 'utf8');
    for (const [, older, newer] of counts.slice(0, 5)) expect(text).toContain(`| ${older} | ${newer} |`);
  }
  expect(Array.from('打印机升级固件以后就停了。').length).toBe(13);
});

test('the famous token without training is one of GPT-2, and no longer one of its successors', () => {
  expect(r50k(' SolidGoldMagikarp').length).toBe(1);
  expect(cl100k(' SolidGoldMagikarp').length).toBe(5);
});

test('the digits of a long number arrive three at a time', () => {
  expect(o200k('12345678').map((id) => decode([id]))).toEqual(['123', '456', '78']);
});

test('the vocabulary of GPT-2 is bytes, merges and one special token, which users can only type as ordinary text', () => {
  expect(r50k('<|endoftext|>', { allowedSpecial: 'all' })).toEqual([256 + 50_000]);
  expect(vocabularySize).toBe(256 + 50_000 + 1);
  expect(r50k('<|endoftext|>', { disallowedSpecial: new Set() }).length).toBe(7);
});
