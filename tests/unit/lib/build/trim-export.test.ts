import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { definedTokens, trimExport, withoutFallbacks, withoutOlderFonts } from '@/lib/build/trim-export';

test('KaTeX’s style sheet keeps each face in one format, and is whole otherwise', () => {
  const css = readFileSync('node_modules/katex/dist/katex.min.css', 'utf8');
  const lean = withoutOlderFonts(css);
  expect(css.match(/\.ttf/g)).toHaveLength(20);
  expect(lean).not.toMatch(/\.(?:ttf|woff)\)/);
  expect(lean.match(/\.woff2\)/g)).toEqual(css.match(/\.woff2\)/g));
  expect(lean.match(/[{}]/g)).toEqual(css.match(/[{}]/g));
});

test('old fonts and source maps leave the export, everything else stays', () => {
  const out = mkdtempSync(path.join(tmpdir(), 'trim-'));
  const chunks = path.join(out, '_next/static/chunks');
  mkdirSync(chunks, { recursive: true });
  for (const name of ['a.js', 'a.js.map', 'f.woff', 'f.ttf', 'f.woff2']) writeFileSync(path.join(chunks, name), name);
  writeFileSync(path.join(chunks, 'a.css'), 'x{src:url(f.woff2)format("woff2"),url(f.ttf)format("truetype")}');
  writeFileSync(path.join(out, 'learner.map'), 'not ours');
  trimExport(out);
  expect(readdirSync(chunks).sort()).toEqual(['a.css', 'a.js', 'f.woff2']);
  expect(readFileSync(path.join(chunks, 'a.css'), 'utf8')).toBe('x{src:url(f.woff2)format("woff2")}');
  expect(readdirSync(out)).toContain('learner.map');
});

test('tokens lose the value that stands in for them, other variables keep theirs', () => {
  const css =
    'a{color:var(--color-soft,light-dark(#4a4c50,#b9b7b1));gap:calc(var(--spacing,.25rem)*2);outline:var(--tw-x,)}b{font:var(--font-ui,system-ui,"A B")}';
  expect(withoutFallbacks(css, new Set(['--color-soft', '--spacing', '--font-ui', '--tw-x']))).toBe(
    'a{color:var(--color-soft);gap:calc(var(--spacing)*2);outline:var(--tw-x,)}b{font:var(--font-ui)}',
  );
});

test('a token that no sheet defines keeps the value that stands in for it', () => {
  const css = '.room .text-3xl{font-size:var(--text-3xl,1.875rem)}';
  expect(withoutFallbacks(css, new Set(definedTokens(':root{--text-xl:1.25rem;--text-2xl:1.5rem}')))).toBe(css);
  expect(withoutFallbacks(css, new Set(definedTokens(':root{--text-xl:1.25rem;--text-3xl:2rem}')))).toBe(
    '.room .text-3xl{font-size:var(--text-3xl)}',
  );
});
