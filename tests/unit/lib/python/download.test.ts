/** Files arrive packed or already unpacked by the host; both must give the same bytes, with progress that ends at the total. */
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { downloadAssets } from '@/lib/python/download';
import type { Manifest } from '@/lib/python/protocol';

// The smallest WebAssembly module there is.
const wasm = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const zip = new TextEncoder().encode('PK stand-in for a zip');
const packed = { 'pyodide.asm.wasm.gz': gzipSync(wasm), 'stdlib.zip.gz': gzipSync(zip) };
const plain = { 'pyodide.asm.wasm.gz': wasm, 'stdlib.zip.gz': zip };

const manifest: Manifest = {
  version: 'v1',
  pyodide: '',
  python: '',
  lock: {},
  files: [
    { name: 'pyodide.asm.wasm.gz', bytes: wasm.length, packed: packed['pyodide.asm.wasm.gz'].length },
    { name: 'stdlib.zip.gz', bytes: zip.length, packed: packed['stdlib.zip.gz'].length },
  ],
  fullStdlib: { name: 'stdlib-full.zip.gz', bytes: zip.length, packed: packed['stdlib.zip.gz'].length },
  download: packed['pyodide.asm.wasm.gz'].length + packed['stdlib.zip.gz'].length,
};

function serve(files: Record<string, Uint8Array>, wheels: unknown = null) {
  vi.stubGlobal('fetch', async (url: string) => {
    if (url === '/python/wheels/manifest.json') {
      return wheels ? new Response(JSON.stringify(wheels)) : new Response('', { status: 404 });
    }
    const bytes = files[url.replace('/python/v1/', '').replace('/python/wheels/', '')];
    return bytes ? new Response(bytes as BodyInit) : new Response('', { status: 404 });
  });
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['packed', packed],
  ['unpacked by the host', plain],
])('files that arrive %s are the same in the end', async (_, files) => {
  serve(files);
  const seen: number[] = [];
  const assets = await downloadAssets('/python/', manifest, (loaded) => seen.push(loaded));
  expect(new Uint8Array(assets.buffers['stdlib.zip'] as ArrayBuffer)).toEqual(zip);
  expect(assets.module).toBeInstanceOf(WebAssembly.Module);
  expect(assets.wheel).toBeNull();
  expect(seen.at(-1)).toBe(manifest.download);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
});

test('an operator’s wheel is fetched where the folder names one, with the whole standard library', async () => {
  const full = Uint8Array.of(80, 75, 7);
  serve({ ...packed, 'stdlib-full.zip.gz': full, 'numpy-2.whl': Uint8Array.of(1, 2) }, { numpy: 'numpy-2.whl' });
  const assets = await downloadAssets('/python/', manifest, () => undefined);
  expect(assets.wheel).toBe('/python/wheels/numpy-2.whl');
  expect(assets.buffers['/python/wheels/numpy-2.whl']?.byteLength).toBe(2);
  expect(new Uint8Array(assets.buffers['stdlib.zip'] as ArrayBuffer), 'with the whole standard library').toEqual(full);
});

test('a wheel name that leaves the folder is ignored', async () => {
  serve(packed, { numpy: '../../evil.whl' });
  expect((await downloadAssets('/python/', manifest, () => undefined)).wheel).toBeNull();
});

test('a missing file is named in the error', async () => {
  serve({ 'stdlib.zip.gz': packed['stdlib.zip.gz'] });
  await expect(downloadAssets('/python/', manifest, () => undefined)).rejects.toThrow('pyodide.asm.wasm.gz: HTTP 404');
});
