import { expect, test } from 'vitest';
import { joinSentences } from '@/lib/i18n/sentences';

test('English sentences are parted by a blank, Chinese ones by their full stop alone', () => {
  expect(joinSentences('en', ['One.', 'Two.'])).toBe('One. Two.');
  expect(joinSentences('zh', ['第一句。', '第二句。'])).toBe('第一句。第二句。');
});

test('a sentence that does not apply leaves no gap', () => {
  expect(joinSentences('en', [false, 'One.', undefined, '', 'Two.'])).toBe('One. Two.');
  expect(joinSentences('zh', [false])).toBe('');
});
