/**
 * What a page of `out/` makes a browser load, in bytes that travel: read from its HTML and the brotli twins, without a browser.
 * A file too small for a twin counts in full.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export type PageWeight = {
  readonly route: string;
  readonly html: number;
  /** Paths below `out/`. Lazy chunks that the page only asks for later are not in its HTML and not here. */
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
};

/**
 * The page against which "above an empty page" is counted: the bare domain. It holds two plain links and no island, so its
 * scripts are those that React and Next load on any page of this very build. `npm run bench` compares it with a Next
 * app that has one empty page.
 */
export const emptyRoute = '/';

export function compressedSize(out: string, file: string): number {
  const full = path.join(out, file);
  return statSync(existsSync(`${full}.br`) ? `${full}.br` : full).size;
}

/** Scripts that the page asks for ahead (lib/build/preload-labs.ts). */
export function hintedScripts(out: string, route: string): Set<string> {
  const html = readFileSync(path.join(out, route, 'index.html'), 'utf8');
  return new Set(
    [...html.matchAll(/<link rel="preload" as="script"[^>]* href="\/?([^"]+\.js)"/g)].map(([, file = '']) => file),
  );
}

export function weighPage(out: string, route: string): PageWeight {
  const file = path.join(route, 'index.html');
  const html = readFileSync(path.join(out, file), 'utf8');
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\s[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    const address = (attribute('src') ?? attribute('href') ?? '').replace(/[?#].*$/, '');
    const at = address.indexOf('/_next/');
    // Only browsers without modules load `nomodule` scripts, and a hint is for something that comes later: a lab, or a script named below.
    if (at < 0 || /\snomodule|\srel="preload"/i.test(tag)) continue;
    if (address.endsWith('.js')) scripts.add(address.slice(at + 1));
    if (address.endsWith('.css')) styles.add(address.slice(at + 1));
  }
  return { route, html: compressedSize(out, file), scripts, styles };
}

export const sizeOf = (out: string, files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + compressedSize(out, file), 0);

/** What every one of the pages loads. */
export function common(pages: readonly PageWeight[]): Set<string> {
  const [first, ...rest] = pages;
  return new Set([...(first?.scripts ?? [])].filter((file) => rest.every(({ scripts }) => scripts.has(file))));
}

export const without = (files: Iterable<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...files].filter((file) => !others.has(file)));
