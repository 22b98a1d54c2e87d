/** Offline below a path, on a plain host that sends files and no header of ours (playwright.config.ts starts both). */
import { test } from '@playwright/test';
import { kept } from './offline-host';
import { expect, settle } from './site';

test.use({ serviceWorkers: 'allow' });

test('the worker keeps to its path; what was opened and downloaded works there without a network', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.goto('zh/learn/math/probability-and-softmax/');
  await kept(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(baseURL);
  await page.goto('en/offline/');
  await kept(page);
  const frontier = page.locator('[data-download="en/frontier"]');
  await frontier.getByRole('button', { name: 'Download' }).click();
  await expect(frontier).toHaveAttribute('data-state', 'here', { timeout: 60_000 });

  await context.setOffline(true);
  await page.goto('zh/learn/math/probability-and-softmax/');
  await settle(page);
  await expect(page.locator('[data-lab] .lab-summary').first()).not.toBeEmpty();
  await page.locator('.site-brand').click();
  await expect(page).toHaveURL(`${baseURL}zh/`);
  await page.goto('en/stages/frontier');
  await expect(page).toHaveURL(`${baseURL}en/stages/frontier/`);
  await page.locator('main a[href*="/learn/frontier/"]').first().click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}en/learn/frontier/`));
  await expect(page.locator('[data-lab] .lab-summary').first()).not.toBeEmpty();
  await page.goto('zh/learn/math/what-is-an-llm/');
  await expect(page.locator('[data-asked]')).toContainText('大模型的本质');
});
