/** Progress leaves as one file and comes back; damage is said and nothing is lost. */
import { readFileSync } from 'node:fs';
import { expect, test, visit } from './site';

const LESSON = '/en/learn/math/probability-and-softmax/';

async function complete(page: import('@playwright/test').Page, lesson: string) {
  await visit(page, lesson);
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await expect(page.locator('.lesson-foot [data-status="done"]').first()).toBeVisible();
}

test('export, wipe, import: everything is back, and a newer record wins over an older file', async ({ page }) => {
  await complete(page, LESSON);
  await visit(page, '/en/me/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my progress' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toBeTruthy();

  await page.evaluate(() => localStorage.clear());
  await visit(page, '/en/');
  await expect(page.locator('.stone a:has([data-status="done"])')).toHaveCount(0);

  // Newer than the file: started over since.
  await complete(page, '/en/learn/math/self-attention-qkv/');
  await visit(page, '/en/me/');
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await visit(page, '/en/');
  await expect(page.locator('.stone a:has([data-status="done"])')).toHaveCount(2);
});

test('a file that is no progress file changes nothing and says so', async ({ page }) => {
  await complete(page, LESSON);
  await visit(page, '/en/me/');
  const before = await page.evaluate(() => localStorage.getItem('layerwise:progress'));
  for (const text of ['{"__proto__": {"polluted": 1}}', 'not json', `[${'['.repeat(5000)}`]) {
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByText('Nothing was changed.').first()).toBeVisible();
  }
  expect(await page.evaluate(() => localStorage.getItem('layerwise:progress'))).toBe(before);
});

test('resetting a lesson can be undone', async ({ page }) => {
  await complete(page, LESSON);
  await page.locator('.site-nav a[href="/en/me/"]').click();
  await expect(page).toHaveURL(/\/en\/me\/$/);
  await page.getByRole('button', { name: 'Reset all progress…' }).click();
  await page.getByRole('button', { name: /^Reset 1 lesson$/ }).click();
  await expect(page.locator('main [data-percent]:not([data-percent="0"])')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('main [data-percent]:not([data-percent="0"])').first()).toBeVisible();
});

test('unreadable stored data is set aside, offered, and work goes on', async ({ page }) => {
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('seeded')) localStorage.setItem('layerwise:progress', '{"half of a');
    sessionStorage.setItem('seeded', '1');
  });
  await complete(page, LESSON);
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.some((key) => key.startsWith('layerwise:progress:unreadable:'))).toBe(true);
  await visit(page, '/en/');
  await expect(page.locator('.stone a:has([data-status="done"])')).toHaveCount(1);
});

test('with storage blocked the page says so and still works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await complete(page, LESSON);
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /stor|sav/i })
      .first(),
  ).toBeVisible();
});
