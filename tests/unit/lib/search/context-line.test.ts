import { expect, test } from 'vitest';
import { contextLine } from '@/lib/search/context-line';

test('the line that holds most of what was looked for is shown', () => {
  const text = 'The first line is about masks.\nThe second line has both softmax and masks.';
  expect(contextLine(text, new Set(['softmax', 'masks']))).toBe('The second line has both softmax and masks.');
});

test('without a match the first line speaks for the page', () => {
  expect(contextLine('A summary.\nMore.', new Set(['absent']))).toBe('A summary.');
});

test('a label of one word gives way to a sentence', () => {
  const text = 'Attention\nEvery query is compared with every key in attention.';
  expect(contextLine(text, new Set(['attention']))).toBe('Every query is compared with every key in attention.');
});

test('a long line is cut around the match, at words, and says so', () => {
  const line = `${'Words that nobody asked for come first here. '.repeat(6)}Then the softmax is taken ${'and more follows after it '.repeat(8)}`;
  const cut = contextLine(line, new Set(['softmax']));
  expect(cut).toMatch(/^…Then the softmax is taken .*[a-z]…$/);
  expect(cut.length).toBeLessThan(170);
});

test('Chinese takes half as many characters', () => {
  const cut = contextLine(
    `${'前面是一些无关的话。'.repeat(12)}这里才是困惑度的定义，${'后面还有很多。'.repeat(20)}`,
    new Set(['困惑度', '困惑']),
  );
  expect(cut).toContain('困惑度');
  expect(cut.length).toBeLessThan(85);
});

test('no text gives no line', () => {
  expect(contextLine('', new Set(['x']))).toBe('');
});
