/**
 * Takes out of an export what no browser of today loads: KaTeX's fonts in two older formats, which its style sheet names one by
 * one, and the source maps that the bundler leaves behind for workers. Every browser that runs this site reads WOFF2.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const olderFont = /,url\([^)]*\.(?:woff|ttf)\) ?format\("(?:woff|truetype)"\)/g;

export const withoutOlderFonts = (css: string): string => css.replace(olderFont, '');

/** Works below `_next/static` of an export only. */
export function trimExport(out: string): void {
  const folder = path.join(out, '_next/static');
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const file = path.join(folder, name);
    if (/\.(?:map|woff|ttf)$/.test(name)) rmSync(file);
    else if (name.endsWith('.css')) writeFileSync(file, withoutOlderFonts(readFileSync(file, 'utf8')));
  }
}
