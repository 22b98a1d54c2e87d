/**
 * Takes out of an export what no browser of today loads: KaTeX's fonts in two older formats, which its style sheet names one by
 * one, and the source maps that the bundler leaves behind for workers. Every browser that runs this site reads WOFF2.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const olderFont = /,url\([^)]*\.(?:woff|ttf)\) ?format\("(?:woff|truetype)"\)/g;

/** What `@reference` adds to each use of a token, for pages without the global sheet; all our pages have it, and what it defines. */
const tokenFallback =
  /var\((--(?:color|spacing|font|text|breakpoint|radius|ease)[\w-]*),(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

export const withoutOlderFonts = (css: string): string => css.replace(olderFont, '');

/** The global sheet defines only the sizes that it uses itself: one that only a room uses must keep its value. */
export const withoutFallbacks = (css: string, defined: ReadonlySet<string>): string =>
  css.replace(tokenFallback, (use, name: string) => (defined.has(name) ? `var(${name})` : use));

export const definedTokens = (css: string): readonly string[] =>
  [...css.matchAll(/[{;](--[\w-]+):/g)].map(([, name = '']) => name);

/** Works below `_next/static` of an export only. */
export function trimExport(out: string): void {
  const folder = path.join(out, '_next/static');
  const names = readdirSync(folder, { recursive: true }).map(String);
  const styles = new Map(
    names
      .filter((name) => name.endsWith('.css'))
      .map((name) => [path.join(folder, name), readFileSync(path.join(folder, name), 'utf8')]),
  );
  const defined = new Set([...styles.values()].flatMap(definedTokens));
  for (const [file, css] of styles) writeFileSync(file, withoutFallbacks(withoutOlderFonts(css), defined));
  for (const name of names) if (/\.(?:map|woff|ttf)$/.test(name)) rmSync(path.join(folder, name));
}
