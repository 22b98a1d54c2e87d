import { expect, test } from 'vitest';
import type { FileEntry } from '@/lib/offline/file-index';
import { openFileStore } from '@/lib/offline/file-store';
import { gather } from '@/lib/offline/gather';
import { fakeCaches, scope } from './fake-site';

const entry = (n: number): FileEntry => ({ path: `/${n}`, hash: `hash${n}`, bytes: 10, packed: 5 });
const entries = Array.from({ length: 12 }, (_, n) => entry(n));
const fetched = { bytes: new Uint8Array(10), headers: new Headers() };

test('everything ends up in the store, and bytes are counted as they come', async () => {
  const store = openFileStore(fakeCaches(), scope);
  const counted: number[] = [];
  await gather(entries, { store, fetchFile: async () => fetched, onBytes: (loaded) => counted.push(loaded) });
  expect((await store.hashes()).size).toBe(12);
  expect(counted.at(-1)).toBe(60);
  expect(counted).toEqual([...counted].sort((a, b) => a - b));
});

test('never more than four files are under way', async () => {
  let now = 0;
  let most = 0;
  const fetchFile = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    now -= 1;
    return fetched;
  };
  await gather(entries, { store: openFileStore(fakeCaches(), scope), fetchFile });
  expect(most).toBe(4);
});

test('the first failure ends it, and what had come stays', async () => {
  const store = openFileStore(fakeCaches(), scope);
  const asked: string[] = [];
  const fetchFile = async ({ path }: FileEntry) => {
    asked.push(path);
    if (path === '/5') throw new TypeError('gone');
    return fetched;
  };
  await expect(gather(entries, { store, fetchFile })).rejects.toThrow('gone');
  expect(asked.length).toBeLessThan(12);
  expect((await store.hashes()).has('hash0')).toBe(true);
  expect((await store.hashes()).has('hash11')).toBe(false);
});

test('a cancelled download stops what is under way and rejects with the reason', async () => {
  const stop = new AbortController();
  const fetchFile = (_: FileEntry, signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const running = gather(entries, { store: openFileStore(fakeCaches(), scope), fetchFile, signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});

test('nothing is fetched after a signal that came before', async () => {
  const fetchFile = async () => fetched;
  const store = openFileStore(fakeCaches(), scope);
  await expect(gather(entries, { store, fetchFile, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  expect((await store.hashes()).size).toBe(0);
});
