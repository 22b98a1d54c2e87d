/** The site without a network: what was opened, what was downloaded, what was not; and the way from one build to the next. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, chromium, type Page } from '@playwright/test';
import { findChromium } from '@/tests/find-chromium';
import { discard, type Host, kept, openHost, secondBuild } from './offline-host';
import { brokenRules, expect, settle } from './site';

const LESSON = '/en/learn/math/self-attention-qkv/';
const LESSON_ZH = '/zh/learn/math/what-is-an-llm/';

/** A failed request is no fault here; a script that throws or a policy that stops something is. */
const test = base.extend<{ host: Host; faults: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  host: async ({}, use) => {
    const host = await openHost('out');
    await use(host);
    await host.down().catch(() => {});
  },
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 120_000 });

/** Follows a link without loading a page anew. */
async function follow(page: Page, selector: string, heading: RegExp): Promise<void> {
  await settle(page);
  await page.evaluate(() => {
    (window as { kept?: boolean }).kept = true;
  });
  await page.locator(selector).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  expect(await page.evaluate(() => (window as { kept?: boolean }).kept)).toBe(true);
}

const download = (page: Page, group: string) => page.locator(`[data-download="${group}"]`);

test('a lesson that was opened once works without a network, and the site around it @phone', async ({ page, host }) => {
  await page.goto(host.origin + LESSON_ZH);
  await kept(page);
  const expected = page.waitForRequest(/__next\._tree\.txt/);
  await page.reload();
  await expected;
  await kept(page);
  await host.down();
  await page.reload();
  await settle(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/大模型/);

  const lab = page.locator('[data-lab]').first();
  await lab.scrollIntoViewIfNeeded();
  await expect(lab.locator('.lab-summary')).not.toBeEmpty();
  const check = page.locator('[data-check="away-with-zero"]');
  await check.locator('input').first().check();
  await check.getByRole('button', { name: '检查' }).click();
  await expect(check.getByRole('status')).not.toBeEmpty();

  // The next one was expected, and is here too.
  await follow(page, 'a[rel="next"]', /RNN/);
  await expect(page.locator('[data-lab="gradient-through-time"] .lab-summary')).not.toBeEmpty();
  await follow(page, '.site-brand', /./);
  await expect(page).toHaveURL(`${host.origin}/zh/`);
  await follow(page, '.site-nav a[href$="/map/"]', /图谱/);
  await follow(page, '.site-nav a[href$="/me/"]', /进度/);
  await page.goto(`${host.origin}/zh/map?from=elsewhere`);
  await expect(page).toHaveURL(`${host.origin}/zh/map/?from=elsewhere`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/图谱/);
});

test('a page never opened shows what is here instead, in its language, and goes on when the network is back', async ({
  page,
  host,
}) => {
  await page.goto(host.origin + LESSON);
  await kept(page);
  await host.down();
  await page.locator('.lesson-outline a[href$="/what-is-an-llm/"]').click();
  const asked = page.locator('[data-asked]');
  await expect(asked).toContainText('What an LLM really is');
  const here = page.locator(`main a[href$="${LESSON}"]`);
  await expect(here).toBeVisible();
  expect(await brokenRules(page)).toEqual([]);
  await here.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Self-attention/);

  await page.goto(host.origin + LESSON_ZH);
  await expect(page.locator('[data-asked] h2')).toHaveText('这个页面不在这台设备上');
  await host.up();
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('离线使用');
  await expect(page).toHaveURL(host.origin + LESSON_ZH);

  await host.down();
  const missing = await page.goto(`${host.origin}/en/no/such/page/`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('404');
});

test('a stage is downloaded with its size said first, cancelled, deleted, and works whole @phone', async ({
  page,
  host,
}) => {
  await page.goto(`${host.origin}/en/offline/`);
  await kept(page);
  const math = download(page, 'en/math');
  await expect(math).toContainText(/about [\d.]+\s[kM]B/);
  expect(await brokenRules(page)).toEqual([]);

  host.spoil('/en/learn/math/what-is-an-llm/', 'silence');
  await math.getByRole('button', { name: 'Download' }).click();
  await expect(math.locator('progress')).toBeVisible();
  await expect(math).toContainText(/[\d.]+\s[kM]B of [\d.]+\s[kM]B/);
  await math.getByRole('button', { name: 'Cancel' }).click();
  await expect(math).toHaveAttribute('data-state', 'absent');
  host.spoil(null);

  await math.getByRole('button', { name: 'Download' }).click();
  await download(page, 'python').getByRole('button', { name: 'Download' }).click();
  await expect(math).toHaveAttribute('data-state', 'here', { timeout: 60_000 });
  await expect(download(page, 'python')).toHaveAttribute('data-state', 'here', { timeout: 60_000 });
  await expect(math.getByRole('status')).toHaveText(/is on this device/);

  await host.down();
  await page.reload();
  await follow(page, `main a[href$="${LESSON}"]`, /Self-attention/);
  await expect(page.locator('[data-lab="attention-by-hand"] .lab-summary')).not.toBeEmpty();
  await follow(page, 'article a[href*="/concepts/"]', /./);
  await page.keyboard.press('/');
  await page.locator('dialog.search').getByRole('combobox').fill('causal mask');
  await page.locator('dialog.search a[href$="/self-attention-qkv/#mask"]').click();
  await expect(page).toHaveURL(`${host.origin}${LESSON}#mask`);

  const exercise = page.locator('[data-exercise]');
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Run tests' }).click({ timeout: 20_000 });
  await expect(exercise).toHaveAttribute('data-result', 'fail', { timeout: 60_000 });

  await page.goto(`${host.origin}/en/offline/`);
  await math.getByRole('button', { name: 'Delete' }).click();
  await expect(math).toHaveAttribute('data-state', 'absent');
  await page.goto(`${host.origin}/en/learn/math/what-is-an-llm/`);
  await expect(page.locator('[data-asked]')).toContainText('What an LLM really is');
});

test('a lab that was only looked at trains in its worker without a network', async ({ page, host }) => {
  await page.goto(`${host.origin}/zh/labs/optimizer-race/`);
  await kept(page);
  await host.down();
  await page.reload();
  await settle(page);
  const worker = page.waitForEvent('worker');
  await page.getByRole('button', { name: '看一种解法' }).click();
  await worker;
  await expect(page.locator('[data-goal="met"]')).toBeVisible({ timeout: 60_000 });
});

test('what cannot be had without a network is said, with a way to what can', async ({ page, host }) => {
  await page.goto(host.origin + LESSON);
  await kept(page);
  await host.down();
  await page.reload();
  const exercise = page.locator('[data-exercise]');
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Run tests' }).click({ timeout: 20_000 });
  const notice = page.locator('#notices');
  await expect(notice).toContainText('You are offline');
  await notice.getByRole('button', { name: 'What is here' }).click();
  await expect(page).toHaveURL(`${host.origin}/en/offline/`);
});

test.describe('a new build', () => {
  let second = '';
  test.beforeAll(async () => {
    second = await secondBuild('out');
  });
  test.afterAll(() => discard(second));

  const buildOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.build ?? 'first');
  const offer = (page: Page) => page.locator('#notices').getByRole('button', { name: 'Load it' });
  /** The browser looks for a newer worker at each navigation. */
  const look = (page: Page) =>
    page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update().catch(() => {})));

  test('is offered, not forced; all tabs take it at once; nothing of the old one is left, nothing of the learner’s lost', async ({
    page,
    context,
    host,
  }) => {
    await page.goto(host.origin + LESSON);
    await page.getByRole('button', { name: /Mark complete/ }).click();
    await kept(page);
    const other = await context.newPage();
    await other.goto(`${host.origin}/en/map/`);
    await kept(other);

    host.publish(second);
    await look(page);
    await expect(offer(page)).toBeVisible({ timeout: 30_000 });
    await expect(offer(other)).toBeVisible();

    // Not taken: what was here goes on being the first build, by link and by navigation.
    await page.reload();
    expect(await buildOf(page)).toBe('first');
    await follow(page, '.site-nav a[href$="/map/"]', /map/);
    // What was not here can only be the host's, and comes whole: its scripts have names of the second build.
    await page.goto(`${host.origin}/en/learn/math/what-is-an-llm/`);
    await settle(page);
    expect(await buildOf(page)).toBe('second');
    await expect(page.locator('[data-lab]').first().locator('.lab-summary')).not.toBeEmpty();
    // From there the payload of the first build would not do.
    await page.locator('.site-nav a[href$="/map/"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/map/);

    await page.goto(host.origin + LESSON);
    await page.locator('summary', { hasText: /note/i }).click();
    await page.getByRole('textbox', { name: /note/i }).fill('softmax of what?');
    await expect(offer(page)).toBeVisible();
    await Promise.all([page.waitForEvent('load'), other.waitForEvent('load'), offer(page).click()]);
    await expect.poll(() => buildOf(page)).toBe('second');
    await expect.poll(() => buildOf(other)).toBe('second');
    await expect(page.locator('.lesson-foot [data-status="done"]').first()).toBeVisible();
    await page.locator('summary', { hasText: /note/i }).click();
    await expect(page.getByRole('textbox', { name: /note/i })).toHaveValue('softmax of what?');
    await expect(offer(page)).toHaveCount(0);

    await kept(page);
    await host.down();
    for (const address of [LESSON, '/en/', '/en/map/', '/en/me/']) {
      await page.goto(host.origin + address);
      await settle(page);
      expect(await buildOf(page), address).toBe('second');
    }
    await page.goto(host.origin + LESSON);
    await expect(page.locator('[data-lab] .lab-summary')).not.toBeEmpty();
  });

  test('that breaks off leaves the old one whole; healed, it comes by itself when the last tab is closed', async ({
    page,
    context,
    host,
  }) => {
    await page.goto(host.origin + LESSON);
    await kept(page);
    host.publish(second);
    host.spoil('/en/index.txt', 'sign-in page');
    await look(page);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).installing?.state ?? 'none'))
      .toBe('none');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    await host.down();
    await page.reload();
    await settle(page);
    expect(await buildOf(page)).toBe('first');
    await expect(page.locator('[data-lab] .lab-summary')).not.toBeEmpty();
    await follow(page, '.site-brand', /./);
    await host.up();

    host.spoil(null);
    await look(page);
    await expect(offer(page)).toBeVisible({ timeout: 30_000 });
    await page.close();
    const later = await context.newPage();
    await later.goto(host.origin + LESSON);
    await settle(later);
    await expect
      .poll(async () => {
        await later.reload();
        return buildOf(later);
      })
      .toBe('second');
    await expect(offer(later)).toHaveCount(0);
  });
});

test('a browser may install the site: nothing that it asks for is missing, and its offer is passed on', async ({
  host,
}) => {
  // An ordinary profile: browsers install nothing from a private one.
  const profile = await mkdtemp(path.join(tmpdir(), 'profile-'));
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await context.newPage();
    await page.goto(`${host.origin}/zh/offline/`);
    await kept(page);
    const cdp = await context.newCDPSession(page);
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { errors, url, data } = await cdp.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${host.origin}/zh/manifest.webmanifest`);
    const manifest = JSON.parse(String(data)) as { name: string; icons: { src: string; sizes: string }[] };
    expect(manifest.name).toContain('逐层');
    for (const { src } of manifest.icons) expect((await page.request.get(host.origin + src)).status(), src).toBe(200);

    await page.evaluate(() => {
      const offer = new Event('beforeinstallprompt');
      Object.assign(offer, { prompt: async () => document.body.setAttribute('data-prompted', '') });
      dispatchEvent(offer);
    });
    await page.getByRole('button', { name: '安装' }).click();
    await expect(page.locator('body[data-prompted]')).toHaveCount(1);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test.describe('where the browser allows no worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('the site is silent about it, and the offline page says so @phone', async ({ page, host }) => {
    await page.goto(`${host.origin}/en/offline/`);
    await expect(page.locator('[data-phase="off"]')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('#notices')).toBeEmpty();
    expect(await brokenRules(page)).toEqual([]);
  });
});

test('the worker of this build stands at the foot of the site and is small', async ({ page, host }) => {
  const response = await page.request.get(`${host.origin}/sw.js`);
  expect(response.headers()['content-type']).toMatch(/javascript/);
  expect(response.headers()['cache-control']).toBe('no-cache');
  expect(readFileSync('out/sw.js').length).toBeLessThan(20_000);
});
