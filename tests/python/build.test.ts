/** The build step: complete, small enough for a phone, and idle when nothing has changed. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPython } from '@/lib/build/python/build-python';

test('a second build finds everything in place and touches no file of the version', async () => {
  const first = await buildPython();
  const worker = path.join(first.folder, 'worker.mjs');
  const before = (await stat(worker)).mtimeMs;
  const second = await buildPython();
  expect(second.rebuilt).toBe(false);
  expect(second.manifest).toEqual(first.manifest);
  expect((await stat(worker)).mtimeMs).toBe(before);
}, 60_000);

test('the manifest tells the true sizes of files that exist, 5.5 MB in all at most', async () => {
  const { manifest, folder } = await buildPython();
  for (const file of manifest.files) {
    const { size } = await stat(path.join(folder, file.name));
    expect(size, file.name).toBe(file.name.endsWith('.gz') ? file.packed : file.bytes);
  }
  expect(manifest.download).toBe(manifest.files.reduce((sum, file) => sum + file.packed, 0));
  expect(manifest.download).toBeLessThan(5_500_000);
  expect(manifest.version).toMatch(/^[0-9a-f]{12}$/);
}, 60_000);
