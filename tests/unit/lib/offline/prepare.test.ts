/** From one build to the next: all of it or nothing, and the old one until then. */
import { expect, test } from 'vitest';
import { greet, keepPage, tidy } from '@/lib/offline/keep';
import { enterService, prepareBuild } from '@/lib/offline/prepare';
import type { SiteCopy } from '@/lib/offline/site-copy';
import { fakeCaches, fakeHost, indexOf, siteCopy } from './fake-site';

const first = {
  '/en/': 'home',
  '/en/index.txt': 'home payload',
  '/en/a/': 'lesson a /lab.js',
  '/en/a/index.txt': 'payload a',
  '/en/b/': 'lesson b',
  '/en/b/index.txt': 'payload b',
  '/lab.js': 'lab',
};
const groups = {
  core: { pages: ['/en/'] },
  'en/math': { pages: ['/en/a/', '/en/b/'] },
  'en/rooms': { pages: ['/en/b/'] },
};
/** One lesson corrected; everything else as it was. */
const second = {
  ...first,
  '/en/a/': `lesson a, ${'corrected '.repeat(100)} /lab.js`,
  '/en/a/index.txt': 'payload a, corrected',
};

const download = (copy: SiteCopy, complete = true) => copy.notes.put({ kind: 'group', name: 'en/math', complete });
const has = async (copy: SiteCopy, ...paths: string[]) => {
  const index = await copy.index();
  const stored = await copy.store.hashes();
  return paths.map((path) => stored.has(index?.files.get(path)?.hash ?? ''));
};

async function twoBuilds() {
  const caches = fakeCaches();
  const host = fakeHost(first);
  const old = await siteCopy(host, await indexOf(first, groups), { caches });
  await prepareBuild(old);
  return {
    caches,
    host,
    old,
    deploy: async () => {
      host.files = { ...second };
      host.asked.length = 0;
      return siteCopy(host, await indexOf(second, groups), { caches });
    },
  };
}

test('the first worker fetches the core and nothing else', async () => {
  const { old } = await twoBuilds();
  expect(await has(old, '/en/', '/en/index.txt', '/en/a/', '/lab.js')).toEqual([true, true, false, false]);
});

test('a new build has all that the learner had, and of it only what has changed is fetched', async () => {
  const { old, host, deploy } = await twoBuilds();
  await download(old);
  await prepareBuild(old);
  const next = await deploy();
  await prepareBuild(next);
  expect(host.asked.sort()).toEqual(['/en/a/', '/en/a/index.txt', '/offline/index.json']);
  expect(await has(next, '/en/a/', '/en/b/', '/lab.js')).toEqual([true, true, true]);
});

test('until it takes over, the old build is whole; afterwards its files are gone', async () => {
  const { old, deploy } = await twoBuilds();
  await download(old);
  await prepareBuild(old);
  const next = await deploy();
  await prepareBuild(next);
  expect(await has(old, '/en/a/', '/en/a/index.txt', '/en/b/')).toEqual([true, true, true]);
  await enterService(next, new Set());
  expect(await has(next, '/en/a/', '/en/b/', '/lab.js')).toEqual([true, true, true]);
  expect(await has(old, '/en/a/', '/en/a/index.txt')).toEqual([false, false]);
});

test('an update that is interrupted leaves the old build whole, and the next try fetches only the rest', async () => {
  const { old, host, deploy } = await twoBuilds();
  await download(old);
  await prepareBuild(old);
  const next = await deploy();
  const lost = host.files['/en/a/index.txt'] ?? '';
  delete host.files['/en/a/index.txt'];
  await expect(prepareBuild(next)).rejects.toThrow();
  expect(await has(old, '/en/', '/en/a/', '/en/a/index.txt', '/lab.js')).toEqual([true, true, true, true]);
  host.files['/en/a/index.txt'] = lost;
  host.asked.length = 0;
  await prepareBuild(next);
  expect(host.asked).toEqual(['/en/a/index.txt']);
});

test('an index that is not the one the worker was built with is not believed', async () => {
  const { host, deploy } = await twoBuilds();
  const next = await deploy();
  host.files['/offline/index.json'] = '{"version":1}';
  await expect(prepareBuild(next)).rejects.toThrow();
});

test('no room for the new build: it is not installed, and the old one steps behind the network', async () => {
  const { caches, old, deploy } = await twoBuilds();
  await download(old);
  await prepareBuild(old);
  const next = await deploy();
  await next.index();
  caches.capacity = caches.size() + 500;
  await expect(prepareBuild(next)).rejects.toThrow('no room');
  expect(await has(old, '/en/', '/en/a/')).toEqual([true, true]);
  expect(await old.notes.list()).toContainEqual({ kind: 'behind', name: next.build });
});

test('a lost network is no reason to step behind it', async () => {
  const { old, host, deploy } = await twoBuilds();
  await download(old);
  const next = await deploy();
  await next.index();
  host.isOnline = false;
  await expect(prepareBuild(next)).rejects.toThrow(TypeError);
  expect((await old.notes.list()).some(({ kind }) => kind === 'behind')).toBe(false);
});

test('a build in service is behind nothing, and forgets tabs that are closed', async () => {
  const { old } = await twoBuilds();
  await old.notes.put({ kind: 'behind', name: 'x' });
  await old.notes.put({ kind: 'foreign', name: 'closed' });
  await old.notes.put({ kind: 'foreign', name: 'open' });
  await enterService(old, new Set(['open']));
  expect(await old.notes.list()).toEqual([{ kind: 'foreign', name: 'open' }]);
});

test('a download that was not finished is neither gone on with nor thrown away by an update', async () => {
  const { old, host, deploy } = await twoBuilds();
  await download(old, false);
  await old.store.write((await old.index())?.files.get('/en/b/')?.hash ?? '', new Uint8Array(3), new Headers());
  const next = await deploy();
  await prepareBuild(next);
  expect(host.asked).not.toContain('/en/a/');
  await enterService(next, new Set());
  expect(await has(next, '/en/b/', '/en/a/')).toEqual([true, false]);
});

test('nothing is tidied away while a newer build prepares itself', async () => {
  const { old, deploy } = await twoBuilds();
  const next = await deploy();
  await download(next);
  await prepareBuild(next);
  await tidy({ ...old, isLatest: () => false });
  expect(await has(next, '/en/a/', '/en/')).toEqual([true, true]);
});

test('a page that greets is kept with the rooms of its language; what was evicted comes back', async () => {
  const { old } = await twoBuilds();
  const home = (await old.index())?.files.get('/en/')?.hash ?? '';
  await old.store.remove([home]);
  await greet(old, '/en/a/');
  expect(await has(old, '/en/', '/en/a/', '/lab.js', '/en/b/')).toEqual([true, true, true, true]);
});

test('beyond the limit the page visited longest ago goes, unless a download has it', async () => {
  const { old } = await twoBuilds();
  await keepPage(old, '/en/a/');
  for (let at = 2000; at < 2020; at += 1) await old.notes.put({ kind: 'page', name: `/other/${at}/`, at });
  await keepPage({ ...old, now: () => 3000 }, '/en/b/');
  expect(await has(old, '/en/a/', '/lab.js', '/en/b/', '/en/')).toEqual([false, false, true, true]);
});
