import { expect, test } from 'vitest';
import {
  amountOf,
  filesOfPage,
  missingFiles,
  pagesHere,
  storedBytes,
  uselessHashes,
  wantedFiles,
} from '@/lib/offline/wanted';
import { indexOf } from './fake-site';

const site = {
  '/en/': 'home /shared.js',
  '/en/index.txt': 'home payload',
  '/en/learn/math/a/': 'lesson a /shared.js /lab.js',
  '/en/learn/math/a/index.txt': 'payload a',
  '/en/learn/math/b/': 'lesson b /shared.js',
  '/en/learn/math/b/index.txt': 'payload b',
  '/shared.js': 'shared',
  '/lab.js': 'lab',
  '/copy.js': 'lab',
};
const groups = { core: { pages: ['/en/'] }, 'en/math': { pages: ['/en/learn/math/a/', '/en/learn/math/b/'] } };
const paths = (files: Iterable<{ path: string }>) => [...files].map(({ path }) => path).sort();
const hashes = (files: Iterable<{ hash: string }>) => new Set([...files].map(({ hash }) => hash));

test('a page is its document, its payload and what it needs', async () => {
  const { index } = await indexOf(site, groups);
  expect(paths(filesOfPage(index, '/en/learn/math/a/'))).toEqual([
    '/en/learn/math/a/',
    '/en/learn/math/a/index.txt',
    '/lab.js',
    '/shared.js',
  ]);
  expect(paths(filesOfPage(index, '/en/nowhere/'))).toEqual([]);
});

test('the core is always wanted; groups and pages of another build are passed over', async () => {
  const { index } = await indexOf(site, groups);
  const nothing = wantedFiles(index, { groups: [], pages: [] });
  expect(paths(nothing)).toEqual(['/en/', '/en/index.txt', '/shared.js']);
  expect(wantedFiles(index, { groups: ['en/gone'], pages: ['/en/gone/'] })).toEqual(nothing);
  expect(wantedFiles(index, { groups: ['en/math'], pages: [] }).size).toBe(8);
});

test('what several files have in common is fetched once, and only if it is not here', async () => {
  const { index } = await indexOf(site, groups);
  const all = [...index.files.values()];
  expect(missingFiles(all, new Set())).toHaveLength(all.length - 1);
  const stored = hashes(filesOfPage(index, '/en/'));
  expect(paths(missingFiles(filesOfPage(index, '/en/learn/math/b/'), stored))).toEqual([
    '/en/learn/math/b/',
    '/en/learn/math/b/index.txt',
  ]);
});

test('of no use is what nothing wanted has, not what another path has as well', async () => {
  const { index } = await indexOf(site, groups);
  const stored = new Set([...hashes(index.files.values()), 'olderbuild1']);
  const wanted = wantedFiles(index, { groups: [], pages: ['/en/learn/math/a/'] });
  const useless = uselessHashes(wanted, stored);
  expect(useless).toContain('olderbuild1');
  expect(useless).toHaveLength(3);
  expect(useless).not.toContain(index.files.get('/copy.js')?.hash);
});

test('an amount says what all costs, what is still to be fetched, and what it takes', async () => {
  const { index } = await indexOf(site, groups);
  const files = filesOfPage(index, '/en/learn/math/b/');
  expect(amountOf(files, new Set())).toEqual({ bytes: 34, packed: 18, missing: 18 });
  expect(amountOf(files, hashes(filesOfPage(index, '/en/'))).missing).toBe(15);
  expect(amountOf(files, hashes(files)).missing).toBe(0);
  expect(storedBytes(index, new Set([...hashes(files), 'olderbuild1']))).toBe(34);
});

test('a page is here when all of it is', async () => {
  const { index } = await indexOf(site, groups);
  const stored = hashes([...filesOfPage(index, '/en/'), ...filesOfPage(index, '/en/learn/math/b/')]);
  expect(pagesHere(index, stored)).toEqual(['/en/', '/en/learn/math/b/']);
});
