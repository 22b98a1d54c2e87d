/** The server of `npm start`, asked over a real socket: what any static host is expected to do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { safetyHeaders, scriptPolicy } from '@/lib/build/host-headers';
import { precompress } from '@/lib/build/precompress';
import { createServer } from '@/lib/build/serve';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
type Get = (target: string, headers?: Record<string, string>) => Promise<Answer>;

const page = `<!doctype html><title>Map</title>${'<p>逐层</p>'.repeat(300)}`;

async function withServer(check: (get: Get) => Promise<void>, basePath = ''): Promise<void> {
  const parent = mkdtempSync(path.join(tmpdir(), 'serve-'));
  const root = path.join(parent, 'out');
  const put = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  put('en/map/index.html', page);
  put('404.html', '<title>No page here</title>');
  put('_next/static/chunks/a1b2.js', 'let a = 1;'.repeat(200));
  put('python/0123456789ab/worker.mjs', 'export {};');
  put('python/manifest.json', '{}');
  put('roadmap.json', '{}');
  put('python/wheels/numpy.whl', 'zip');
  put('en/manifest.webmanifest', '{}');
  writeFileSync(path.join(parent, 'secret.txt'), 'secret');
  await precompress(root);
  const server = createServer(root, basePath);
  try {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    // `http.request` sends the path as it is; fetch would tidy `..` away before it reaches the server.
    await check(
      (target, headers = {}) =>
        new Promise((resolve, reject) => {
          const request = http.request({ host: '127.0.0.1', port, path: target, headers, agent: false }, (response) => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
            );
          });
          request.on('error', reject);
          request.end();
        }),
    );
  } finally {
    await new Promise((done) => server.close(done));
    rmSync(parent, { recursive: true });
  }
}

test('a page is asked for again each time, and answered 304 while it is the same', () =>
  withServer(async (get) => {
    const first = await get('/en/map/');
    expect(first.status).toBe(200);
    expect(first.headers['content-type']).toMatch(/^text\/html;\s*charset=utf-8$/i);
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.body.toString()).toBe(page);
    const again = await get('/en/map/', { 'if-none-match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  }));

test('files with a hash in their path are kept for ever, others are not', () =>
  withServer(async (get) => {
    for (const hashed of ['/_next/static/chunks/a1b2.js', '/python/0123456789ab/worker.mjs'])
      expect((await get(hashed)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const plain of ['/python/manifest.json', '/python/wheels/numpy.whl', '/en/manifest.webmanifest'])
      expect((await get(plain)).headers['cache-control']).toBe('no-cache');
  }));

test('brotli and gzip go to those who accept them', () =>
  withServer(async (get) => {
    const brotli = await get('/en/map/', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers.vary).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
    expect((await get('/en/map/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await get('/en/map/')).headers['content-encoding']).toBeUndefined();
  }));

test('types that hosts tend not to know are named', () =>
  withServer(async (get) => {
    expect((await get('/en/manifest.webmanifest')).headers['content-type']).toBe('application/manifest+json');
    expect((await get('/python/0123456789ab/worker.mjs')).headers['content-type']).toMatch(/^text\/javascript/);
    expect((await get('/python/wheels/numpy.whl')).headers['content-type']).toBe('application/zip');
  }));

test('a page that is not there is a 404 with our page', () =>
  withServer(async (get) => {
    const answer = await get('/en/learn/none/');
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toContain('No page here');
  }));

test('nothing outside the folder can be reached', () =>
  withServer(async (get) => {
    for (const attempt of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/en/../../secret.txt',
      '/..%5csecret.txt',
      '//../secret.txt',
      '/%00',
      '/%zz',
    ]) {
      const answer = await get(attempt);
      expect([attempt, answer.status]).toEqual([attempt, 404]);
      expect(answer.body.toString()).not.toContain('secret');
    }
  }));

test('every answer carries the headers that README asks of a host, the missing page too', () =>
  withServer(async (get) => {
    for (const target of ['/en/map/', '/roadmap.json', '/nowhere/']) {
      const { headers } = await get(target);
      for (const [name, value] of Object.entries(safetyHeaders))
        expect([target, headers[name.toLowerCase()]]).toEqual([target, value]);
    }
  }));

test('a worker gets a policy of its own, because that of the page does not reach it', () =>
  withServer(async (get) => {
    for (const script of ['/_next/static/chunks/a1b2.js', '/python/0123456789ab/worker.mjs'])
      expect((await get(script)).headers['content-security-policy']).toBe(scriptPolicy);
  }));

test('a site below a path is found there, by its bare address too, and nowhere else', () =>
  withServer(async (get) => {
    expect((await get('/layerwise/en/map/')).body.toString()).toBe(page);
    const hashed = await get('/layerwise/_next/static/chunks/a1b2.js');
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const bare of ['/', '/layerwise']) {
      const answer = await get(bare);
      expect([answer.status, answer.headers.location]).toEqual([302, '/layerwise/']);
    }
    for (const elsewhere of ['/en/map/', '/layerwise2/en/map/', '/layerwise/en/none/'])
      expect([elsewhere, (await get(elsewhere)).status]).toEqual([elsewhere, 404]);
  }, '/layerwise'));
