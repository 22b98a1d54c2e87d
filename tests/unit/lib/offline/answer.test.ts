/** The worker's answers: of one build, or of the network, never a mixture. */
import { expect, test, vi } from 'vitest';
import { createAnswers } from '@/lib/offline/answer';
import type { ToPage } from '@/lib/offline/messages';
import { prepareBuild } from '@/lib/offline/prepare';
import { type Asked, readRequest } from '@/lib/offline/request-kind';
import type { Surroundings } from '@/lib/offline/site-copy';
import { filesOfPage, missingFiles } from '@/lib/offline/wanted';
import { fakeCaches, fakeHost, indexOf, scope, siteCopy } from './fake-site';

const site = {
  '/en/': 'home',
  '/en/index.txt': 'home payload',
  '/en/offline/': 'what is here',
  '/en/offline/index.txt': 'list payload',
  '/404.html': 'no such page',
  '/en/map/': 'map /_next/static/map.js',
  '/en/map/index.txt': 'map payload',
  '/_next/static/map.js': 'map script',
  '/exercises/a/exercise.py': 'x = 1',
};
const groups = { core: { pages: ['/en/', '/en/offline/'], files: ['/404.html'] } };

/** A worker of `site` in service, its core stored, and everything it does behind an answer. */
async function worker(surroundings: Partial<Surroundings> = {}) {
  const host = fakeHost(site);
  const build = await indexOf(site, groups);
  const told: ToPage[] = [];
  const update = vi.fn();
  const copy = await siteCopy(host, build, { tell: (_, message) => told.push(message), update, ...surroundings });
  await prepareBuild(copy);
  host.asked.length = 0;
  const answers = createAnswers(copy);
  const behind: Promise<unknown>[] = [];
  const ask = async (address: string, { tab = 'tab', method = 'GET', navigates = false } = {}) => {
    const request = new Request(new URL(address, scope), { method });
    const asked: Asked = readRequest(
      navigates ? Object.defineProperty(request, 'mode', { value: 'navigate' }) : request,
      scope,
    );
    const ids = navigates ? { clientId: '', resultingClientId: tab } : { clientId: tab, resultingClientId: '' };
    const response = await answers.answer(asked, {
      request,
      ...ids,
      waitUntil: (promise) => void behind.push(promise),
    });
    return response as Response;
  };
  const settle = async () => {
    for (let i = 0; i < behind.length; i += 1) await behind[i];
  };
  return {
    host,
    copy,
    build,
    told,
    update,
    ask,
    settle,
    open: (address: string, tab = 'tab') => ask(address, { tab, navigates: true }),
  };
}

test('a stored page comes from the store, with any query, though there is a network', async () => {
  const { open, host } = await worker();
  host.files['/en/'] = 'home of a newer build';
  expect(await (await open('en/?p=code')).text()).toBe('home');
});

test('a stored page without its slash is sent to its own address, with its query', async () => {
  const { open } = await worker();
  const response = await open('en?p=code');
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(`${scope}en/?p=code`);
});

test('a page that is opened is kept, with its payload and its scripts', async () => {
  const { open, ask, host, settle } = await worker();
  expect(await (await open('en/map/')).text()).toContain('map');
  await settle();
  host.isOnline = false;
  expect(await (await open('en/map/')).text()).toContain('map');
  expect(await (await ask('en/map/index.txt?_rsc=1')).text()).toBe('map payload');
  expect(await (await ask('_next/static/map.js')).text()).toBe('map script');
});

test('offline, a page that is not here is answered with the list of what is', async () => {
  const { open, host } = await worker();
  host.isOnline = false;
  const response = await open('en/map/');
  expect([response.status, await response.text()]).toEqual([200, 'what is here']);
});

test('offline, a page that no build knows is not found', async () => {
  const { open, host } = await worker();
  host.isOnline = false;
  const response = await open('en/mistyped/');
  expect([response.status, await response.text()]).toEqual([404, 'no such page']);
});

test('a host that is silent for ten seconds counts as no network', async () => {
  const { open, host } = await worker();
  host.isSilent = true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = open('en/map/');
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(await (await asked).text()).toBe('what is here');
});

test('errors of the host reach the reader as they are', async () => {
  const { open, host, copy, settle } = await worker();
  delete host.files['/en/map/'];
  expect((await open('en/map/')).status).toBe(404);
  await settle();
  expect((await copy.notes.list()).filter(({ kind }) => kind === 'foreign')).toEqual([]);
});

test('a page of another build goes through whole, and a newer worker is asked for', async () => {
  const { open, host, copy, build, update, settle } = await worker();
  host.files['/en/map/'] = 'map of a newer build';
  expect(await (await open('en/map/')).text()).toBe('map of a newer build');
  await settle();
  expect(update).toHaveBeenCalled();
  const stored = await copy.store.hashes();
  expect(missingFiles(filesOfPage(build.index, '/en/map/'), stored)).toHaveLength(3);
});

test('a tab with a page of another build gets payloads and data of the host, and nothing of ours', async () => {
  const { open, ask, host, settle } = await worker();
  host.files['/en/map/'] = 'map of a newer build';
  host.files['/en/index.txt'] = 'home payload of a newer build';
  host.files['/exercises/a/exercise.py'] = 'x = 2';
  await open('en/map/', 'new tab');
  expect(await (await ask('en/index.txt', { tab: 'new tab' })).text()).toBe('home payload of a newer build');
  expect(await (await ask('exercises/a/exercise.py', { tab: 'new tab' })).text()).toBe('x = 2');
  expect(await (await ask('en/index.txt', { tab: 'old tab' })).text()).toBe('home payload');
  await settle();
  host.isOnline = false;
  expect((await ask('en/index.txt', { tab: 'new tab' })).status).toBe(204);
});

test('a worker that was put to sleep and woken still knows which tabs are of another build', async () => {
  const { open, host, copy, settle } = await worker();
  host.files['/en/map/'] = 'map of a newer build';
  host.files['/en/index.txt'] = 'home payload of a newer build';
  await open('en/map/', 'new tab');
  await settle();
  const woken = createAnswers(copy);
  const request = new Request(`${scope}en/index.txt`);
  const question = { request, clientId: 'new tab', resultingClientId: '', waitUntil: () => {} };
  const response = await woken.answer({ kind: 'payload', page: '/en/' }, question);
  expect(await response?.text()).toBe('home payload of a newer build');
});

test('a payload of another build is never handed to a page of this one: Next then loads the document', async () => {
  const { ask, host, update, settle } = await worker();
  host.files['/en/map/index.txt'] = 'map payload of a newer build';
  const response = await ask('en/map/index.txt?_rsc=1');
  expect([response.status, await response.text()]).toEqual([204, '']);
  expect(update).toHaveBeenCalled();
  await settle();
});

test('neither is a data file: the page is told that the site has been updated', async () => {
  const { ask, host, told } = await worker();
  host.files['/exercises/a/exercise.py'] = 'x = 2';
  expect((await ask('exercises/a/exercise.py')).status).toBe(409);
  expect(told).toEqual([{ type: 'unavailable', why: 'updated' }]);
});

test('a script that the host has no more is said to be of an older version', async () => {
  const { ask, host, told } = await worker();
  delete host.files['/_next/static/map.js'];
  expect((await ask('_next/static/map.js')).ok).toBe(false);
  expect(told).toEqual([{ type: 'unavailable', why: 'updated' }]);
});

test('offline, a payload that is not here is empty and a file fails, and the page is told why', async () => {
  const { ask, host, told } = await worker();
  host.isOnline = false;
  expect((await ask('en/map/index.txt')).status).toBe(204);
  await expect(ask('_next/static/map.js')).rejects.toThrow(TypeError);
  expect(told).toEqual([{ type: 'unavailable', why: 'offline' }]);
});

test('a link that is about to be followed has its payload fetched ahead once, then the rest of its page', async () => {
  const { ask, open, host, settle } = await worker();
  expect((await ask('en/map/', { method: 'HEAD' })).status).toBe(204);
  expect((await ask('en/map/__next._tree.txt')).status).toBe(204);
  await Promise.all([ask('en/map/__next._tree.txt'), ask('en/map/index.txt')]);
  expect(host.asked.filter((path) => path === '/en/map/index.txt')).toHaveLength(1);
  await settle();
  host.isOnline = false;
  expect(await (await open('en/map/')).text()).toContain('map');
  expect(await (await ask('_next/static/map.js')).text()).toBe('map script');
});

test('offline, a page of which only the payload is here does not open by navigation either', async () => {
  const { ask, host, copy, build } = await worker();
  const payload = build.index.files.get('/en/map/index.txt');
  if (payload) await copy.fetchMissing([payload]);
  expect(await (await ask('en/map/index.txt')).text()).toBe('map payload');
  host.isOnline = false;
  await copy.store.remove([build.index.files.get('/_next/static/map.js')?.hash ?? '']);
  expect((await ask('en/map/index.txt')).status).toBe(204);
});

test('what the build does not know is the network’s', async () => {
  const { ask, host } = await worker();
  host.files['/roadmap.json'] = '{}';
  expect(await (await ask('roadmap.json')).text()).toBe('{}');
});

test('a file is stored as it passes, and the one that follows comes from the store', async () => {
  const { ask, host, settle } = await worker();
  await ask('exercises/a/exercise.py');
  await settle();
  host.isOnline = false;
  expect(await (await ask('exercises/a/exercise.py')).text()).toBe('x = 1');
});

test('an error page in place of a script is passed on and not stored', async () => {
  const { ask, host, copy, build, settle } = await worker();
  host.files['/_next/static/map.js'] = '<html>not found</html>';
  expect(await (await ask('_next/static/map.js')).text()).toBe('<html>not found</html>');
  await settle();
  expect(await copy.store.read(build.index.files.get('/_next/static/map.js')?.hash ?? '', '/')).toBeNull();
});

test('while the newest build cannot be stored, pages come from the network where there is one', async () => {
  const { open, ask, copy, host } = await worker();
  await copy.notes.put({ kind: 'behind', name: 'newer' });
  host.files['/en/'] = 'home of a newer build';
  host.files['/en/index.txt'] = 'home payload of a newer build';
  expect(await (await open('en/')).text()).toBe('home of a newer build');
  expect((await ask('en/index.txt', { tab: 'another' })).status).toBe(204);
  host.isOnline = false;
  expect(await (await open('en/')).text()).toBe('home');
  expect(await (await ask('en/index.txt', { tab: 'another' })).text()).toBe('home payload');
});

test('without its index, and without a way to it, the worker stands aside', async () => {
  const host = fakeHost({ '/en/': 'home' });
  const copy = await siteCopy(host, await indexOf(site, groups), { caches: fakeCaches() });
  delete host.files['/offline/index.json'];
  const request = new Request(`${scope}en/`);
  const question = { request, clientId: '', resultingClientId: 'tab', waitUntil: () => {} };
  const answers = createAnswers(copy);
  const page = { kind: 'page', page: '/en/', exact: true } as const;
  expect(await (await answers.answer(page, question))?.text()).toBe('home');
});

test('what is not for the worker gets no answer', async () => {
  const { ask } = await worker();
  expect(await ask('https://elsewhere.org/')).toBeNull();
});

test('whoever spares data keeps nothing that was not asked for', async () => {
  const { open, copy, build, settle } = await worker({ savesData: () => true });
  await open('en/map/');
  await settle();
  const script = build.index.files.get('/_next/static/map.js')?.hash ?? '';
  expect((await copy.store.hashes()).has(script)).toBe(false);
});
