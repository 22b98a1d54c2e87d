import { expect, test } from 'vitest';
import { readContent } from '@/lib/content/build-site';
import { openRoadmap } from '@/lib/content/open-data';
import { nextOnPath } from '@/lib/paths/next-on-path';
import { careerOffers, pathRoad, pathTitle } from '@/lib/paths/road';
import { encodePath } from '@/lib/share/path-code';

const { site } = readContent('.');

test('every career can be adopted and shared, in both languages, with all its lessons, written or not', () => {
  expect(site.careers.map(({ id }) => id)).toEqual(['domain-expert', 'infra-developer', 'research-scientist']);
  for (const locale of ['zh', 'en'] as const) {
    const offers = careerOffers(site, locale);
    offers.forEach(({ path, summary }, i) => {
      const career = site.careers[i];
      expect(encodePath(path).ok, path.id).toBe(true);
      expect([path.id, path.title, path.version]).toEqual([
        `career-${career?.id}`,
        career?.name[locale],
        career?.version,
      ]);
      expect(path.lessons.map(({ id }) => id)).toEqual(career?.lessons.map(({ id }) => id));
      expect(summary).toBe(career?.summary[locale]);
    });
  }
});

test('the road of path screens holds the written lessons in road order, with addresses of one language', () => {
  const road = pathRoad(site, 'en');
  expect(road.lessons.map(({ id }) => id)).toEqual(site.lessons.map(({ id }) => id));
  expect(road.lessons.every(({ href }) => href.startsWith('/en/learn/'))).toBe(true);
  expect(Object.keys(road.names)).toEqual(site.careers.map(({ id }) => `career-${id}`));
});

test('open data names the careers and their lessons in order', () => {
  const { careers } = openRoadmap(site);
  expect(careers).toHaveLength(3);
  for (const [i, career] of careers.entries()) {
    expect(Object.keys(career).sort()).toEqual(['id', 'lessons', 'name', 'summary', 'version']);
    expect(career.lessons).toEqual(site.careers[i]?.lessons.map(({ slug }) => slug));
  }
});

test('a career is called as the reader calls it, a mentor’s path as the mentor did', () => {
  const names = { 'career-a': 'A path' };
  const path = { id: 'career-a', version: 1, title: '一条路径', lessons: [{ id: 1 }] };
  expect(pathTitle(path, names)).toBe('A path');
  expect(pathTitle({ ...path, mentor: 'Zhang' }, names)).toBe('一条路径');
  expect(pathTitle({ ...path, id: 'team', title: '  ' }, names)).toBe('');
  expect(pathTitle({ ...path, id: 'constructor' }, names)).toBe('一条路径');
});

test('the next lesson of a path is the first open one behind this one, else the first open one, never this one', () => {
  const status = (status: string) => ({ v: { status }, t: 1 });
  const order = [101, 107, 113];
  expect(nextOnPath({}, 101, order)).toBe(107);
  expect(nextOnPath({ lessons: { 107: status('done') } }, 101, order)).toBe(113);
  expect(nextOnPath({}, 113, order)).toBe(101);
  expect(nextOnPath({}, 999, order)).toBe(101);
  expect(nextOnPath({ lessons: { 101: status('skipped'), 107: status('done') } }, 113, order)).toBeUndefined();
  expect(nextOnPath({}, 101, [])).toBeUndefined();
});
