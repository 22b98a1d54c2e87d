/**
 * A content security policy for every page, as a `<meta>` with the hash of each inline script of that page:
 * no server is needed to send it, and no script runs that the build did not write.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { respellPayload } from './payload';

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** `style-src-attr` is for KaTeX and for positions computed at build; Python needs WebAssembly. */
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
    "style-src-elem 'self' 'unsafe-inline'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export function insertPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`;
  return html.replace(/<head([^>]*)>/, `<head$1>${meta}`);
}

/** Rewrites every page of `folder`: payload first, then the policy over the scripts as they stand. Returns how many. */
export function protectPages(folder: string): number {
  const pages = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'));
  for (const name of pages) {
    const file = path.join(folder, name);
    writeFileSync(file, insertPolicy(respellPayload(readFileSync(file, 'utf8'))));
  }
  return pages.length;
}
