/** Paths and snapshots travel in links: made here, opened in a browser that has never been here; hostile codes change nothing. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { brokenRules, expect, settle, test, visit } from './site';

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

const path: SharedPath = {
  id: 'e2e-team',
  version: 1,
  title: '推理平台组 · winter',
  mentor: 'Mei Han',
  start: '2026-12-01',
  lessons: [{ id: 205, due: 7, note: '先读完再动手。' }, { id: 101, due: 14 }, { id: 102 }],
};
const newer: SharedPath = {
  ...path,
  version: 2,
  lessons: [{ id: 101, due: 14 }, { id: 205, due: 21, note: '结果贴到群里。' }, { id: 110 }],
};

const codeOf = (value: SharedPath): string => {
  const encoded = encodePath(value);
  if (!encoded.ok) throw new Error(encoded.field);
  return encoded.code;
};
const inSheet = (page: Page, kind: '/share/#' | '/share/?p=') =>
  page
    .getByRole('dialog')
    .locator('input[readonly]')
    .evaluateAll(
      (fields, part) =>
        fields.map((field) => (field as HTMLInputElement).value).find((value) => value.includes(part)) ?? '',
      kind,
    );

async function openPathSheet(page: Page): Promise<void> {
  await visit(page, `/en/share/#${codeOf(path)}`);
  await page.getByRole('button', { name: 'Share this path' }).click();
  await expect(page.getByRole('dialog')).toContainText('What the link holds');
}

test('a shared path is added by somebody else, in the other language; its newer version tells what changes, and progress stays @phone', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPathSheet(page);
  await expect(page.getByRole('dialog')).toContainText('先读完再动手。');
  const link = await inSheet(page, '/share/#');
  expect(link.endsWith(codeOf(path))).toBe(true);

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: page.viewportSize() });
  const theirs = await context.newPage();
  const read = (key: string) =>
    theirs.evaluate(
      (name) => JSON.parse(localStorage.getItem('layerwise:progress') ?? '{}').records?.[name] ?? {},
      key,
    );
  await visit(theirs, link.replace('/en/', '/zh/'));
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(path.title);
  expect(await read('paths')).toEqual({});
  await theirs.getByRole('button', { name: '添加这条路径' }).click();
  await theirs.getByRole('button', { name: '开始按这条路径学' }).click();
  await expect(theirs.getByRole('link', { name: '我的路径' })).toHaveAttribute('href', /\/zh\/paths\/$/);
  await theirs.getByRole('link', { name: '从第一课开始' }).click();
  await expect(theirs).toHaveURL(/finetune-bert-with-trainer/);
  await settle(theirs);
  await theirs.getByRole('button', { name: /标记.*完成/ }).click();

  await visit(theirs, `/zh/share/#${codeOf(newer)}`);
  const changes = theirs.locator('[data-changes]');
  await expect(changes).toContainText('用 Trainer 微调 BERT');
  for (const words of [
    '新增 1 课',
    '移除 1 课',
    '1 课调整了顺序',
    '1 个截止日期有变化',
    '1 条备注有变化',
    '结果贴到群里。',
  ])
    await expect(changes).toContainText(words);
  expect((await read('paths'))['e2e-team'].v.version).toBe(1);
  await theirs.getByRole('button', { name: '更新到第 2 版' }).click();
  await expect(theirs.getByText('已更新，学习进度不变。').first()).toBeVisible();
  expect((await read('paths'))['e2e-team'].v).toMatchObject({ version: 2, lessons: newer.lessons });
  expect((await read('lessons'))['205'].v.status).toBe('done');
  // An old link stays an old link.
  await visit(theirs, `/zh/share/#${codeOf(path)}`);
  await theirs.reload();
  await expect(theirs.getByText('你手上的版本更新')).toBeVisible();
  expect((await read('paths'))['e2e-team'].v.version).toBe(2);
  await context.close();
});

test('the link that messengers leave whole opens the same path', async ({ page, browser, baseURL }) => {
  await openPathSheet(page);
  await expect(page.getByRole('dialog')).toContainText('The host of this site may log it.');
  const link = await inSheet(page, '/share/?p=');
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const theirs = await context.newPage();
  await visit(theirs, `${link}&from=singlemessage&isappinstalled=0`);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(path.title);
  await context.close();
});

/** The text of the QR code in a picture file, as the browser draws it. */
async function readPicture(page: Page, file: Buffer, type: string): Promise<string> {
  const { width, height, values, dark } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      // A character for each pixel: millions of numbers would take a minute to come across.
      let dark = '';
      for (let i = 0; i < data.length; i += 4) dark += data[i] === 0 ? '1' : '0';
      return { width: canvas.width, height: canvas.height, values: [...new Set(data)], dark };
    },
    `data:${type};base64,${file.toString('base64')}`,
  );
  // Nothing but black and white: no edge is blurred.
  expect(values.sort((a, b) => a - b)).toEqual([0, 255]);
  const pixels = Uint8ClampedArray.from({ length: 4 * dark.length }, (_, i) =>
    i % 4 === 3 || dark[i >> 2] === '0' ? 255 : 0,
  );
  return decodeQR({ width, height, data: pixels });
}

test('the QR code as PNG and as SVG is the link, sharp, in a file that says what it is @phone', async ({ page }) => {
  await openPathSheet(page);
  const link = await inSheet(page, '/share/#');
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  for (const [format, type] of [
    ['PNG', 'image/png'],
    ['SVG', 'image/svg+xml'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download as ${format}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`layerwise-path-推理平台组-winter-v1-qr.${format.toLowerCase()}`);
    expect(await readPicture(page, readFileSync(await download.path()), type)).toBe(link);
  }
});

test('a snapshot of the path one follows names it to whoever has it, and goes on to the mentor’s table', async ({
  page,
}) => {
  await visit(page, `/en/share/#${codeOf(path)}`);
  await page.getByRole('button', { name: 'Add this path' }).click();
  await page.getByRole('button', { name: 'Follow this path now' }).click();
  await visit(page, '/en/me/');
  await page.getByRole('button', { name: 'Share my progress' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: path.title })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'My name' }).check();
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  const link = await inSheet(page, '/share/#');
  await visit(page, link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada');
  await expect(page.locator('article')).toContainText(`lessons of the path “${path.title}”, version 1`);
  const table = page.getByRole('link', { name: 'Add to my cohort' });
  await expect(table).toHaveAttribute('href', new RegExp(`/en/cohort/#${link.split('#')[1]}$`));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe: the open sheet and what a newer version changes, ${colorScheme} @phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await visit(page, `/en/share/#${codeOf(path)}`);
    await page.getByRole('button', { name: 'Add this path' }).click();
    await page.getByRole('button', { name: 'Share this path' }).click();
    await page.getByRole('button', { name: 'QR code' }).click();
    await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Share this path' })).toBeFocused();
    await visit(page, `/en/share/#${codeOf(newer)}`);
    await expect(page.locator('[data-changes]')).toBeVisible();
    expect(await brokenRules(page)).toEqual([]);
    await visit(page, '/en/me/');
    await page.getByRole('button', { name: 'Share my progress' }).click();
    await page.getByRole('checkbox', { name: 'My name' }).check();
    expect(await brokenRules(page)).toEqual([]);
    const { wide, screen } = await page.evaluate(() => ({
      wide: Math.max(
        ...[...document.querySelectorAll('dialog')].map((dialog) => dialog.scrollWidth - dialog.clientWidth),
      ),
      screen: document.documentElement.scrollWidth - window.innerWidth,
    }));
    expect([wide, screen]).toEqual([0, 0]);
  });
}
