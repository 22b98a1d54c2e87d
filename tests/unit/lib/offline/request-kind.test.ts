import { expect, test } from 'vitest';
import { bypassHeader, readRequest } from '@/lib/offline/request-kind';
import { scope } from './fake-site';

/** Node's Request cannot be made a navigation. */
const navigate = (address: string) =>
  readRequest(Object.defineProperty(new Request(new URL(address, scope)), 'mode', { value: 'navigate' }), scope);
const ask = (address: string, init?: RequestInit) => readRequest(new Request(new URL(address, scope), init), scope);

test('a page is known by its folder, with any query, with or without its slash', () => {
  expect(navigate('en/map/')).toEqual({ kind: 'page', page: '/en/map/', exact: true });
  expect(navigate('en/share/?p=abc&from=timeline')).toEqual({ kind: 'page', page: '/en/share/', exact: true });
  expect(navigate('en/map')).toEqual({ kind: 'page', page: '/en/map/', exact: false });
  expect(navigate('en/map/index.html')).toEqual({ kind: 'page', page: '/en/map/', exact: false });
  expect(navigate('')).toEqual({ kind: 'page', page: '/', exact: true });
});

test('a file opened in a tab is no page', () => {
  expect(navigate('roadmap.json')).toEqual({ kind: 'file', path: '/roadmap.json' });
});

test('the four ways in which Next asks for a page are told apart', () => {
  expect(ask('en/map/', { method: 'HEAD' })).toEqual({ kind: 'probe', page: '/en/map/' });
  expect(ask('en/map/__next._tree.txt?_rsc=1')).toEqual({ kind: 'hint', page: '/en/map/' });
  expect(ask('en/map/__next.$d$locale.map.__PAGE__.txt?_rsc=1')).toEqual({ kind: 'hint', page: '/en/map/' });
  expect(ask('en/map/index.txt?_rsc=1')).toEqual({ kind: 'payload', page: '/en/map/' });
});

test('everything else below the site is a file, whatever its query', () => {
  expect(ask('_next/static/chunks/a.js?params=%5B%5D')).toEqual({ kind: 'file', path: '/_next/static/chunks/a.js' });
  expect(ask('search/en.json')).toEqual({ kind: 'file', path: '/search/en.json' });
});

test('what is not ours is not touched: other hosts, other sites of this host, what writes, parts of files', () => {
  const none = { kind: 'none' };
  expect(ask('https://elsewhere.org/base/en/')).toEqual(none);
  expect(ask('https://example.org/other/en/')).toEqual(none);
  expect(ask('http://example.org/base/en/')).toEqual(none);
  expect(ask('en/', { method: 'POST', body: 'x' })).toEqual(none);
  expect(ask('roadmap.json', { method: 'HEAD' })).toEqual(none);
  expect(ask('en/', { headers: { range: 'bytes=0-1' } })).toEqual(none);
  expect(ask('sw.js')).toEqual(none);
});

test('a download of ours goes past the worker', () => {
  expect(ask('en/map/index.txt', { headers: { [bypassHeader]: '1' } })).toEqual({ kind: 'none' });
});
