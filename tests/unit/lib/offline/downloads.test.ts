import { expect, test, vi } from 'vitest';
import type { Device } from '@/lib/offline/device';
import { createDownloads, type DownloadState } from '@/lib/offline/downloads';
import { viewGroups } from '@/lib/offline/group-view';
import { tidy } from '@/lib/offline/keep';
import { prepareBuild } from '@/lib/offline/prepare';
import { fakeCaches, fakeHost, indexOf, scope, siteCopy } from './fake-site';

const site = {
  '/en/': 'home',
  '/en/index.txt': 'home payload',
  '/en/a/': 'lesson a /shared.js',
  '/en/a/index.txt': 'payload a',
  '/zh/a/': 'lesson a in Chinese /shared.js',
  '/zh/a/index.txt': 'payload a in Chinese',
  '/shared.js': 'shared',
  '/python/x.gz': 'python',
};
const groups = {
  core: { pages: ['/en/'] },
  'en/math': { pages: ['/en/a/'] },
  'zh/math': { pages: ['/zh/a/'] },
  python: { files: ['/python/x.gz'] },
};
const english = ['en/math'];

async function page({ room = async () => null as number | null } = {}) {
  const host = fakeHost(site);
  const caches = fakeCaches();
  const copy = await siteCopy(host, await indexOf(site, groups), { caches });
  await prepareBuild(copy);
  const index = await copy.index();
  if (!index) throw new Error('no index');
  const device: Device = { scope, index, store: copy.store, notes: copy.notes, tidy: () => tidy(copy) };
  const onComplete = vi.fn();
  const onOutdated = vi.fn();
  const downloads = createDownloads({ fetch: host.fetch, room, onComplete, onOutdated });
  await downloads.attach(device);
  const view = (names: readonly string[]) => viewGroups(downloads.getState(), names);
  return { host, caches, copy, downloads, view, onComplete, onOutdated };
}

test('a download goes from absent to here, counting what travels', async () => {
  const { downloads, view, onComplete } = await page();
  const seen: DownloadState['running'][] = [];
  expect(view(english)).toMatchObject({ state: 'absent', missing: 18, total: 18 });
  downloads.subscribe(({ running }) => seen.push(running));
  await downloads.start(english);
  expect(seen.filter(Boolean).at(-1)).toEqual({ groups: english, loaded: 18, total: 18 });
  expect(view(english)).toMatchObject({ state: 'here', missing: 0, loaded: 0, trouble: null });
  expect(onComplete).toHaveBeenCalledWith('en/math');
});

test('what two downloads share is fetched once', async () => {
  const { downloads, host, view } = await page();
  await downloads.start(english);
  expect(view(['zh/math'])).toMatchObject({ total: 28, missing: 25 });
  host.asked.length = 0;
  await downloads.start(['zh/math']);
  expect(host.asked.sort()).toEqual(['/zh/a/', '/zh/a/index.txt']);
});

test('downloads wait for each other', async () => {
  const { downloads, view } = await page();
  const both = [downloads.start(english), downloads.start(['python'])];
  expect(view(['python'])?.state).toBe('waiting');
  await Promise.all(both);
  expect([view(english)?.state, view(['python'])?.state]).toEqual(['here', 'here']);
});

test('a cancelled download leaves nothing behind and is no trouble', async () => {
  const { downloads, host, copy, view } = await page();
  const before = await copy.store.hashes();
  host.isSilent = true;
  const running = downloads.start(english);
  await vi.waitFor(() => expect(host.asked).toContain('/en/a/'));
  expect(view(english)?.state).toBe('running');
  await downloads.cancel(english);
  await running;
  expect(view(english)).toMatchObject({ state: 'absent', trouble: null });
  expect(await copy.store.hashes()).toEqual(before);
});

test('one that waits is only taken out of the queue', async () => {
  const { downloads, host, view } = await page();
  const first = downloads.start(english);
  const second = downloads.start(['python']);
  await downloads.cancel(['python']);
  await Promise.all([first, second]);
  expect(host.asked).not.toContain('/python/x.gz');
  expect([view(english)?.state, view(['python'])?.state]).toEqual(['here', 'absent']);
});

test('what had come before a failure is kept, and the next try goes on from there', async () => {
  const { downloads, host, view } = await page();
  const real = host.files['/en/a/index.txt'] ?? '';
  host.files['/en/a/index.txt'] = '';
  await downloads.start(english);
  expect(view(english)).toMatchObject({ state: 'partly', trouble: 'updated', missing: 5 });
  host.files['/en/a/index.txt'] = real;
  host.asked.length = 0;
  await downloads.start(english);
  expect(host.asked).toEqual(['/en/a/index.txt']);
  expect(view(english)).toMatchObject({ state: 'here', trouble: null });
});

test('no network is told from a site that has been updated; only the latter asks for the new version', async () => {
  const { downloads, host, view, onOutdated } = await page();
  host.isOnline = false;
  await downloads.start(english);
  expect(view(english)?.trouble).toBe('offline');
  expect(onOutdated).not.toHaveBeenCalled();
  host.isOnline = true;
  host.files['/en/a/'] = 'lesson a, corrected';
  await downloads.start(english);
  expect(view(english)?.trouble).toBe('updated');
  expect(onOutdated).toHaveBeenCalledOnce();
});

test('where there is not enough room nothing is begun', async () => {
  const { downloads, host, view } = await page({ room: async () => 10 });
  host.asked.length = 0;
  await downloads.start(english);
  expect(host.asked).toEqual([]);
  expect(view(english)).toMatchObject({ state: 'absent', trouble: 'full' });
});

test('a device that turns out to be full is said, and what was there before stays', async () => {
  const { downloads, caches, view, copy } = await page();
  const before = await copy.store.hashes();
  caches.capacity = caches.size() + 60;
  await downloads.start(english);
  expect(view(english)?.trouble).toBe('full');
  const after = await copy.store.hashes();
  expect([...before].every((hash) => after.has(hash))).toBe(true);
});

test('a deleted download takes its files with it, and not those of another', async () => {
  const { downloads, copy, view } = await page();
  await downloads.start(english);
  await downloads.start(['zh/math']);
  const full = (await copy.store.hashes()).size;
  await downloads.remove(english);
  expect((await copy.store.hashes()).size).toBe(full - 2);
  expect([view(english)?.state, view(['zh/math'])?.state]).toEqual(['absent', 'here']);
});

test('deleting everything leaves the core', async () => {
  const { downloads, copy, view } = await page();
  const core = await copy.store.hashes();
  await downloads.start(['en/math', 'zh/math']);
  await downloads.removeAll();
  expect(await copy.store.hashes()).toEqual(core);
  expect(view(english)?.state).toBe('absent');
});

test('deleting everything ends what is under way and what waits, and nothing of it comes back', async () => {
  const { downloads, copy, host, view } = await page();
  const core = await copy.store.hashes();
  host.isSilent = true;
  const both = [downloads.start(english), downloads.start(['python'])];
  await vi.waitFor(() => expect(host.asked).toContain('/en/a/'));
  await downloads.removeAll();
  host.isSilent = false;
  await Promise.all(both);
  expect(await copy.store.hashes()).toEqual(core);
  expect(await copy.notes.list()).toEqual([]);
  expect([view(english)?.state, view(['python'])?.state]).toEqual(['absent', 'absent']);
  expect(downloads.getState().trouble.size).toBe(0);
  expect(host.asked).not.toContain('/python/x.gz');
});

test('what is tidied away before a download is noted is fetched with it', async () => {
  const { downloads, copy, view } = await page();
  await downloads.start(english);
  await copy.notes.remove([{ kind: 'group', name: 'en/math' }]);
  const { put } = copy.notes;
  const device = downloads.getState().device;
  if (!device) throw new Error('no device');
  let isFirst = true;
  const notes = {
    ...copy.notes,
    put: async (note: Parameters<typeof put>[0]) => {
      if (isFirst) await tidy(copy);
      isFirst = false;
      await put(note);
    },
  };
  await downloads.attach({ ...device, notes });
  await downloads.start(english);
  expect(view(english)?.state).toBe('here');
});

test('a stage in two languages is here when both are, and partly when one of them is not whole', async () => {
  const { downloads, copy, view } = await page();
  const both = ['en/math', 'zh/math'];
  await downloads.start(english);
  expect(view(both)?.state).toBe('absent');
  await downloads.start(['zh/math']);
  expect(view(both)?.state).toBe('here');
  const [hash = ''] = [...(await copy.store.hashes())].slice(-1);
  await copy.store.remove([hash]);
  await downloads.refresh();
  expect(view(both)?.state).toBe('partly');
});

test('a group that this build does not have has no view', async () => {
  const { view } = await page();
  expect([view(['en/gone']), view([])]).toEqual([null, null]);
});
