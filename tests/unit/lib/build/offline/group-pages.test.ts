import { expect, test } from 'vitest';
import { groupPages } from '@/lib/build/offline/group-pages';

const pages = [
  '/',
  '/en/',
  '/en/offline/',
  '/en/map/',
  '/en/labs/',
  '/en/me/',
  '/en/me/stored/',
  '/en/stages/math/',
  '/en/stages/math/placement/',
  '/en/learn/math/a/',
  '/en/learn/frontier/b/',
  '/en/concepts/softmax/',
  '/en/concepts/mamba/',
  '/en/labs/bpe/',
  '/zh/',
  '/zh/concepts/softmax/',
];
const links: Record<string, string[]> = {
  '/en/learn/math/a/': [
    '/en/concepts/softmax/',
    '/en/labs/bpe/',
    '/en/map/',
    '/en/learn/frontier/b/',
    '/zh/concepts/softmax/',
  ],
  '/en/stages/math/': ['/en/concepts/mamba/'],
};
const files = [
  '/404.html',
  '/icon.svg',
  '/icons/icon-192.png',
  '/en/manifest.webmanifest',
  '/en/lessons.json',
  '/search/en.json',
  '/python/manifest.json',
  '/exercises/a/exercise.py',
];
const groups = groupPages(pages, (page) => links[page] ?? [], files);

test('every page is in a download', () => {
  expect(new Set([...groups.values()].flatMap((group) => group.pages))).toEqual(new Set(pages));
});

test('a stage is its page, its lessons, and the concepts and labs these link to in their language', () => {
  expect(groups.get('en/math')?.pages.toSorted()).toEqual([
    '/en/concepts/softmax/',
    '/en/labs/bpe/',
    '/en/learn/math/a/',
    '/en/me/stored/',
    '/en/stages/math/',
    '/en/stages/math/placement/',
  ]);
});

test('the rooms one rarely goes to and the search come with every stage of their language', () => {
  expect(groups.get('en/frontier')).toEqual({
    pages: ['/en/me/stored/', '/en/learn/frontier/b/'],
    files: ['/search/en.json'],
  });
  expect(groups.get('en/rest')?.files).toEqual([]);
});

test('what no lesson leads to is the rest', () => {
  expect(groups.get('en/rest')?.pages).toEqual(['/en/concepts/mamba/']);
  expect(groups.get('zh/rest')?.pages).toEqual(['/zh/concepts/softmax/']);
});

test('the core opens the door in both languages; the daily rooms of a language have its lists', () => {
  expect(groups.get('core')).toEqual({
    pages: ['/', '/en/', '/en/offline/', '/zh/'],
    files: ['/404.html', '/icon.svg', '/en/manifest.webmanifest'],
  });
  expect(groups.get('en/rooms')).toEqual({ pages: ['/en/map/', '/en/labs/', '/en/me/'], files: ['/en/lessons.json'] });
});

test('Python is by itself; the files of an exercise come with the lesson', () => {
  expect(groups.get('python')).toEqual({ pages: [], files: ['/python/manifest.json'] });
  expect([...groups.values()].flatMap((group) => group.files)).not.toContain('/exercises/a/exercise.py');
});
