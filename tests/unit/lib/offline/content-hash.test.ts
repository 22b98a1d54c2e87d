import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { contentHash } from '@/lib/offline/content-hash';

const bytes = new TextEncoder().encode('layer by layer');

test('a name is the beginning of the SHA-256 of the content', async () => {
  const full = createHash('sha256').update(bytes).digest().subarray(0, 8).toString('base64url');
  expect(await contentHash('/a.js', bytes)).toBe(full);
});

test('a .gz file has the name of what is in it, whether the host unpacked it on the way or not', async () => {
  const packed = new Uint8Array(gzipSync(bytes));
  expect(await contentHash('/python/x.wasm.gz', packed)).toBe(await contentHash('/python/x.wasm.gz', bytes));
  expect(await contentHash('/x.bin', packed)).not.toBe(await contentHash('/x.bin', bytes));
});

test('a .gz file that is cut short has no name of anything', async () => {
  const packed = new Uint8Array(gzipSync(bytes)).subarray(0, 12);
  await expect(contentHash('/python/x.wasm.gz', packed)).rejects.toThrow();
});
