import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unusedFonts } from '@/lib/build/offline/math-fonts';

const css = readFileSync('node_modules/katex/dist/katex.min.css', 'utf8');
const sheets = new Map([['/_next/static/chunks/k.css', css]]);
const used = (html: string) => {
  const unused = unusedFonts(html, sheets);
  const all = unusedFonts('', sheets);
  return all.filter((font) => !unused.includes(font)).map((font) => font.replace(/.*KaTeX_|\.woff2/g, ''));
};

test('a page without formulas needs none of the twenty faces', () => {
  expect(unusedFonts('<p class="lead">', sheets)).toHaveLength(20);
});

test('a formula needs the upright face and those its classes ask for', () => {
  expect(used("<span class='katex'><span class='mord mathnormal'>d</span></span>").sort()).toEqual([
    'Main-Regular',
    'Math-Italic',
  ]);
  expect(used("<span class='katex'><span class='mord mathbb'>R</span></span>")).toContain('AMS-Regular');
  expect(used("<span class='katex'><span class='mord mathbf'>x</span></span>")).toContain('Main-Bold');
  expect(used("<span class=katex><span class='mord text'><span class='mord textit'>a")).toContain('Main-Italic');
});

test('large brackets and sums ask for sizes, small ones do not', () => {
  expect(used("<span class='katex'><span class='delimsizing size3'>(</span></span>")).toContain('Size3-Regular');
  expect(used("<span class='katex'><span class='mop op-symbol large-op'>∑</span></span>")).toContain('Size2-Regular');
  expect(used("<span class='katex'><span class='mord'>(</span></span>")).toEqual(['Main-Regular']);
});

test('faces of other families are never taken for unused', () => {
  const serif = new Map([['/a.css', '@font-face{font-family:Serif;src:url(s.woff2)}']]);
  expect(unusedFonts('', serif)).toEqual([]);
});
