/** WCAG 2.2 AA by axe: every kind of page, both languages, both themes; and nothing wider than a phone. */
import type { Page } from '@playwright/test';
import { readContent } from '@/lib/content/build-site';
import { brokenRules, expect, labIds, test, unfold, visit } from './site';

const pages = [
  '',
  ...readContent('.').site.lessons.map(({ stage, slug }) => `learn/${stage}/${slug}/`),
  'stages/math/',
  'map/',
  'concepts/softmax/',
  'labs/',
  ...labIds.map((id) => `labs/${id}/`),
  'share/',
  'me/',
  'resources/',
];
/** Tools with controls that a phone rearranges: axe looks at them in both sizes. */
const rooms = ['stages/math/placement/', 'paths/', 'paths/new/', 'cohort/', 'offline/', 'me/hand-over/', 'me/stored/'];

/** The themes share every element and differ in colours. Without motion no colour is on its way from one to the other. */
async function expectNoBrokenRules(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await brokenRules(page), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await brokenRules(page, 'colours'), 'dark').toEqual([]);
}

async function open(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit(page, address);
  await unfold(page);
}

async function expectToFitAPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 780 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'width on a phone' })
    .toBeLessThanOrEqual(360);
}

for (const locale of ['en', 'zh']) {
  for (const path of [...pages, ...rooms]) {
    // labs.spec.ts reads each lab with axe in Chinese, its results with it; the page around it is the same for all.
    const readThere = locale === 'zh' && labIds.slice(1).some((id) => path === `labs/${id}/`);
    test(`${readThere ? 'fits a phone' : 'axe and a phone'}: /${locale}/${path}`, async ({ page }) => {
      await open(page, `/${locale}/${path}`);
      if (!readThere) await expectNoBrokenRules(page);
      await expectToFitAPhone(page);
      if (rooms.includes(path)) await expectNoBrokenRules(page);
    });
  }
}

test('axe: the missing page', async ({ page, complaints }) => {
  await page.goto('/nowhere/');
  await expectNoBrokenRules(page);
  // The address is meant to be missing.
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

test('axe: the door, which else sends the reader on at once', async ({ page }) => {
  // Its scripts are taken out rather than forbidden: axe itself waits by timers, which a browser without scripts does not run.
  await page.route('/', async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/html', body: html.replace(/<script\b.*?<\/script>/gs, '') });
  });
  await page.goto('/');
  await expectNoBrokenRules(page);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('link')).toHaveText(['中文', 'English']);
});
