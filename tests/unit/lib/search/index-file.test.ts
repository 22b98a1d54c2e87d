import { expect, test } from 'vitest';
import { buildIndex } from '@/lib/search/build-index';
import { type Item, indexVersion, itemRoute, parseIndexFile } from '@/lib/search/index-file';
import { smallSite } from './small-index';

test('what is built is read', () => {
  expect(parseIndexFile(JSON.parse(JSON.stringify(buildIndex(smallSite(), 'en'))))?.version).toBe(indexVersion);
});

test('another version, a piece of it or something else is not an index', () => {
  const file = JSON.parse(JSON.stringify(buildIndex(smallSite(), 'en')));
  for (const other of [
    { ...file, version: indexVersion + 1 },
    { ...file, items: null },
    { version: 1 },
    null,
    'html',
    [],
  ])
    expect(parseIndexFile(other)).toBeNull();
});

test('every kind has an address, and lessons and stages have places on their page', () => {
  const item = (kind: Item['kind']): Item => ({
    kind,
    id: 'some-id',
    title: '',
    stage: 'math',
    parts: [{ anchor: '', heading: '', text: '' }],
  });
  expect(itemRoute(item('lesson'), 'mask', 'zh')).toBe('/zh/learn/math/some-id/#mask');
  expect(itemRoute(item('lesson'), '', 'en')).toBe('/en/learn/math/some-id/');
  expect(itemRoute(item('concept'), '', 'en')).toBe('/en/concepts/some-id/');
  expect(itemRoute(item('lab'), '', 'en')).toBe('/en/labs/some-id/');
  expect(itemRoute(item('stage'), '', 'en')).toBe('/en/stages/some-id/');
  expect(itemRoute(item('stage'), 'milestone', 'zh')).toBe('/zh/stages/some-id/#milestone');
  expect(itemRoute(item('placement'), '', 'en')).toBe('/en/stages/some-id/placement/');
  expect(itemRoute(item('career'), '', 'en')).toBe('/en/paths/');
  expect(itemRoute(item('resource'), '', 'en')).toBe('/en/resources/#some-id');
});
