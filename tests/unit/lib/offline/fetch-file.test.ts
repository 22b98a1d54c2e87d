import { expect, test } from 'vitest';
import { fetchFile, WrongContent } from '@/lib/offline/fetch-file';
import type { FileEntry } from '@/lib/offline/file-index';
import { fakeHost, indexOf, scope } from './fake-site';

const site = { '/en/': 'home', '/_next/static/a.js': 'script' };

async function entryOf(path: keyof typeof site): Promise<FileEntry> {
  const { index } = await indexOf(site);
  return index.files.get(path) as FileEntry;
}

test('a file comes with its bytes and the headers of the host', async () => {
  const host = fakeHost(site);
  const { bytes, headers } = await fetchFile(await entryOf('/en/'), { fetch: host.fetch, scope });
  expect(new TextDecoder().decode(bytes)).toBe('home');
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('an error page sent with status 200 is not the file', async () => {
  const host = fakeHost({ ...site, '/en/': 'Sign in to the train’s network' });
  await expect(fetchFile(await entryOf('/en/'), { fetch: host.fetch, scope })).rejects.toThrow(WrongContent);
});

test('the right content with a bad status is not the file either', async () => {
  const odd = (async () => new Response('home', { status: 500 })) as typeof fetch;
  await expect(fetchFile(await entryOf('/en/'), { fetch: odd, scope })).rejects.toThrow(WrongContent);
});

test('a bad copy in the browser’s own cache is asked for anew, once', async () => {
  const caches: unknown[] = [];
  const stale = (async (_: unknown, init?: RequestInit) => {
    caches.push(init?.cache);
    return new Response(caches.length === 1 ? 'older' : 'home');
  }) as typeof fetch;
  await fetchFile(await entryOf('/en/'), { fetch: stale, scope });
  expect(caches).toEqual(['no-cache', 'reload']);
});

test('a file whose name has a hash may come from the browser’s own cache', async () => {
  let cache: unknown;
  const host = fakeHost(site);
  const noting = ((input, init) => {
    cache = init?.cache;
    return host.fetch(input, init);
  }) as typeof fetch;
  await fetchFile(await entryOf('/_next/static/a.js'), { fetch: noting, scope });
  expect(cache).toBe('default');
});

test('how much of a file has come never exceeds all of it, though it arrives unpacked', async () => {
  const shares: number[] = [];
  const entry = { ...(await entryOf('/en/')), bytes: 2 };
  await fetchFile(entry, { fetch: fakeHost(site).fetch, scope, onShare: (share) => shares.push(share) });
  expect(shares).toEqual([1]);
});
