/** What a browser really asks for when it opens a page: labs, islands and rare checks come after hydration and no HTML names them. */
import type { Browser } from '@playwright/test';
import type { Site } from '@/lib/content/site-types';
import { routes } from '@/lib/i18n/routes';
import { kilobytes, printTable } from './table';

export async function benchLoads(site: Site, browser: Browser, origin: string): Promise<void> {
  const rows = [{ name: 'empty page of this build', ...(await weighLoad(browser, `${origin}/nowhere/`)) }];
  for (const { stage, slug } of site.lessons) {
    rows.push({ name: slug, ...(await weighLoad(browser, origin + routes.lesson('en', stage, slug))) });
  }
  printTable(
    'JavaScript of each lesson with its labs, as a browser loads it (brotli)',
    rows.map(({ name, scripts, total }) => ({
      name,
      value: scripts,
      note: `${kilobytes(total)} with page, styles and fonts`,
    })),
    kilobytes,
  );
  const pages: Record<string, Awaited<ReturnType<typeof weighLoad>>> = {};
  for (const name of [
    'home',
    'map',
    'labs',
    'me',
    'share',
    'paths',
    'newPath',
    'cohort',
    'offline',
    'handOver',
    'stored',
  ] as const)
    pages[name] = await weighLoad(browser, origin + routes[name]('en'));
  printTable(
    'JavaScript of the other pages, as a browser loads it on a first visit (brotli)',
    Object.entries(pages).map(([name, { scripts, total }]) => ({
      name,
      value: scripts,
      note: `${kilobytes(total)} with page, styles and fonts`,
    })),
    kilobytes,
  );
}

/** Bytes on the wire, payloads that Next fetches ahead left out. */
async function weighLoad(
  browser: Browser,
  address: string,
): Promise<{ readonly scripts: number; readonly total: number }> {
  const page = await browser.newPage();
  const finished: Promise<readonly [string, number]>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.endsWith('.txt'))
      finished.push(request.sizes().then((sizes) => [pathname, sizes.responseBodySize] as const));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const loaded = await Promise.all(finished);
  await page.close();
  const sum = (files: readonly (readonly [string, number])[]) => files.reduce((bytes, [, size]) => bytes + size, 0);
  return { scripts: sum(loaded.filter(([name]) => name.endsWith('.js'))), total: sum(loaded) };
}
