/** A stranger opens the site, learns, marks a lesson complete, comes back in the other language, and shows a mentor. */
import { expect, settle, test, visit } from './site';

const LESSON = '/en/learn/math/probability-and-softmax/';

test('a stranger starts the first lesson in one click @phone', async ({ page }) => {
  await visit(page, '/en/');
  await page.getByRole('link', { name: /^Start/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What an LLM really is');
  await expect(page).toHaveURL(/\/en\/learn\/math\/what-is-an-llm\/$/);
});

test('learn, complete, reload, other language: the progress is there @phone', async ({ page }) => {
  await visit(page, LESSON);
  const check = page.locator('[data-check]').first();
  await check.locator('input').first().check();
  await check.getByRole('button', { name: 'Check' }).click();
  await expect(check.getByRole('status')).not.toBeEmpty();
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await expect(page.locator('footer [data-status="done"], .lesson-foot [data-status="done"]').first()).toBeVisible();

  await page.reload();
  await settle(page);
  await expect(page.locator('.lesson-foot [data-status="done"]').first()).toBeVisible();

  await page.locator('.site-tools a[hreflang="zh-Hans"]').click();
  await page.waitForURL(/\/zh\/learn\/math\/probability-and-softmax\//);
  await settle(page);
  await expect(page.locator('.lesson-foot [data-status="done"]').first()).toBeVisible();
  await expect(page.locator('[data-check] [data-answered="true"]').first()).toBeVisible();

  await visit(page, '/zh/');
  await expect(page.locator('.stone a:has([data-status="done"])')).toHaveText(/概率分布/);
});

test('one percentage on card, stage and my page', async ({ page }) => {
  await visit(page, LESSON);
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await visit(page, '/en/');
  const home = await page.locator('.hero [data-percent]').getAttribute('data-percent');
  const stage = await page.locator('[data-stage="math"] .layer-head [data-percent]').getAttribute('data-percent');
  await visit(page, '/en/stages/math/');
  expect(await page.locator('main [data-percent]').first().getAttribute('data-percent')).toBe(stage);
  await visit(page, '/en/me/');
  await expect(page.locator(`main [data-percent="${home}"]`).first()).toBeVisible();
  await expect(page.locator(`main [data-percent="${stage}"]`).first()).toBeVisible();
  expect(Number(home)).toBeGreaterThan(0);
});

test('two tabs: what one does the other shows, and neither loses the other’s work', async ({ page, context }) => {
  await visit(page, LESSON);
  const other = await context.newPage();
  await visit(other, '/en/learn/math/self-attention-qkv/');
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await other.getByRole('button', { name: /Mark complete/ }).click();
  await visit(other, '/en/');
  await expect(other.locator('.stone a:has([data-status="done"])')).toHaveCount(2);
  await expect(page.locator('.lesson-outline [data-status="done"]')).toHaveCount(2);
});

test('next lesson by client navigation, without a full page load', async ({ page }) => {
  await visit(page, LESSON);
  await page.evaluate(() => {
    (window as { kept?: boolean }).kept = true;
  });
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Entropy/);
  expect(await page.evaluate(() => (window as { kept?: boolean }).kept)).toBe(true);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every lesson reads: text, formulas, reasons, labs’ words, exercise', async ({ page }) => {
    const response = await page.request.get('/roadmap.json');
    const { lessons } = (await response.json()) as {
      lessons: { url: { en: string; zh: string }; title: { en: string; zh: string } }[];
    };
    expect(lessons.length).toBeGreaterThanOrEqual(8);
    test.setTimeout(10_000 * lessons.length);
    for (const { url, title } of lessons) {
      for (const locale of ['en', 'zh'] as const) {
        await page.goto(url[locale]);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title[locale]);
        await expect(page.locator('.why').first()).toBeVisible();
        await expect(page.locator('[data-exercise]')).toBeVisible();
        await expect(page.locator('[data-lab]').first()).toBeVisible();
        expect((await page.locator('article').innerText()).length).toBeGreaterThan(2500);
      }
    }
  });

  test('the roadmap, the map and the share page say what they are', async ({ page }) => {
    await page.goto('/en/');
    expect(await page.locator('.stone a').count()).toBeGreaterThanOrEqual(8);
    await page.goto('/zh/map/');
    expect(await page.locator('main a[href*="/concepts/"]').count()).toBeGreaterThanOrEqual(151);
    await page.goto('/en/share/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
