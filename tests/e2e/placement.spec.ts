/**
 * The placement test by keyboard alone: begun, left in the middle and gone on with, its proposal applied and taken back. And the
 * milestone of the stage, whose ticks and evidence outlive a reload and show on the learner's own page.
 */
import { readContent } from '@/lib/content/build-site';
import { placementRules } from '@/lib/placement/assess';
import { stageTest } from '@/lib/placement/stage-test';
import { brokenRules, expect, type test as Test, test, visit } from './site';

const { site } = readContent('.');
const [first, second] = site.lessons.filter(({ stage }) => stage === 'math');

type Page = Parameters<Parameters<typeof Test>[2]>[0]['page'];

const words = {
  en: {
    start: 'Start',
    unknown: 'I do not know',
    back: 'Previous question',
    apply: /^Skip the (ticked lesson|\d+ ticked lessons)$/,
    undo: 'Undo',
    takeBack: /Do not skip/,
    again: 'Start again',
    evidence: /^Evidence: /,
  },
  zh: {
    start: '开始',
    unknown: '不知道',
    back: '上一题',
    apply: /^跳过勾选的 \d+ 课$/,
    undo: '撤销',
    takeBack: /撤销跳过/,
    again: '重新开始',
    evidence: /^成果：/,
  },
} as const;

/** Answers the question on screen without touching the mouse: rightly, or with "I do not know". */
async function answerByKeyboard(
  page: Page,
  locale: 'en' | 'zh',
  isKnown: (lesson: number) => boolean,
): Promise<string> {
  const form = page.locator('[data-question]');
  const id = (await form.getAttribute('data-question')) ?? '';
  const question = stageTest(site, 'math', locale)?.questions.find((each) => each.id === id);
  if (!question) throw new Error(`no question ${id}`);
  if (!isKnown(question.lesson)) await page.getByRole('button', { name: words[locale].unknown }).press('Enter');
  else if (question.kind === 'number') {
    await form.getByRole('textbox').focus();
    await page.keyboard.type(String(question.answer));
    await page.keyboard.press('Enter');
  } else {
    const place = question.choices.findIndex(({ right }) => right);
    const radios = form.getByRole('radio');
    await radios.first().focus();
    await page.keyboard.press('Space');
    for (let i = 0; i < place; i++) await page.keyboard.press('ArrowDown');
    await expect(radios.nth(place)).toBeChecked();
    await page.keyboard.press('Enter');
  }
  await expect(page.locator(`[data-question="${id}"]`)).toHaveCount(0);
  return id;
}

for (const locale of ['en', 'zh'] as const) {
  const t = words[locale];

  test(`/${locale}: answered by keyboard, gone on with after a reload, applied and taken back @phone`, async ({
    page,
  }) => {
    // Whoever knows the first two lessons of the road and nothing else.
    const known = new Set([first?.id, second?.id]);
    await visit(page, `/${locale}/stages/math/`);
    await page
      .getByRole('link', { name: locale === 'en' ? 'Take the placement test' : '做一次摸底测试' })
      .press('Enter');
    await expect(page).toHaveURL(new RegExp(`/${locale}/stages/math/placement/$`));
    await page.getByRole('button', { name: t.start, exact: true }).press('Enter');
    await expect(page.locator('[data-question] h2')).toBeFocused();

    const asked: string[] = [];
    for (let i = 0; i < 5; i++) asked.push(await answerByKeyboard(page, locale, (lesson) => known.has(lesson)));
    const next = await page.locator('[data-question]').getAttribute('data-question');
    await page.reload();
    await expect(page.locator('[data-question]')).toHaveAttribute('data-question', next ?? '');
    await page.getByRole('button', { name: t.back }).press('Enter');
    await expect(page.locator('[data-question]')).toHaveAttribute('data-question', asked.at(-1) ?? '');
    asked.pop();
    expect(await brokenRules(page)).toEqual([]);

    while ((await page.locator('[data-question]').count()) > 0)
      asked.push(await answerByKeyboard(page, locale, (lesson) => known.has(lesson)));
    expect(asked.length).toBeLessThanOrEqual(placementRules.most);
    expect(new Set(asked).size).toBe(asked.length);

    await expect(page.locator('[data-placement="result"] h2')).toBeFocused();
    await expect(page.locator(`[data-advice="skip"] [data-lesson="${first?.id}"]`)).toBeVisible();
    await page.locator('main details summary').last().press('Enter');
    expect(await brokenRules(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await brokenRules(page, 'colours')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    const row = page.locator(`[data-lesson="${first?.id}"]`);
    await page.getByRole('button', { name: t.apply }).press('Enter');
    await expect(row).toHaveAttribute('data-status', 'skipped');
    await page.locator('#notices').getByRole('button', { name: t.undo }).press('Enter');
    await expect(row).toHaveAttribute('data-status', 'todo');

    await page.getByRole('button', { name: t.apply }).press('Enter');
    await page.reload();
    await expect(row).toHaveAttribute('data-status', 'skipped');
    await page.getByRole('button', { name: t.takeBack }).press('Enter');
    await expect(row).toHaveAttribute('data-status', 'todo');

    await page.getByRole('button', { name: t.again }).press('Enter');
    await expect(page.locator('[data-placement="start"]')).toBeVisible();
    await page.locator('#notices').getByRole('button', { name: t.undo }).press('Enter');
    await expect(page.locator('[data-placement="result"]')).toBeVisible();
  });

  test(`/${locale}: a step of the milestone and its evidence are kept, and show on my page @phone`, async ({
    page,
  }) => {
    await visit(page, `/${locale}/stages/math/`);
    const step = page.locator('[data-step]').first();
    await step.getByRole('checkbox').press('Space');
    await expect(page.locator('[data-milestone-done]')).toHaveAttribute('data-milestone-done', '1');
    await step.getByRole('textbox', { name: t.evidence }).fill('https://example.org/run');
    await page.reload();
    await expect(step.getByRole('checkbox')).toBeChecked();
    await expect(step.getByRole('textbox', { name: t.evidence })).toHaveValue('https://example.org/run');
    await expect(page.locator('[data-percent]').first()).toHaveAttribute('data-percent', '0');

    await visit(page, `/${locale}/me/`);
    await expect(page.locator('[data-milestone-done]')).toHaveAttribute('data-milestone-done', '1');
  });
}

test('a stage without a milestone or a test shows none', async ({ page }) => {
  await visit(page, '/en/stages/toolchain/');
  await expect(page.locator('[data-milestone]')).toHaveCount(0);
  await expect(page.locator('a[href*="/placement/"]')).toHaveCount(0);
  await expect(page.locator('[data-weeks]')).toHaveCount(3);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the milestone reads whole, and the test says what it needs', async ({ page }) => {
    await page.goto('/zh/stages/math/');
    await expect(page.locator('[data-step]')).toHaveCount(site.milestones[0]?.steps.length ?? 0);
    await page.goto('/zh/stages/math/placement/');
    await expect(page.locator('main noscript p')).toBeVisible();
  });
});
