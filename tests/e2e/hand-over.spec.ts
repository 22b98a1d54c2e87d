/** Progress goes from one device to another: by camera, as a text, as a picture, as a file. And what is stored is shown and deleted. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../find-chromium';
import { brokenRules, expect, test, visit } from './site';

type Seed = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Progress with code that does not compress: enough for a sequence of several QR codes. */
function learner(codeChars = 0): string {
  let state = 7;
  const character = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(33 + ((state >>> 16) % 90));
  };
  const code = Array.from({ length: codeChars }, character).join('');
  const records: Seed = {
    lessons: { 101: { v: { status: 'done' }, t: 5 }, 107: { v: { status: 'doing' }, t: 6 } },
    notes: { 101: { v: '从旧手机来的笔记', t: 5 } },
    ...(code ? { code: { 101: { v: code, t: 5 } } } : {}),
  };
  return JSON.stringify({ app: 'layerwise', version: 1, records });
}

/** Once, so that what the page writes afterwards survives a reload. */
async function seed(target: Page | BrowserContext, stored: Readonly<Record<string, string>>): Promise<void> {
  await target.addInitScript((texts) => {
    // The empty page that a browser shows first has no storage.
    if (location.protocol === 'about:' || sessionStorage.getItem('seeded')) return;
    sessionStorage.setItem('seeded', '1');
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, stored);
}

const stored = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('layerwise:progress') ?? '{"records":{}}').records);

type Modules = { readonly size: number; readonly path: string };

const shownCode = (page: Page): Promise<Modules> =>
  page.locator('[data-frame] svg').evaluate((svg) => ({
    size: (svg as SVGSVGElement).viewBox.baseVal.width,
    path: svg.querySelector('path')?.getAttribute('d') ?? '',
  }));

/** A camera that films these codes, a fifth of a second each, over and over: YUV4MPEG2, which is raw luma and chroma. */
function film(file: string, codes: readonly Modules[]): void {
  const [width, height] = [640, 480];
  const frames = codes.map(({ size, path }) => {
    const luma = Buffer.alloc(width * height, 140);
    const scale = Math.floor((height - 20) / size);
    const [left, top] = [(width - scale * size) >> 1, (height - scale * size) >> 1];
    const fill = (x: number, y: number, side: number, value: number) => {
      for (let row = y; row < y + side; row++) luma.fill(value, row * width + x, row * width + x + side);
    };
    fill(left, top, scale * size, 225);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
      fill(left + Number(x) * scale, top + Number(y) * scale, scale, 30);
    }
    return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  });
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`), ...frames]),
  );
}

async function withCamera(flags: readonly string[], use: (browser: Browser) => Promise<void>): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', ...flags],
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** A page of a browser of its own, which must not complain either. */
async function openIn(browser: Browser, url: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Playwright's own, as in site.ts.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await visit(page, url);
  return { page, complaints };
}

test('by camera: a sequence of QR codes, one of them missed, goes over and can be undone', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await seed(page, { 'layerwise:progress': learner(2_000) });
  await visit(page, '/en/me/hand-over/');
  await page.getByRole('button', { name: 'Show the QR codes' }).click();
  const sequence = page.locator('[data-frame]');
  // Less motion: it waits to be stepped.
  await expect(sequence.getByText('press “Next”')).toBeVisible();
  const parts = Number(await sequence.getAttribute('data-parts'));
  expect(parts).toBeGreaterThan(3);
  const codes: Modules[] = [];
  // Some sums beyond the parts: each makes up for a missed part with a chance of one in two.
  for (let number = 0; number < parts + 7; number++) {
    await expect(sequence).toHaveAttribute('data-frame', String(number));
    if (number > 0) await expect.poll(async () => (await shownCode(page)).path).not.toBe(codes.at(-1)?.path);
    codes.push(await shownCode(page));
    await sequence.getByRole('button', { name: 'Next' }).click();
  }
  expect(await brokenRules(page, 'all', 'main')).toEqual([]);

  const file = test.info().outputPath('camera.y4m');
  film(
    file,
    codes.filter((_, number) => number !== 1),
  );
  const flags = ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
  await withCamera(flags, async (browser) => {
    const { page: other, complaints } = await openIn(browser, `${baseURL}/zh/me/hand-over/`);
    await other.getByRole('button', { name: '扫描二维码' }).click();
    await other.getByRole('button', { name: '打开摄像头' }).click();
    const preview = other.locator('[data-preview="hand-over"]');
    await expect(preview).toBeVisible({ timeout: 40_000 });
    // The camera goes as soon as all is there.
    await expect(other.locator('video')).toHaveCount(0);
    expect(await stored(other)).toEqual({});
    await preview.getByRole('button', { name: '合并' }).click();
    await expect.poll(() => stored(other)).toMatchObject(JSON.parse(learner(2_000)).records);
    await other.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await stored(other)).notes[101].v).toBeNull();
    expect(complaints).toEqual([]);
  });
});

test('a camera that is not allowed is said, and the other ways stay', async ({ baseURL }) => {
  await withCamera(['--use-fake-ui-for-media-stream=deny'], async (browser) => {
    const { page, complaints } = await openIn(browser, `${baseURL}/en/me/hand-over/`);
    await page.getByRole('button', { name: 'Scan the QR codes' }).click();
    await page.getByRole('button', { name: 'Turn on the camera' }).click();
    await expect(page.getByText('The camera is not allowed for this site.')).toBeVisible();
    expect(await brokenRules(page, 'all', 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Scan the QR codes' })).toBeFocused();
    expect(complaints).toEqual([]);
  });
});

test('as a text or a picture: what one device shows, the other reads; older records never win @phone', async ({
  page,
  browser,
  baseURL,
}) => {
  await seed(page, { 'layerwise:progress': learner() });
  await visit(page, '/zh/me/hand-over/');
  await page.getByRole('button', { name: '生成文字' }).click();
  const text = await page.getByRole('textbox', { name: '文字形式的进度' }).inputValue();
  expect(text).toMatch(/^lwh1[\w-]+$/);
  await page.getByRole('button', { name: '显示二维码' }).click();
  // So little fits one code: nothing to play.
  await expect(page.locator('[data-frame]')).toHaveAttribute('data-parts', '1');
  await expect(page.locator('[data-frame] path')).toBeAttached();
  const picture = await page.locator('[data-frame] svg').screenshot();
  expect(await brokenRules(page, 'all', 'main')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await brokenRules(page, 'colours', 'main')).toEqual([]);

  const context = await browser.newContext({ viewport: page.viewportSize() ?? { width: 360, height: 780 } });
  // Done here since: newer than what comes.
  const mine = { lessons: { 107: { v: { status: 'done' }, t: 99 } } };
  await seed(context, { 'layerwise:progress': JSON.stringify({ app: 'layerwise', version: 1, records: mine }) });
  const other = await context.newPage();
  await visit(other, `${baseURL}/en/me/hand-over/`);
  const preview = other.locator('[data-preview="hand-over"]');
  await other.getByLabel('Paste the text').fill(`> sent by mail:\n> ${text.replace(/.{60}/g, '$&\n> ')}`);
  await other.getByRole('button', { name: 'Open' }).click();
  await expect(preview.locator('dd')).toHaveText(['2', '0', '1', '0']);
  await preview.getByRole('button', { name: 'Cancel' }).click();
  expect(await stored(other)).toEqual(mine);

  await other.getByRole('button', { name: 'Scan the QR codes' }).click();
  await other
    .locator('[data-scan="picture"]')
    .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: picture });
  await preview.getByRole('button', { name: 'Merge' }).click();
  await expect.poll(async () => (await stored(other)).notes?.[101]?.v).toBe('从旧手机来的笔记');
  expect((await stored(other)).lessons[107].v.status).toBe('done');
  await context.close();
});

test('as a file, light or whole, from one browser to another', async ({ page, browser, baseURL }) => {
  await seed(page, { 'layerwise:progress': learner(300) });
  await visit(page, '/en/me/hand-over/');
  await page.getByLabel('Without exercise code and notes').check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the file' }).click();
  const file = await (await download).path();
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).records)).toEqual(['lessons']);
  const context = await browser.newContext();
  const other = await context.newPage();
  await visit(other, `${baseURL}/en/me/hand-over/`);
  await other.locator('input[accept*="json"]').setInputFiles(file);
  await other.getByRole('button', { name: 'Merge' }).click();
  await expect.poll(async () => (await stored(other)).lessons?.[101]?.v.status).toBe('done');
  await context.close();
});

test('the second completed lesson brings the reminder, wherever the learner is; a backup ends it @phone', async ({
  page,
}) => {
  for (const lesson of ['math/probability-and-softmax', 'math/self-attention-qkv']) {
    await visit(page, `/en/learn/${lesson}/`);
    await page.getByRole('button', { name: 'Mark complete' }).click();
  }
  const reminder = page.getByText('exists only in this browser');
  await expect(reminder).toBeVisible();
  await visit(page, '/zh/map/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载备份' }).click();
  expect((await download).suggestedFilename()).toMatch(/^layerwise-progress-\d{4}-\d\d-\d\d\.json$/);
  await expect(page.getByRole('button', { name: '下载备份' })).toHaveCount(0);
  await visit(page, '/en/me/');
  await expect(page.getByText(/Last backup: /)).toBeVisible();
});

test('what is stored is listed with sizes, one kind is deleted and put back, then all of it for good @phone', async ({
  page,
}) => {
  await seed(page, {
    'layerwise:progress': learner(),
    'layerwise:progress:unreadable:1763892000000': '{"half of',
    'layerwise:later': 'of a later version',
  });
  await visit(page, '/en/');
  await page.evaluate(async () => (await caches.open('layerwise:/:files')).put('/x', new Response('x'.repeat(2_000))));
  await page.getByRole('link', { name: 'Your progress stays in this browser.' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is stored in this browser');
  const row = (kind: string) => page.locator(`[data-stored="${kind}"]`);
  await expect(row('progress')).toContainText('3 entries');
  await expect(row('offline')).toContainText('1 file · 2 kB');
  await expect(row('unreadable')).toContainText('2025');
  await expect(row('unknown')).toContainText('layerwise:later');
  expect(await brokenRules(page, 'all', 'main')).toEqual([]);

  await row('unknown')
    .getByRole('button', { name: /^Delete/ })
    .click();
  expect(await page.evaluate(() => localStorage.getItem('layerwise:later'))).not.toBeNull();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await expect(row('unknown')).toHaveCount(0);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(row('unknown')).toHaveCount(1);

  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByRole('button', { name: 'Delete everything for good' }).click();
  await expect(page.getByText('Nothing is stored yet.')).toBeVisible();
  expect(await page.evaluate(async () => [Object.keys(localStorage), await caches.keys()])).toEqual([[], []]);
  await visit(page, '/zh/me/stored/');
  await expect(page.getByText('目前什么都没有存。')).toBeVisible();
});
