/** A mentor's work from an empty path to a link in a learner's browser, with each of the hands one can have: keys, mouse, finger. */
import type { Locator, Page } from '@playwright/test';
import { readContent } from '@/lib/content/build-site';
import { brokenRules, expect, settle, test, visit } from './site';

const { lessons } = readContent('.').site;
const road = lessons.map(({ id }) => id);

/** What `chosen` builds on and does not hold, in the order of the road. */
function missingFor(chosen: readonly number[]): number[] {
  const needed = new Set<string>();
  const add = (slug: string) => {
    if (needed.has(slug)) return;
    needed.add(slug);
    for (const before of lessons.find((lesson) => lesson.slug === slug)?.prerequisites ?? []) add(before);
  };
  for (const { id, slug } of lessons) if (chosen.includes(id)) add(slug);
  return lessons.filter(({ id, slug }) => needed.has(slug) && !chosen.includes(id)).map(({ id }) => id);
}

const rows = (page: Page) => page.locator('[data-row]');
const order = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset.row)));
const said = (page: Page) => page.locator('[data-editor="desk"] > [role="status"]');
const handle = (page: Page, id: number) => page.locator(`[data-row="${id}"] [data-part="handle"]`);

/** Goes on with the Tab key until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never reached ${target}`);
}

/** What the page hands out, without opening the share sheet. */
const previewLink = async (page: Page) =>
  (await page.getByRole('link', { name: /See it as your learners will|看看学员会看到什么/ }).getAttribute('href')) ??
  '';

async function freshPage(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const { origin } = new URL(page.url());
  return (await browser.newContext({ baseURL: origin })).newPage();
}

/** The lessons as a learner reads them, in order. */
const learnersOrder = (page: Page) => page.locator('article[data-share="path"] > ol > li a').allTextContents();

test('a path is composed, ordered, mended, dated and saved with the keyboard alone', async ({ page }) => {
  await visit(page, '/en/paths/new/');
  await tabTo(page, page.getByRole('button', { name: /^An empty path/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Title'));
  await page.keyboard.type('Attention first');
  for (const name of [/Self-attention/, /LoRA, QLoRA/, /Fine-tune BERT/]) {
    await tabTo(page, page.getByRole('checkbox', { name }));
    await page.keyboard.press('Space');
  }
  await expect.poll(() => order(page)).toEqual([113, 211, 205]);
  await expect(said(page)).toHaveText(/added at place 3/);

  await handle(page, 205).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(/moved to place 2 of 3/);
  await page.keyboard.press('Escape');
  await expect.poll(() => order(page)).toEqual([113, 211, 205]);

  await page.getByRole('button', { name: 'Add what is missing' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => order(page)).toEqual([...missingFor([113, 211, 205]), 113, 211, 205]);
  await page.getByRole('button', { name: 'Put in order' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-editor="warnings"]')).toHaveCount(0);
  const mended = await order(page);
  expect(mended.indexOf(205)).toBeLessThan(mended.indexOf(211));

  await page.getByRole('button', { name: 'Spread the dates' }).focus();
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText('due after');
  await page.getByRole('button', { name: 'Save to my paths' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Saved as version 1' })).toBeDisabled();
  await page.keyboard.press('Control+z');
  await expect(rows(page).first()).not.toContainText('due after');
});

for (const { locale, words } of [
  { locale: 'en', words: { save: 'Save to my paths', again: 'Save as version 2', changes: 'What changes' } },
  { locale: 'zh', words: { save: '保存到我的路径', again: '保存为第 2 版', changes: '有哪些变化' } },
] as const) {
  test(`${locale}: order, dates and notes arrive as they were set, and an edit arrives as version 2 with what changed @phone`, async ({
    page,
  }) => {
    await visit(page, `/${locale}/paths/new/#from=math`);
    await page.locator('input[type="date"]').first().fill('2026-12-01');
    await page.locator('[data-row="113"] [data-part="up"]').click();
    await page.locator('[data-row="101"] [data-part="details"]').click();
    await page.locator('[data-row="101"] input[type="date"]').fill('2026-12-08');
    await page.locator('[data-row="101"] textarea').fill('先读完 <b>再</b> 动手\nsecond line');
    const chosen = await rows(page).locator('p:first-of-type').first().textContent();
    await page.getByRole('button', { name: words.save }).click();
    const first = await previewLink(page);

    const learner = await freshPage(page);
    await visit(learner, first);
    await expect(learner.locator('h1')).toContainText(/Mathematics|数学/);
    expect((await learnersOrder(learner))[0]).toBe(chosen);
    expect(await learnersOrder(learner)).toHaveLength(lessons.filter(({ stage }) => stage === 'math').length);
    await expect(learner.locator('ol time')).toHaveAttribute('datetime', '2026-12-08');
    await expect(learner.locator('article')).toContainText('先读完 <b>再</b> 动手');
    await learner.getByRole('button', { name: /^(Add this path|添加这条路径)$/ }).click();

    await page
      .locator('[data-row="107"]')
      .getByRole('button', { name: /^(Remove|移除)/ })
      .click();
    await page.getByRole('button', { name: words.again }).click();
    const second = await previewLink(page);
    expect(second).not.toBe(first);
    await visit(learner, second);
    await expect(learner.locator('[data-changes]')).toContainText(words.changes);
    await expect(learner.locator('[data-changes]')).toContainText(/Probability|概率/);
    await learner.context().close();
  });
}

test('the share sheet hands out what was just saved', async ({ page }) => {
  await visit(page, '/en/paths/new/#from=toolchain');
  const link = await previewLink(page);
  await page.getByRole('button', { name: 'Share this path' }).click();
  const field = page.getByRole('dialog').locator('input[readonly]').first();
  await expect(field).toHaveValue(new RegExp(link.slice(link.indexOf('#'))));
  await page.keyboard.press('Escape');
  await visit(page, '/en/paths/');
  await expect(page.locator('main')).toContainText('Toolchain');
});

test('a row dragged with the mouse lands where the line shows; Escape puts it back', async ({ page }) => {
  await visit(page, '/en/paths/new/#from=road');
  const before = await order(page);
  const box = async (id: number) => {
    const found = await handle(page, id).boundingBox();
    if (!found) throw new Error('no handle');
    return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
  };
  await handle(page, 101).scrollIntoViewIfNeeded();
  const [first = 0, second = 0, third = 0, ...rest] = before;
  const from = await box(first);
  const to = await box(third);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y, { steps: 6 });
  await page.mouse.move(from.x, to.y + 30, { steps: 4 });
  await expect(page.locator('[data-drop]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-drop]')).toHaveCount(0);
  expect(await order(page)).toEqual(before);
  await page.mouse.up();

  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 30, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => order(page)).toEqual([second, third, first, ...rest]);
  await expect(said(page)).toHaveText(new RegExp(`moved to place 3 of ${road.length}`));
});

test('a row dragged with a finger scrolls the page at its edge and lands @phone-only', async ({ page }) => {
  await visit(page, '/en/paths/new/#from=road');
  await handle(page, 101).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const found = await handle(page, 101).boundingBox();
  if (!found) throw new Error('no handle');
  const [x, y] = [found.x + found.width / 2, found.y + found.height / 2];
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
  const scrolled = await page.evaluate(() => window.scrollY);
  await touch('touchStart', y);
  for (let at = y; at < 660; at += 20) await touch('touchMove', at);
  await touch('touchMove', 670);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(scrolled + 100);
  await expect(page.locator('[data-drop]')).toHaveCount(1);
  await touch('touchEnd');
  await expect.poll(async () => (await order(page)).indexOf(101)).toBeGreaterThan(2);
  expect([...(await order(page))].sort()).toEqual([...road].sort());
});

test('a draft survives reload and a change of language, and can be discarded @phone', async ({ page }) => {
  await visit(page, '/en/paths/new/#from=toolchain');
  await page.getByLabel('Title').fill('Half done');
  await page.reload();
  await settle(page);
  await expect(page.getByLabel('Title')).toHaveValue('Half done');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByLabel('标题')).toHaveValue('Half done');
  const notices = page.locator('[data-editor="notices"]');
  await expect(notices).toContainText('上次没做完的路径还在');
  await notices.getByRole('button', { name: '丢弃草稿' }).click();
  await expect(page.getByText('从哪里开始？')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('layerwise:path-draft'))).toBeNull();
});

test('on the knowledge map a concept brings the lesson that teaches it, by keyboard and in the list', async ({
  page,
}) => {
  await visit(page, '/en/paths/new/');
  await page.getByRole('button', { name: /^An empty path/ }).click();
  await page.getByRole('button', { name: 'Choose on the map' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('a.map-node[id="softmax"]').focus();
  await page.keyboard.press('Enter');
  await expect(dialog.locator('[role="status"]')).toContainText(
    '“Probability distributions, softmax and temperature” added',
  );
  await expect(dialog.locator('a.map-node[id="softmax"]')).toHaveAttribute('aria-pressed', 'true');
  await dialog.getByText('List', { exact: true }).click();
  await dialog.getByLabel('Find a concept').fill('lora');
  await dialog.getByRole('checkbox', { name: /^QLoRA/ }).check();
  expect(await brokenRules(page, 'all', 'dialog')).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => order(page)).toEqual([107, 211]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the desk keeps the rules of accessibility, ${colorScheme} @phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await visit(page, '/zh/paths/new/#from=road');
    await page.locator('[data-row="101"]').getByRole('button', { name: /^移除/ }).click();
    await page.locator('[data-row="107"]').getByRole('button', { name: /^移除/ }).click();
    await page.locator('[data-row="205"] [data-part="down"]').click();
    await page.locator('[data-row="404"] [data-part="details"]').click();
    await expect(page.locator('[data-editor="warnings"]')).toBeVisible();
    // A screen on which nothing is hidden below the bar at its foot: axe takes a half-covered target for a small one.
    const { width = 0 } = page.viewportSize() ?? {};
    await page.setViewportSize({ width, height: 6000 });
    expect(await brokenRules(page, colorScheme === 'light' ? 'all' : 'colours')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });
}
