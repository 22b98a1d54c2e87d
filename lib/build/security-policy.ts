/**
 * A content security policy for every page, as a `<meta>` with the hash of each inline script of that page: no server is needed to
 * send it, and no script runs that the build did not write. Beside it the rule that no request tells where the reader came from.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { respellPayload } from './payload';

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** `style-src-attr` is for KaTeX and for positions computed at build; Python and the engine need WebAssembly. */
export function policyFor(html: string): string {
  const hashes = new Set<string>();
  for (const [, attributes = '', body = ''] of html.matchAll(inlineScript)) {
    if (/type="(?!module|text\/javascript)/.test(attributes)) continue;
    hashes.add(`'sha256-${createHash('sha256').update(body).digest('base64')}'`);
  }
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].join(' ')}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Both stand before whatever the page asks for. A fragment without a head is no page and stays as it is. */
export function insertPolicy(html: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`;
  const referrer = '<meta name="referrer" content="no-referrer"/>';
  // A replacing function, because `$` in a text would be read as a pattern.
  return html.replace(/<head(?:\s[^>]*)?>/, (head) => head + policy + referrer);
}

/** Rewrites every page of `folder`: payload first, then the policy over the scripts as they stand. Returns how many. */
export function protectPages(folder: string): number {
  let pages = 0;
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.html')) continue;
    const file = path.join(folder, name);
    const page = respellPayload(readFileSync(file, 'utf8'));
    const safe = insertPolicy(page);
    if (safe !== page) pages += 1;
    writeFileSync(file, safe);
  }
  return pages;
}
