/** Search from key to page: opened by keys and by the button, in both languages, followed by keyboard alone to a heading in a lesson. */
import type { Page } from '@playwright/test';
import { brokenRules, expect, test, visit } from './site';

const dialog = (page: Page) => page.locator('dialog.search');
const field = (page: Page) => dialog(page).getByRole('combobox');
const active = (page: Page) => dialog(page).locator('[role=option][aria-selected=true]');

test('a slash, a few letters and Enter lead to a heading in a lesson, with the words marked on the way @phone', async ({
  page,
}) => {
  await visit(page, '/en/');
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('causal mask');
  const heading = dialog(page).locator('a[href$="/en/learn/math/self-attention-qkv/#mask"]');
  await expect(heading).toBeVisible();
  await expect(heading.locator('mark').first()).toHaveText(/mask/i);
  for (let i = 0; i < 12 && !(await active(page).getAttribute('href'))?.endsWith('#mask'); i++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/learn\/math\/self-attention-qkv\/#mask$/);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('#mask')).toBeInViewport();
});

test('both languages find a page by the terms of the other, written or not', async ({ page }) => {
  const expectFirst = async (path: string, query: string, href: RegExp) => {
    await visit(page, path);
    await page.getByRole('button', { name: /^(Search|搜索)$/ }).click();
    await field(page).fill(query);
    await expect(active(page)).toHaveAttribute('href', href);
  };
  await expectFirst('/zh/', 'KV cache', /\/zh\/(concepts\/kv-cache|labs\/kv-cache-and-gqa)\/$/);
  await expectFirst('/zh/map/', 'self-attention', /\/zh\/(learn\/math|concepts)\/self-attention/);
  await expectFirst('/en/', '注意力', /\/en\/learn\/math\/self-attention-qkv\/$/);
});

test('Escape closes and gives the focus back; the page’s own fields keep their slash @phone', async ({ page }) => {
  await visit(page, '/zh/labs/');
  const button = page.getByRole('button', { name: '搜索', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await visit(page, '/zh/map/');
  const own = page.locator('main input:visible').first();
  await own.focus();
  await page.keyboard.type('a/b');
  await expect(own).toHaveValue('a/b');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
});

test('a place that was visited is offered next time; commands do what they say', async ({ page }) => {
  await visit(page, '/en/');
  // Not waiting for the dialog: what is typed before it is there is not lost.
  await page.keyboard.type('/speculative decoding');
  await expect(field(page)).toHaveValue('speculative decoding');
  await expect(active(page)).toHaveAttribute('href', /speculative-decoding/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/speculative-decoding/);
  await page.keyboard.press('/');
  await expect(dialog(page).getByText('Recent')).toBeVisible();
  await expect(active(page)).toHaveAttribute('href', /speculative-decoding/);
  await page.keyboard.type('dark');
  await expect(active(page)).toHaveText('Dark theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('/');
  await page.keyboard.type('language');
  await dialog(page).getByRole('option', { name: '切换到中文' }).click();
  await expect(page).toHaveURL(/\/zh\/.*speculative-decoding/);
});

for (const theme of ['light', 'dark'] as const) {
  test(`the open dialog is accessible and fits the screen, ${theme} @phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    for (const [locale, query] of [
      ['en', ''],
      ['zh', '注意力'],
      ['en', 'zzzzqqqq'],
    ] as const) {
      await visit(page, `/${locale}/resources/`);
      await page.keyboard.press('/');
      await field(page).fill(query);
      await expect(
        dialog(page)
          .locator(query === 'zzzzqqqq' ? '.search-note' : '[role=option]')
          .first(),
      ).toBeVisible();
      expect(await brokenRules(page, 'all', 'dialog.search')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    }
  });
}

test('without scripts there is no button that does nothing', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/en/');
  await expect(page.locator('.search-button')).toBeHidden();
  await context.close();
});
