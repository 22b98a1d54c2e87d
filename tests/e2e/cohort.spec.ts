/** A mentor's Monday: paste the chat, see who is where, put names right, take the table along. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pasteStrings } from '@/components/cohort/paste-strings';
import { strings } from '@/components/cohort/strings';
import { tableStrings } from '@/components/cohort/table-strings';
import { cohortKey } from '@/lib/cohort/cohort';
import { readContent } from '@/lib/content/build-site';
import { serializeDocument } from '@/lib/progress/parse';
import { storageKey } from '@/lib/progress/storage';
import { encodePath } from '@/lib/share/path-code';
import { encodeSnapshot, type LessonState } from '@/lib/share/snapshot-code';
import { parseCsv } from '@/tests/unit/lib/cohort/parse-csv';
import { brokenRules, expect, test, visit } from './site';

const { site } = readContent('.');
const ids = site.lessons.map(({ id }) => id);
const states = { '#': 'done', '>': 'doing', '-': 'skipped', '.': 'todo' } as const;

/** `marks`: a character for each lesson of the site in road order; what is left is not begun. */
function code(name: string, taken: string, marks: string, day?: string): string {
  const encoded = encodeSnapshot({
    taken,
    ...(name ? { name } : {}),
    lessons: ids.map((id, i) => {
      const state: LessonState = states[(marks[i] ?? '.') as '.'];
      return day && state !== 'todo' ? { id, state, changed: day } : { id, state };
    }),
  });
  if (!encoded.ok) throw new Error(encoded.field);
  return encoded.code;
}

const link = (text: string) => `https://learn.example/en/share/#${text}`;
const mei = code('Mei', '2026-11-20', '##>', '2026-11-18');
const tom = code('', '2026-11-20', '#');
const path = encodePath({ id: 'team', version: 1, title: 'Team', lessons: ids.slice(0, 2).map((id) => ({ id })) });

/** Seven readable codes, one of them twice, and among them a path, a broken code and a link that lost its code. */
const chat = `
[23/11/26, 09:41] Mei: last week ${link(code('Mei', '2026-11-13', '#'))}
[23/11/26, 09:41] Mei: and now ${link(mei)}&from=timeline
张三  2026/11/23 9:12:05
我的进度：${link(code('张三', '2026-11-21', '#->'))}
Tom Okafor  9:43 AM
${link(tom)}
Ada: ${code('Ada <b>Lovelace</b>', '2026-11-22', '####')}
=cmd|calc: ${code('=cmd|calc!A1', '2026-11-19', '#-')}
${code('Zoë', '2026-11-01', '')}
Sven: ${mei.slice(0, -9)}

Noor: https://learn.example/en/share/#
for all of you ${path.ok ? path.code : ''}
Mei again ${mei}
`;

const box = (page: Page) => page.locator('main textarea:not([readonly])');
const names = (page: Page) => page.locator('tbody:last-child > tr[data-key] th bdi');
const addAll = async (page: Page, text: string, locale: 'en' | 'zh' = 'en') => {
  await box(page).fill(text);
  await page.getByRole('button', { name: locale === 'en' ? /^Add \d/ : /^添加 \d/ }).click();
};

for (const locale of ['en', 'zh'] as const) {
  test(`a chat with seven codes becomes a table that is still there after a reload: ${locale} @phone`, async ({
    page,
  }) => {
    const t = pasteStrings[locale];
    await visit(page, `/${locale}/cohort/`);
    await expect(page.getByText(strings[locale].howTo)).toBeVisible();
    await box(page).fill(chat);
    const found = page.locator('[data-found]');
    for (const words of [
      t.found(7),
      [t.sum.new(6), t.sum.older(1)].join(t.separator),
      t.repeated(1),
      t.paths(1),
      t.stripped(1),
      t.unreadable.cut(1),
      t.near('Sven'),
    ]) {
      await expect(found).toContainText(words);
    }
    await expect(found.getByRole('textbox')).toHaveValue('Tom Okafor');
    expect(await page.evaluate((key) => localStorage.getItem(key), cohortKey)).toBeNull();
    await page.getByRole('button', { name: t.add(7) }).click();
    await expect(names(page)).toHaveCount(6);
    await page.reload();
    await expect(names(page)).toHaveCount(6);
    await expect(page.locator('[data-summary]')).toContainText(tableStrings[locale].learners(6));
    expect(await page.evaluate((key) => localStorage.getItem(key), storageKey)).toBeNull();

    // Opened, in both themes, by keyboard.
    await page.getByRole('button', { name: 'Mei', exact: true }).press('Enter');
    await expect(page.locator('.cohort-detail section[data-stage]').first()).toBeVisible();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await brokenRules(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await brokenRules(page, 'colours'), 'dark').toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}

test('sorted, narrowed by a path of mine, and taken along as CSV', async ({ page }) => {
  const own = {
    paths: { team: { v: { id: 'team', version: 1, title: 'Team', lessons: [{ id: ids[1] ?? 0 }] }, t: 1 } },
  };
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    storageKey,
    serializeDocument(own),
  ] as const);
  await visit(page, '/en/cohort/');
  await addAll(page, chat);
  const head = page.getByRole('columnheader', { name: 'Done' });
  await head.getByRole('button').click();
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(names(page).first()).toHaveText('Ada <b>Lovelace</b>');
  await page.getByLabel('Path').selectOption('Team');
  await expect(page.locator('.cohort-lesson')).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^layerwise-cohort-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [heads = [], ...rows] = parseCsv(text);
  const title = site.lessons[1]?.title.en ?? '';
  expect(heads.slice(0, 2)).toEqual(['Name', 'Done (%)']);
  expect(heads).toContain(title);
  expect(rows.map(([name]) => name)).toEqual(
    await names(page)
      .allInnerTexts()
      .then((shown) => shown.map((name) => (name.startsWith('=') ? `'${name}` : name))),
  );
  expect(rows.find(([name]) => name === 'Mei')).toEqual([
    'Mei',
    '100',
    '1',
    '0',
    '0',
    '0',
    '1',
    '2026-11-18',
    '2026-11-20',
    '0',
    'Completed',
    '2026-11-18',
  ]);
});

test('a newer snapshot takes the place of the old one, an older one does not, and a name can be put right', async ({
  page,
}) => {
  await visit(page, '/en/cohort/');
  await addAll(page, code('Wei', '2026-11-13', '##'));
  await addAll(page, code('Wei', '2026-11-20', '###'));
  const row = page.locator('tbody:last-child > tr[data-key]');
  await expect(row).toContainText('+1');
  await box(page).fill(code('Wei', '2026-11-06', '#'));
  await expect(page.locator('[data-verdict="older"]')).toBeVisible();
  await page.getByRole('button', { name: /^Add 1/ }).click();
  await expect(row).toContainText('Nov 20');
  // The same name, but what was done is not done: somebody else.
  await box(page).fill(code('Wei', '2026-11-21', '...#'));
  await expect(page.locator('[data-verdict="newer"]')).toContainText('Another person?');
  await page.locator('[data-verdict] input').fill('Wei B');
  await page.getByRole('button', { name: /^Add 1/ }).click();
  await expect(names(page)).toHaveText(['Wei', 'Wei B']);
});

test('rename, delete and undo reach the other tab @phone', async ({ page, context }) => {
  await visit(page, '/en/cohort/');
  await addAll(page, `${mei}\n${code('Tom', '2026-11-20', '#')}`);
  const other = await context.newPage();
  await visit(other, '/zh/cohort/');
  await expect(names(other)).toHaveCount(2);
  await page.getByRole('button', { name: 'Mei', exact: true }).click();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Name in this table').fill('Mei Chen');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(names(other).filter({ hasText: 'Mei Chen' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(names(page)).toHaveText(['Tom']);
  await expect(names(other)).toHaveText(['Tom']);
  await addAll(other, code('李娜', '2026-11-21', '#'), 'zh');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(names(page)).toHaveCount(3);
  await expect(names(other)).toHaveCount(3);
});

test('on paper there is the table, landscape, and nothing to press', async ({ page }) => {
  await visit(page, '/en/cohort/');
  const many = Array.from({ length: 60 }, (_, i) => code(`Learner ${i}`, '2026-11-20', '#'.repeat(i % 8)));
  await addAll(page, many.join('\n'));
  await expect(names(page)).toHaveCount(60);
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.locator('main button:visible').filter({ hasNotText: /^Learner|Name|Done|Since|Last|Snapshot/ }),
  ).toHaveCount(0);
  await expect(page.locator('.site-header')).toBeHidden();
  // A real table has a head that is repeated, if it may not be broken and takes at most a quarter of a page (190 mm).
  const head = page.locator('.cohort-table thead');
  await expect(head).toHaveCSS('display', 'table-header-group');
  await expect(head).toHaveCSS('break-inside', 'avoid');
  expect((await head.boundingBox())?.height).toBeLessThan((190 / 25.4) * 96 * 0.25);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(pages.length).toBeGreaterThan(1);
  for (const [, width, height] of pages) expect(Number(width)).toBeGreaterThan(Number(height));
});

test('“add to my cohort” on the share page brings the snapshot here, and only the mentor adds it', async ({ page }) => {
  await visit(page, `/en/share/#${mei}`);
  await page.getByRole('link', { name: 'Add to my cohort' }).click();
  await expect(page.locator('[data-found="1"]')).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), cohortKey)).toBeNull();
  await page.getByRole('button', { name: 'Add 1 snapshot' }).click();
  await expect(names(page)).toHaveText(['Mei']);
  expect(new URL(page.url()).hash).toBe('');
});

test('the cohort travels in a file that is no progress file', async ({ page, browser, baseURL }) => {
  await visit(page, '/en/cohort/');
  await addAll(page, chat);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const file = await download.path();
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const fresh = await context.newPage();
  await visit(fresh, '/en/cohort/');
  await fresh.locator('main input[type="file"][accept*="json"]').setInputFiles(file);
  await expect(fresh.getByText('Learners that come')).toBeVisible();
  await fresh.getByRole('button', { name: 'Merge' }).click();
  await expect(names(fresh)).toHaveCount(6);
  await context.close();
});
