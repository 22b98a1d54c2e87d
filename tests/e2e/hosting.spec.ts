/**
 * The site on a second host, `http-server`, which sends files and nothing else: no headers of ours, no compression, no routes. Below
 * a path everything is tried; at a root (`@root`) what a host decides about. Addresses are relative to the site's own. Whatever is
 * asked for outside the site fails a test (site.ts).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { kept } from './offline-host';
import { expect, settle, test, visit } from './site';
import { subpath, subpathAddress, subpathRoot } from './subpath-site';

const LESSON = 'learn/math/probability-and-softmax/';

test('the door sends the reader on, and switching the language keeps the page @root', async ({ page, baseURL }) => {
  await page.goto('');
  await page.waitForURL(`${baseURL}en/`);
  await visit(page, `en/${LESSON}`);
  await page.locator('.site-tools a[hreflang="zh-Hans"]').click();
  await page.waitForURL(`${baseURL}zh/${LESSON}`);
});

test('from home to a lesson, on to the next and back, without loading a page anew', async ({ page, baseURL }) => {
  await visit(page, 'en/');
  await page.evaluate(() => {
    (window as { kept?: boolean }).kept = true;
  });
  await page.locator('.stone a[href*="/what-is-an-llm/"]').click();
  await expect(page).toHaveURL(`${baseURL}en/learn/math/what-is-an-llm/`);
  await page.locator('a[rel="next"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/RNN/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What an LLM really is');
  expect(await page.evaluate(() => (window as { kept?: boolean }).kept)).toBe(true);
});

test('a check is answered and the lesson completed, and home knows it @root', async ({ page }) => {
  await visit(page, `en/${LESSON}`);
  const check = page.locator('[data-check]').first();
  await check.locator('input').first().check();
  await check.getByRole('button', { name: 'Check' }).click();
  await expect(check.getByRole('status')).not.toBeEmpty();
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await expect(page.locator('.lesson-foot [data-status="done"]').first()).toBeVisible();
  await visit(page, 'zh/');
  await expect(page.locator('.stone a:has([data-status="done"])')).toHaveText(/概率分布/);
});

test('a lab works in a worker and shows its code @root', async ({ page }) => {
  await visit(page, 'zh/labs/optimizer-race/');
  const lab = page.locator('[data-lab="optimizer-race"]');
  const worker = page.waitForEvent('worker');
  await lab.getByRole('button', { name: '看一种解法' }).click();
  await worker;
  await expect(lab.locator('[data-goal="met"]')).toBeVisible({ timeout: 60_000 });
  await lab.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await expect(lab.locator('figure.code').first()).toBeVisible();
});

test('Python starts, and the exercise’s files come @root', async ({ page }) => {
  test.setTimeout(120_000);
  await visit(page, `en/${LESSON}`);
  const exercise = page.locator('[data-exercise]');
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Run tests' }).click();
  await expect(exercise).toHaveAttribute('data-result', 'fail', { timeout: 90_000 });
  await expect(exercise.locator('[data-outcome="fail"]').first()).toBeVisible();
});

test('a search finds the passage and goes there', async ({ page, baseURL }) => {
  await visit(page, 'en/');
  await page.keyboard.press('/');
  await page.locator('dialog.search').getByRole('combobox').fill('causal mask');
  await page.locator('dialog.search a[href$="/self-attention-qkv/#mask"]').click();
  await expect(page).toHaveURL(`${baseURL}en/learn/math/self-attention-qkv/#mask`);
  await expect(page.locator('#mask')).toBeInViewport();
});

test('a link made here names the path and opens in a browser that has never been here', async ({
  page,
  browser,
  baseURL,
}) => {
  await visit(page, `en/${LESSON}`);
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await visit(page, 'en/');
  await page.getByRole('button', { name: /Share/ }).click();
  const fields = page.getByRole('dialog').locator('input[readonly]');
  let links: string[] = [];
  await expect(async () => {
    const values = await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
    links = values.filter((value) => value.includes('/share/'));
    expect(links.length).toBeGreaterThanOrEqual(2);
  }).toPass();
  const context = await browser.newContext();
  const theirs = await context.newPage();
  for (const link of links) {
    expect(link.startsWith(`${baseURL}en/share/`), link).toBe(true);
    await visit(theirs, link);
    await expect(theirs.getByText(/1 of \d+/).first()).toBeVisible();
  }
  await context.close();
});

test('the map leads to a concept, the concept to its lesson, the lesson’s words to concepts', async ({
  page,
  baseURL,
}) => {
  await visit(page, 'en/map/');
  // A click on the map opens the concept's panel; its link leads on.
  await page.locator('main svg a[href$="/concepts/softmax/"]').click();
  await page.locator('.map-panel a[href$="/concepts/softmax/"]').click();
  await expect(page).toHaveURL(`${baseURL}en/concepts/softmax/`);
  await page.locator('main a[href*="/learn/"]').first().click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}en/learn/`));
  await expect(page.locator('article a.term, article a[href*="/concepts/"]').first()).toHaveAttribute(
    'href',
    new RegExp(`^${subpath}/en/concepts/`),
  );
});

test('what is not there is our page with status 404 @root', async ({ page, baseURL, complaints }) => {
  // Below a path the host's own missing page would be the root's; what it would be set to is asked for by name.
  const below = baseURL?.endsWith(`${subpath}/`);
  const answer = await page.goto(below ? '404.html' : 'en/learn/none/');
  expect(answer?.status()).toBe(below ? 200 : 404);
  await page.getByRole('link', { name: /roadmap/ }).click();
  await page.waitForURL(`${baseURL}en/`);
  await settle(page);
  expect(complaints.splice(0).filter((complaint) => !complaint.includes('404'))).toEqual([]);
});

test('modules, pages and data have types that browsers accept @root', async ({ page }) => {
  const typeOf = async (address: string) => (await page.request.get(address)).headers()['content-type'];
  const { version } = (await (await page.request.get('python/manifest.json')).json()) as { version: string };
  expect(await typeOf(`python/${version}/worker.mjs`)).toMatch(/^(text|application)\/javascript/);
  expect(await typeOf('en/')).toMatch(/^text\/html; charset=utf-8/i);
  expect(await typeOf('roadmap.json')).toMatch(/^application\/json/);
  expect(await typeOf('icon.svg')).toMatch(/^image\/svg\+xml/);
  expect(await typeOf('zh/manifest.webmanifest')).toMatch(/^application\/(manifest\+)?json/);
});

test('canonical, alternate and social addresses, manifest, sitemap and robots name the path', async ({ page }) => {
  const site = subpathAddress + subpath;
  await page.goto('zh/map/');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${site}/zh/map/`);
  await expect(page.locator('link[hreflang="en"]').first()).toHaveAttribute('href', `${site}/en/map/`);
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect(picture).toMatch(new RegExp(`^${site}/social/zh/[\\w-]+\\.png$`));
  expect((await page.request.get(String(picture).replace(`${site}/`, ''))).status()).toBe(200);

  const manifest = (await (await page.request.get('zh/manifest.webmanifest')).json()) as {
    start_url: string;
    scope: string;
    icons: { src: string }[];
  };
  expect([manifest.start_url, manifest.scope]).toEqual([`${subpath}/zh/`, `${subpath}/`]);
  expect(manifest.icons.length).toBeGreaterThan(0);
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status(), src).toBe(200);

  const text = async (name: string) => (await page.request.get(name)).text();
  const listed = [...(await text('sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
  expect(listed.length).toBeGreaterThan(300);
  expect(listed.filter((address) => !address?.startsWith(`${site}/`))).toEqual([]);
  expect(await text('robots.txt')).toContain(`${site}/sitemap.xml`);
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the worker serves this site alone; what was opened is there without a network @root', async ({
    page,
    context,
    baseURL,
    complaints,
  }) => {
    await page.goto(`zh/${LESSON}`);
    await kept(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(baseURL);
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(`${baseURL}sw.js`);
    expect(complaints).toEqual([]);

    await context.setOffline(true);
    await page.reload();
    await settle(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/概率分布/);
    await expect(page.locator('[data-lab] .lab-summary').first()).not.toBeEmpty();
    await page.locator('.site-brand').click();
    await expect(page).toHaveURL(`${baseURL}zh/`);
    await page.goto('zh/learn/toolchain/lora-and-peft/');
    await expect(page.locator('[data-asked] h2')).toHaveText('这个页面不在这台设备上');
    // That the network is gone is what this is about.
    expect(
      complaints.splice(0).filter((complaint) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(complaint)),
    ).toEqual([]);
  });
});

test('no page of the build names an address of this site that is outside the path or leads nowhere', () => {
  const files = new Set(readdirSync(subpathRoot, { recursive: true }).map((name) => `/${name}`));
  const wrong = new Set<string>();
  let seen = 0;
  for (const name of files) {
    if (!name.endsWith('.html')) continue;
    const html = readFileSync(path.join(subpathRoot, name), 'utf8');
    for (const [tag] of html.matchAll(/<(?:a|link|script|img|source|use)\s[^>]*>/g)) {
      const address = /\s(?:href|src)="(\/[^"#?]*)/.exec(tag)?.[1];
      // Next opens a connection to the host itself, which asks for nothing.
      if (!address || tag.includes('rel="preconnect"')) continue;
      seen += 1;
      if (!files.has(address.endsWith('/') ? `${address}index.html` : address)) wrong.add(`${name}: ${address}`);
    }
  }
  expect(seen).toBeGreaterThan(10_000);
  expect([...wrong]).toEqual([]);
});
