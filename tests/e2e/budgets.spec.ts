/**
 * Budgets in bytes that travel (brotli), held against the files of `out/`. They need no browser, except for the fonts: which ones
 * a page asks for only a browser knows. `npm run bench` shows the same numbers as a table.
 */
import { readdirSync } from 'node:fs';
import { readContent } from '@/lib/content/build-site';
import { locales } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { common, emptyRoute, type PageWeight, sizeOf, weighPage, without } from '@/tests/bench/page-weight';
import { expect, test } from './site';

const OUT = 'out';
const kB = 1000;
const budget = {
  lessonScripts: 12 * kB,
  labScripts: 60 * kB,
  lessonHtml: 25 * kB,
  homeHtml: 30 * kB,
  styles: 15 * kB,
  lessonLoad: 240 * kB,
};

const { site } = readContent('.');
const lessonRoutes = locales.flatMap((locale) =>
  site.lessons.map(({ stage, slug }) => routes.lesson(locale, stage, slug)),
);

/** Weighed inside a test: when this file is read, the build may not stand yet. */
const weigh = (list: readonly string[]): PageWeight[] => list.map((route) => weighPage(OUT, route));
const weighLessons = () => weigh(lessonRoutes);

/** Whatever is above its budget, by name: an empty list is a pass, and a failure says by how much. */
const above = (limit: number, sizes: readonly (readonly [name: string, bytes: number])[]) =>
  sizes.filter(([, bytes]) => bytes > limit).map(([name, bytes]) => `${name}: ${bytes} of ${limit} bytes`);

test('a lesson without labs loads at most 12 kB of JavaScript above an empty page', () => {
  const empty = weighPage(OUT, emptyRoute);
  const shared = common(weighLessons());
  // React, its DOM and Next's runtime: were this empty, the difference below would mean nothing.
  expect(sizeOf(OUT, empty.scripts)).toBeGreaterThan(80 * kB);
  expect([...empty.scripts].filter((file) => !shared.has(file))).toEqual([]);
  expect(above(budget.lessonScripts, [['lesson', sizeOf(OUT, without(shared, empty.scripts))]])).toEqual([]);
});

test('what a lesson loads beyond that are the chunks of its labs, each at most 60 kB', () => {
  const lessons = weighLessons();
  const shared = common(lessons);
  for (const lesson of lessons) {
    const labs = without(lesson.scripts, shared);
    expect(
      above(
        budget.labScripts,
        [...labs].map((file) => [file, sizeOf(OUT, [file])] as const),
      ),
    ).toEqual([]);
  }
  const pages = weigh(site.labs.map(({ id }) => routes.lab('en', id)));
  const frame = common(pages);
  const own = pages.map((page) => [page.route, sizeOf(OUT, without(page.scripts, frame))] as const);
  expect(own.filter(([, bytes]) => bytes > 0)).toHaveLength(site.labs.length);
  expect(above(budget.labScripts, own)).toEqual([]);
});

test('HTML: a lesson at most 25 kB, the roadmap home 30 kB', () => {
  expect(
    above(
      budget.lessonHtml,
      weighLessons().map(({ route, html }) => [route, html] as const),
    ),
  ).toEqual([]);
  const homes = weigh(locales.map((locale) => routes.home(locale)));
  expect(
    above(
      budget.homeHtml,
      homes.map(({ route, html }) => [route, html] as const),
    ),
  ).toEqual([]);
});

test('CSS: at most 15 kB on any kind of page', () => {
  const pages = weigh([
    ...lessonRoutes,
    ...locales.flatMap((locale) => [
      routes.home(locale),
      routes.map(locale),
      routes.labs(locale),
      routes.share(locale),
      routes.me(locale),
      routes.resources(locale),
    ]),
  ]);
  expect(
    above(
      budget.styles,
      pages.map(({ route, styles }) => [route, sizeOf(OUT, styles)] as const),
    ),
  ).toEqual([]);
});

for (const route of lessonRoutes) {
  test(`${route} without its labs, as a browser loads it: 240 kB in all, 12 kB of it our scripts`, async ({
    page,
    baseURL,
  }) => {
    const lesson = weighPage(OUT, route);
    const labs = without(lesson.scripts, common(weighLessons()));
    const finished: Promise<readonly [string, number]>[] = [];
    page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      // Payloads of pages that Next fetches ahead are not part of this page.
      if (pathname.endsWith('.txt') || [...labs].some((file) => pathname.endsWith(file))) return;
      finished.push(request.sizes().then(({ responseBodySize }) => [pathname, responseBodySize] as const));
    });
    await page.goto(route, { waitUntil: 'networkidle' });
    const loaded = new Map(await Promise.all(finished));
    const total = [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0);
    const empty = weighPage(OUT, emptyRoute);
    const scripts = [...loaded.keys()].filter((file) => file.endsWith('.js')).map((file) => file.replace(/^\//, ''));
    // What islands ask for after hydration counts too, though the HTML does not name it.
    expect(above(budget.lessonScripts, [['scripts', sizeOf(OUT, without(scripts, empty.scripts))]])).toEqual([]);
    // The page itself came, in its compressed form.
    expect(loaded.get(new URL(route, baseURL).pathname)).toBe(lesson.html);
    expect(above(budget.lessonLoad, [[[...loaded.keys()].join(' '), total]])).toEqual([]);
  });
}

test('no source map and nothing of another version lies in the build', () => {
  const names = readdirSync(OUT, { recursive: true }).map(String);
  expect(names.filter((name) => /\.map(\.br|\.gz)?$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^python\/[0-9a-f]{8,}$/.test(name))).toHaveLength(1);
});
