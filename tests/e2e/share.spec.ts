/** A snapshot travels in a link: made here, opened in a browser that has never been here; hostile codes change nothing. */
import type { Page } from '@playwright/test';
import { expect, settle, test, visit } from './site';

async function snapshotLink(page: Page): Promise<{ link: string; messenger: string; code: string }> {
  await visit(page, '/en/learn/math/probability-and-softmax/');
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await visit(page, '/en/');
  await page.getByRole('button', { name: /Share/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What it never holds');
  const values = await dialog
    .locator('input[readonly], textarea[readonly]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const link = values.find((value) => value.includes('/share/#')) ?? '';
  const messenger = values.find((value) => value.includes('/share/?p=')) ?? '';
  const code = values.find((value) => /^lw1/.test(value)) ?? '';
  return { link, messenger, code };
}

test('a snapshot link opens in a fresh browser, in both forms and languages, and shows the same percentage', async ({
  page,
  browser,
  baseURL,
}) => {
  const { link, messenger, code } = await snapshotLink(page);
  expect(code.length).toBeGreaterThan(10);
  expect(link).toContain(code);
  await page.keyboard.press('Escape');
  const percent = await page.locator('.hero [data-percent]').getAttribute('data-percent');
  for (const address of [link, messenger, link.replace('/en/', '/zh/'), `${link}&from=timeline`]) {
    const context = await browser.newContext(baseURL ? { baseURL } : {});
    const fresh = await context.newPage();
    await visit(fresh, address);
    await expect(fresh.getByText(`${percent}%`).first()).toBeVisible();
    // Read-only: opening writes nothing.
    expect(await fresh.evaluate(() => localStorage.getItem('layerwise:progress'))).toBeNull();
    await context.close();
  }
});

test('cut, polluted, oversized and hostile codes give a message and change nothing @phone', async ({ page }) => {
  await visit(page, '/en/learn/math/probability-and-softmax/');
  await page.getByRole('button', { name: /Mark complete/ }).click();
  const before = await page.evaluate(() => localStorage.getItem('layerwise:progress'));
  const hostile = [
    'lw1s',
    'lw1sAAAA',
    'lw9sQUJD',
    '<img src=x onerror=alert(1)>',
    `lw1p${'A'.repeat(200_000)}`,
    '%00%ff',
    '__proto__',
  ];
  for (const code of hostile) {
    await visit(page, `/en/share/#${encodeURIComponent(code).slice(0, 100_000)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.reload();
    await settle(page);
    await expect(page.getByText('Nothing was changed.').first()).toBeVisible();
  }
  expect(await page.evaluate(() => localStorage.getItem('layerwise:progress'))).toBe(before);
});

test('an empty share page explains itself and takes a pasted message', async ({ page }) => {
  const { code } = await snapshotLink(page);
  await visit(page, '/en/share/');
  await page.getByLabel(/Paste a link, a code/).fill(`Hi! here is my progress:\n${code} 👍 see you`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText(/1 of \d+|\d+%/).first()).toBeVisible();
});
