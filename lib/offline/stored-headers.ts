/** Headers of an answer from the store: its type by its name, and what the host said for the reader's safety. */

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  py: 'text/plain; charset=utf-8',
};

export function contentType(path: string): string {
  if (path.endsWith('/')) return 'text/html; charset=utf-8';
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** A page from the store must not be freer than the same page from the host, which may forbid framing it. */
const safety = [
  'content-security-policy',
  'cross-origin-embedder-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

export function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(safety.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])));
}
