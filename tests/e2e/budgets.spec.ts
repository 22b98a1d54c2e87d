/**
 * Budgets in bytes that travel (brotli), held against the files of `out/`. They need no browser, except for the fonts: which ones
 * a page asks for only a browser knows. `npm run bench` shows the same numbers as a table.
 */
import { readdirSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import { readContent } from '@/lib/content/build-site';
import { locales } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import {
  common,
  emptyRoute,
  hintedScripts,
  type PageWeight,
  sizeOf,
  weighPage,
  without,
} from '@/tests/bench/page-weight';
import { expect, test } from './site';

const OUT = 'out';
const kB = 1000;
const budget = {
  lessonScripts: 12 * kB,
  labScripts: 60 * kB,
  labWorker: 40 * kB,
  /** The longest text the lesson guide allows, with its formulas as both HTML and MathML, once; measured 20 to 28 kB. */
  lessonHtml: 30 * kB,
  homeHtml: 30 * kB,
  styles: 15 * kB,
  /** With the utilities of all labs, which saturate slowly: 14.9 kB with 29 labs, 15.6 with 41. */
  lessonStyles: 17 * kB,
  /** The editor draws the map, the cohort a table of its own: tools for a desk, opened by few. */
  deskStyles: 18 * kB,
  /** Of which 115 kB are Next and React, and up to 95 kB fonts: a bold letter in a formula brings one of 25. */
  lessonLoad: 260 * kB,
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

type LabScripts = {
  /** What its own page asks for once it lives, beyond what the HTML names: the lab, and the frame all labs share. */
  readonly page: ReadonlySet<string>;
  /** What a worker that starts by itself asks for. */
  readonly worker: ReadonlySet<string>;
};

async function labScripts(page: Page): Promise<ReadonlyMap<string, LabScripts>> {
  const found = new Map<string, LabScripts>();
  for (const { id } of site.labs) {
    const route = routes.lab('en', id);
    const asked = { page: new Set<string>(), worker: new Set<string>() };
    const note = (request: Request) => {
      const file = new URL(request.url()).pathname.replace(/^\//, '');
      // A worker's imports are of no type that a page asks for.
      if (file.endsWith('.js')) asked[request.resourceType() === 'script' ? 'page' : 'worker'].add(file);
    };
    page.on('request', note);
    await page.goto(route, { waitUntil: 'networkidle' });
    page.off('request', note);
    const named = weighPage(OUT, route).scripts;
    found.set(id, { page: without(asked.page, named), worker: without(asked.worker, named) });
  }
  return found;
}

test('a lab loads its own chunk and no other lab’s, at most 60 kB with the frame, and its worker 40 kB', async ({
  page,
}) => {
  test.setTimeout(30_000 + 10_000 * site.labs.length);
  const chunks = await labScripts(page);
  const all = [...chunks.values()].flatMap((scripts) => [...scripts.page]);
  for (const [id, scripts] of chunks) {
    // At least one chunk is its own; what is not is shared by all (the frame) or by a few (their plots).
    const own = [...scripts.page].filter((file) => all.filter((other) => other === file).length === 1);
    expect(own.length, id).toBeGreaterThan(0);
    // Known to the browser from the page's head, not only once React asks for it.
    const hinted = hintedScripts(OUT, routes.lab('en', id));
    expect(
      own.filter((file) => hinted.has(file)),
      id,
    ).not.toEqual([]);
  }
  const sizes = (of: (scripts: LabScripts) => ReadonlySet<string>) =>
    [...chunks].map(([id, scripts]) => [id, sizeOf(OUT, of(scripts))] as const);
  expect(
    above(
      budget.labScripts,
      sizes((scripts) => scripts.page),
    ),
  ).toEqual([]);
  // A test that saw no worker would prove nothing about them.
  expect(Math.max(...sizes((scripts) => scripts.worker).map(([, bytes]) => bytes))).toBeGreaterThan(5 * kB);
  expect(
    above(
      budget.labWorker,
      sizes((scripts) => scripts.worker),
    ),
  ).toEqual([]);
});

test('HTML: a lesson at most 30 kB, the roadmap home 30 kB', () => {
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

test('CSS: at most 17 kB on a lesson', () => {
  expect(
    above(
      budget.lessonStyles,
      weighLessons().map(({ route, styles }) => [route, sizeOf(OUT, styles)] as const),
    ),
  ).toEqual([]);
});

test('CSS: at most 15 kB on any other page that is read', () => {
  const pages = weigh([
    ...locales.flatMap((locale) => [
      routes.home(locale),
      ...site.stages.map(({ id }) => routes.stage(locale, id)),
      ...site.placements.map(({ stage }) => routes.placement(locale, stage)),
      routes.map(locale),
      routes.labs(locale),
      routes.share(locale),
      routes.me(locale),
      routes.resources(locale),
      routes.paths(locale),
      routes.offline(locale),
      routes.handOver(locale),
      routes.stored(locale),
    ]),
  ]);
  expect(
    above(
      budget.styles,
      pages.map(({ route, styles }) => [route, sizeOf(OUT, styles)] as const),
    ),
  ).toEqual([]);
});

test('CSS: at most 18 kB on the mentor’s editor and table', () => {
  const desks = weigh(locales.flatMap((locale) => [routes.newPath(locale), routes.cohort(locale)]));
  expect(
    above(
      budget.deskStyles,
      desks.map(({ route, styles }) => [route, sizeOf(OUT, styles)] as const),
    ),
  ).toEqual([]);
});

for (const route of lessonRoutes) {
  test(`${route} without its labs, as a browser loads it: 260 kB in all, 12 kB of it our scripts`, async ({
    page,
    baseURL,
  }) => {
    const lesson = weighPage(OUT, route);
    const ofLabs = hintedScripts(OUT, route);
    const finished: Promise<readonly [string, number]>[] = [];
    const note = (request: Request) => {
      const { pathname } = new URL(request.url());
      // Payloads of pages that Next fetches ahead are not part of this page, nor what the workers of its labs import.
      const ahead = pathname.endsWith('.txt') || (pathname.endsWith('.js') && request.resourceType() !== 'script');
      if (ahead || ofLabs.has(pathname.slice(1))) return;
      finished.push(request.sizes().then(({ responseBodySize }) => [pathname, responseBodySize] as const));
    };
    page.on('requestfinished', note);
    await page.goto(route, { waitUntil: 'networkidle' });
    // What the page asks for later nobody waits for: a size that is asked for while the page closes fails the test.
    page.off('requestfinished', note);
    const loaded = new Map(await Promise.all(finished));
    const total = [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0);
    const empty = weighPage(OUT, emptyRoute);
    const scripts = [...loaded.keys()].filter((file) => file.endsWith('.js')).map((file) => file.replace(/^\//, ''));
    // What islands ask for after hydration counts too, though the HTML does not name it.
    const ours = without(scripts, empty.scripts);
    expect(above(budget.lessonScripts, [[[...ours].join(' '), sizeOf(OUT, ours)]])).toEqual([]);
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
