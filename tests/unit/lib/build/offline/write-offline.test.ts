/** An export in miniature, through the real step. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeOffline } from '@/lib/build/offline/write-offline';
import { contentHash } from '@/lib/offline/content-hash';
import { parseIndex } from '@/lib/offline/file-index';

const page = '<script src="/_next/static/chunks/a.js"></script>';
const site: Record<string, string | Buffer> = {
  'index.html': page,
  '404.html': page,
  '404/index.html': page,
  'en/index.html': `${page}<a href="/base/en/learn/math/a/">`,
  'en/index.txt': 'payload',
  'en/__next._tree.txt': 'hint',
  'en/learn/math/a/index.html': `${page}<a href='/base/en/concepts/c/#more'>`,
  'en/learn/math/a/index.txt': 'payload a',
  'en/concepts/c/index.html': page,
  'en/concepts/c/index.txt': 'payload c',
  '_next/static/chunks/a.js': 'script',
  '_next/static/chunks/a.js.gz': 'twin',
  '_next/static/chunks/a.js.br': 'twin',
  'python/abc/x.wasm.gz': gzipSync('wasm'),
  'python/abc/stdlib.zip.gz': gzipSync('library'),
  'python/abc/stdlib-full.zip.gz': gzipSync('whole library'),
  'social/en/home.png': 'picture',
  'roadmap.json': '{}',
  '.build-stamp': 'stamp',
};

async function written(change: Record<string, string> = {}) {
  const out = mkdtempSync(path.join(tmpdir(), 'offline-'));
  try {
    for (const [name, text] of Object.entries({ ...site, ...change })) {
      mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
      writeFileSync(path.join(out, name), text);
    }
    await writeOffline(out, '/base');
    const again = readFileSync(path.join(out, 'sw.js'), 'utf8');
    await writeOffline(out, '/base');
    const read = (name: string) => readFileSync(path.join(out, name), 'utf8');
    expect(read('sw.js')).toBe(again);
    return { index: read('offline/index.json'), worker: read('sw.js') };
  } finally {
    rmSync(out, { recursive: true });
  }
}

test('the index lists what a browser asks for, and nothing else', async () => {
  const index = parseIndex((await written()).index);
  expect([...(index?.files.keys() ?? [])].sort()).toEqual([
    '/',
    '/404.html',
    '/_next/static/chunks/a.js',
    '/en/',
    '/en/concepts/c/',
    '/en/concepts/c/index.txt',
    '/en/index.txt',
    '/en/learn/math/a/',
    '/en/learn/math/a/index.txt',
    '/python/abc/stdlib-full.zip.gz',
    '/python/abc/stdlib.zip.gz',
    '/python/abc/x.wasm.gz',
  ]);
  expect(index?.groups.get('en/math')?.pages).toEqual(['/en/concepts/c/', '/en/learn/math/a/']);
  expect(index?.groups.get('core')?.files).toEqual(['/404.html', '/_next/static/chunks/a.js']);
});

test('Python comes without the whole library, unless an operator’s NumPy needs it', async () => {
  const python = async (change = {}) => parseIndex((await written(change)).index)?.groups.get('python')?.files;
  expect(await python()).toEqual(['/python/abc/stdlib.zip.gz', '/python/abc/x.wasm.gz']);
  expect(await python({ 'python/wheels/numpy-2.whl': 'wheel' })).toEqual([
    '/python/abc/stdlib-full.zip.gz',
    '/python/abc/x.wasm.gz',
    '/python/wheels/numpy-2.whl',
  ]);
});

test('the same export gives the same worker; one letter changed in one page gives another', async () => {
  const [one, same, other] = [await written(), await written(), await written({ 'en/index.txt': 'Payload' })];
  expect(same).toEqual(one);
  expect(other.worker).not.toBe(one.worker);
});

test('the worker knows its index by its hash', async () => {
  const { index, worker } = await written();
  expect(worker).toContain(await contentHash('/offline/index.json', new TextEncoder().encode(index)));
});

test('a folder that is no export is refused', async () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'offline-'));
  await expect(writeOffline(empty, '')).rejects.toThrow(/not an export/);
  rmSync(empty, { recursive: true });
});
