import { expect, test } from 'vitest';
import { plainMaths } from '@/lib/content/plain-maths';

test.each([
  ['\\sqrt{d_k}', '√d_k'],
  ['\\sqrt 2', '√2'],
  ['1 \\times \\tfrac{2}{3}', '1 × 2/3'],
  ['\\frac12', '1/2'],
  ['12{,}345', '12,345'],
  ['\\mathrm{softmax}(QK^{\\top})', 'softmax(QK^T)'],
  ['\\hat y', 'y'],
  ['\\alpha\\,/\\,r', 'α/r'],
  ['5\\%', '5%'],
])('%s is read as %s', (tex, text) => {
  expect(plainMaths(tex)).toBe(text);
});

test('what is too long for a line, or has rows, is an ellipsis', () => {
  expect(plainMaths('x + '.repeat(20))).toBe('…');
  expect(plainMaths('a & b \\\\ c & d')).toBe('…');
});
