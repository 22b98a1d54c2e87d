/**
 * `npm run bench`: what things cost, as ratios within one run on one machine. Absolute times stand beside them for orientation
 * only. Builds the site first when something changed since the last build. Budgets are asserted in tests/e2e/budgets.spec.ts.
 */
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { build, isBuilt } from '@/lib/build/build';
import { createServer } from '@/lib/build/serve';
import { readContent } from '@/lib/content/build-site';
import { ensureChromium, findChromium } from '@/tests/find-chromium';
import { benchBytes } from './bytes';
import { benchCohort } from './cohort';
import { benchLessons, benchMap, benchProgress, benchShare } from './engines';
import { benchLoads } from './loads';
import { benchOffline } from './offline';
import { benchPython } from './python';
import { benchResponsiveness } from './responsiveness';
import { benchSearch } from './search';
import { benchTraining } from './training/run';

async function main(): Promise<void> {
  const { site, lessons } = readContent('.');
  if (!isBuilt()) {
    const start = Date.now();
    await build();
    const seconds = (Date.now() - start) / 1000;
    console.log(
      `\nBuilt in ${seconds.toFixed(0)} s: ${(seconds / site.lessons.length).toFixed(1)} s a lesson, all pages included`,
    );
  }
  await benchBytes(site, 'out');
  benchOffline(site, 'out');
  await benchLessons(lessons);
  benchShare();
  benchProgress();
  benchMap(site);
  await benchSearch(site);
  await withBrowser(async (browser, origin) => {
    await benchLoads(site, browser, origin);
    await benchCohort(browser);
    await benchPython(browser, origin);
    await benchTraining(browser);
    await benchResponsiveness(browser, origin);
  });
}

async function withBrowser(
  act: (browser: Awaited<ReturnType<typeof chromium.launch>>, origin: string) => Promise<void>,
) {
  if (!ensureChromium()) throw new Error('Loads and Python are measured in a browser.');
  const executablePath = findChromium();
  const server = createServer('out');
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    await act(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
