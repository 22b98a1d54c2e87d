/** Names on their stones. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { estimateWidth, wrapLabel } from '@/lib/map/wrap-label';

const { concepts } = parse(readFileSync('content/concepts.yaml', 'utf8')) as {
  concepts: { id: string; name: { zh: string; en: string } }[];
};
const names = concepts.flatMap(({ name }) => [name.zh, name.en]);
/** Of the narrowest stone: 110 units at 12.5. */
const width = 8.8;

test('a short name is one line, a longer one two even lines', () => {
  expect(wrapLabel('Softmax', width, 3)).toEqual(['Softmax']);
  expect(wrapLabel('Regulation and licences of models', 16, 3)).toEqual(['Regulation and', 'licences of models']);
});

test('a name that does not fit loses its brackets or what follows the colon', () => {
  expect(wrapLabel('Attention mechanism (encoder–decoder)', width, 2)).toEqual(['Attention', 'mechanism']);
  expect(wrapLabel('Post-training quantization: GPTQ, AWQ, SmoothQuant', 10, 2)).toEqual([
    'Post-training',
    'quantization',
  ]);
});

test('what cannot be shortened ends with an ellipsis', () => {
  expect(wrapLabel('one two three four five six', 4, 2).at(-1)).toMatch(/…$/);
});

test('Chinese breaks between characters, and no line begins with closing punctuation or ends with an opening bracket', () => {
  expect(wrapLabel('旋转位置编码（RoPE）', 5, 3).length).toBeGreaterThan(1);
  for (const name of names) {
    for (const line of wrapLabel(name, width, 3)) {
      expect(line).not.toMatch(/^[，。、；：）)]/);
      expect(line).not.toMatch(/[（(]$/);
    }
  }
});

test('every name of the map fits its stone in both languages', () => {
  for (const name of names) {
    const lines = wrapLabel(name, width, 3);
    expect(lines.length, name).toBeLessThanOrEqual(3);
    for (const line of lines) expect(estimateWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(width + 1);
  }
});

test('with room enough nothing but spaces is lost', () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.double({ min: 4, max: 30, noNaN: true }), (name, room) => {
      expect(wrapLabel(name, room, 99).join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
    }),
  );
});
