/**
 * Takes out of an export what no browser of today loads: KaTeX's fonts in two older formats, which its style sheet names one by
 * one, and the source maps that the bundler leaves behind for workers. Every browser that runs this site reads WOFF2.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const olderFont = /,url\([^)]*\.(?:woff|ttf)\) ?format\("(?:woff|truetype)"\)/g;

/** What `@reference` adds to each use of a token, for pages without the global sheet; all our pages have it. */
const tokenFallback =
  /var\((--(?:color|spacing|font|text|breakpoint|radius|ease)[\w-]*),(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

export const withoutOlderFonts = (css: string): string => css.replace(olderFont, '');

export const withoutFallbacks = (css: string): string => css.replace(tokenFallback, 'var($1)');

/** Works below `_next/static` of an export only. */
export function trimExport(out: string): void {
  const folder = path.join(out, '_next/static');
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const file = path.join(folder, name);
    if (/\.(?:map|woff|ttf)$/.test(name)) rmSync(file);
    else if (name.endsWith('.css'))
      writeFileSync(file, withoutFallbacks(withoutOlderFonts(readFileSync(file, 'utf8'))));
  }
}
