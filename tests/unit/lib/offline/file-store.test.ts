import { expect, test } from 'vitest';
import { cacheName, openFileStore } from '@/lib/offline/file-store';
import { fakeCaches, scope } from './fake-site';

const bytes = new TextEncoder().encode('<p>page</p>');

test('a file is of the type its name says, and as safe as the host made it', async () => {
  const store = openFileStore(fakeCaches(), scope);
  const headers = new Headers({ 'content-type': 'application/odd', 'x-frame-options': 'DENY', 'set-cookie': 'a=b' });
  await store.write('abc', bytes, headers);
  const page = await store.read('abc', '/en/');
  expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page?.headers.get('x-frame-options')).toBe('DENY');
  expect(await page?.text()).toBe('<p>page</p>');
  expect((await store.read('abc', '/en/index.txt'))?.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await store.read('none', '/en/')).toBeNull();
});

test('two sites of one host do not see each other’s files', async () => {
  const caches = fakeCaches();
  const [one, other] = [openFileStore(caches, 'https://a.org/one/'), openFileStore(caches, 'https://a.org/two/')];
  await one.write('abc', bytes, new Headers());
  expect((await other.hashes()).size).toBe(0);
  expect(cacheName('https://a.org/one/', 'files')).not.toBe(cacheName('https://a.org/two/', 'files'));
});

test('what is removed is gone, the rest stays', async () => {
  const store = openFileStore(fakeCaches(), scope);
  for (const hash of ['a', 'b', 'c']) await store.write(hash, bytes, new Headers());
  await store.remove(['a', 'c', 'never']);
  expect([...(await store.hashes())]).toEqual(['b']);
});
