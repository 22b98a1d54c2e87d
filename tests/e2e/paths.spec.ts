/** My paths: a career is taken up, Continue and the lessons follow it, the finish moves with the pace, dates leave as a calendar. */
import { readFileSync } from 'node:fs';
import { readContent } from '@/lib/content/build-site';
import { readIcs } from '@/tests/unit/lib/paths/read-ics';
import { brokenRules, expect, type test as Test, test, visit } from './site';

/** The lesson that follows the first one in the career, of those that are written. */
const { site } = readContent('.');
const order = site.careers.find(({ id }) => id === 'domain-expert')?.lessons ?? [];
const second = order.slice(1).find(({ slug }) => site.lessons.some((lesson) => lesson.slug === slug))?.id;

type Page = Parameters<Parameters<typeof Test>[2]>[0]['page'];

const words = {
  en: {
    road: 'Follow this path',
    minutes: 'Minutes a day',
    remove: 'Remove',
    undo: 'Undo',
    file: 'Calendar file',
  },
  zh: {
    road: '按这条路径学',
    minutes: '每天学多少分钟',
    remove: '移除',
    undo: '撤销',
    file: '日历文件',
  },
} as const;

/** Stored as by a link that was opened before. */
const team = {
  id: 'team',
  version: 2,
  title: '推理组, 新人; "Q4"',
  mentor: '张老师',
  start: '2026-12-28',
  lessons: [
    { id: 306, due: 0 },
    { id: 999, due: 1 },
    { id: 101, due: 4, note: '带一个问题来。\nEND:VEVENT' },
    { id: 404 },
  ],
};

async function seed(page: Page, records: object) {
  const text = JSON.stringify({ app: 'layerwise', version: 1, records });
  await page.addInitScript((stored) => {
    if (!localStorage.getItem('layerwise:progress')) localStorage.setItem('layerwise:progress', stored);
  }, text);
}
const withTeam = { paths: { team: { v: team, t: 1 } }, prefs: { 'active-path': { v: 'team', t: 1 } } };

for (const locale of ['en', 'zh'] as const) {
  const t = words[locale];

  test(`/${locale}: a career is followed, through Continue and the lessons, and left again @phone`, async ({
    page,
  }) => {
    await visit(page, `/${locale}/paths/`);
    await expect(page.locator('[data-path="road"] [data-active]')).toBeVisible();
    await page.locator('[data-career="career-domain-expert"] button').click();
    await expect(page.locator('[data-path="career-domain-expert"] [data-active]')).toBeVisible();
    await expect(page.locator('[data-shown="career-domain-expert"]')).toBeInViewport();

    await page.locator('[data-shown] .button-primary').click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/learn/math/what-is-an-llm/$`));
    await page.locator('.lesson-foot [data-status]').first().waitFor();
    await expect(page.locator(`[data-next-in-path="${second}"]`)).toBeVisible();

    await visit(page, `/${locale}/paths/#path=`);
    await page.getByRole('button', { name: t.road, exact: true }).first().click();
    await expect(page.locator('[data-path="road"] [data-active]')).toBeVisible();
    await visit(page, `/${locale}/learn/math/what-is-an-llm/`);
    await expect(page.locator('[data-next-in-path]')).toHaveCount(0);
  });

  test(`/${locale}: a mentor’s order leads Continue, the lessons and today, and goes away and back @phone`, async ({
    page,
  }) => {
    await seed(page, withTeam);
    await visit(page, `/${locale}/`);
    await expect(page.locator('[data-continue]')).toHaveAttribute('data-continue', '306');
    await expect(page.locator('[data-today="team"]')).toContainText(team.title);

    await page.locator('[data-continue]').click();
    const next = page.locator('[data-next-in-path="101"]');
    await expect(next).toContainText(team.title);
    await next.click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/learn/math/what-is-an-llm/$`));

    await visit(page, `/${locale}/paths/`);
    await expect(page.locator('[data-shown="team"] [data-lesson]')).toHaveCount(3);
    await page.getByRole('button', { name: t.remove, exact: true }).click();
    await expect(page.locator('[data-path="team"]')).toHaveCount(0);
    await expect(page.locator('[data-shown="road"]')).toBeVisible();
    await page.getByRole('button', { name: t.undo }).click();
    await expect(page.locator('[data-path="team"] [data-active]')).toBeVisible();
  });

  test(`/${locale}: the finish moves with the pace @phone`, async ({ page }) => {
    await visit(page, `/${locale}/paths/`);
    const finish = page.locator('[data-finish]');
    const before = (await finish.getAttribute('data-finish')) ?? '';
    await page.getByLabel(t.minutes).selectOption('120');
    await expect(finish).not.toHaveAttribute('data-finish', before);
    const quick = (await finish.getAttribute('data-finish')) ?? '';
    expect(quick < before).toBe(true);
    await page.reload();
    await expect(finish).toHaveAttribute('data-finish', quick);
  });

  test(`/${locale}: the dates of a path leave as a calendar that can be read`, async ({ page, baseURL }) => {
    await seed(page, withTeam);
    await visit(page, `/${locale}/paths/`);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t.file }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^layerwise-path-推理组-新人-Q4-v2\.ics$/);
    const { calendar, events } = readIcs(readFileSync(await file.path(), 'utf8'));
    expect(calendar.NAME).toBe(team.title);
    expect(events.map(({ UID, DTSTART, DTEND, SEQUENCE }) => [UID, DTSTART, DTEND, SEQUENCE])).toEqual([
      ['team-306@layerwise', '20261228', '20261229', '2'],
      ['team-101@layerwise', '20270101', '20270102', '2'],
    ]);
    expect(events[1]?.DESCRIPTION).toContain(team.lessons[2]?.note);
    expect(events[1]?.URL).toBe(`${baseURL}/${locale}/learn/math/what-is-an-llm/`);
  });

  test(`/${locale}: my paths break no rule of accessibility, empty and full @phone`, async ({ page }) => {
    await visit(page, `/${locale}/paths/`);
    await page.locator('[data-finish]').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.evaluate((records) => {
      localStorage.setItem('layerwise:progress', JSON.stringify({ app: 'layerwise', version: 1, records }));
      dispatchEvent(new Event('storage'));
    }, withTeam);
    await page.locator('[data-shown="team"]').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await brokenRules(page, 'colours')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('what is learnt stands in the calendar at once, and its rhythm can be hidden', async ({ page }) => {
  const day = (ago: number) => {
    const date = new Date();
    date.setDate(date.getDate() - ago);
    const pad = (n: number) => String(n).padStart(2, '0');
    return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  };
  await seed(page, { days: { [day(1)]: { v: true, t: 1 } } });
  await visit(page, '/en/learn/math/what-is-an-llm/');
  await page.getByRole('button', { name: /Mark complete/ }).click();
  await visit(page, '/en/me/');
  await expect(page.locator('[data-days]')).toHaveAttribute('data-days', '2');
  await expect(page.locator(`[data-day="${day(0)}"]`)).toContainText('1 result');
  await expect(page.locator('[data-streak]')).toHaveAttribute('data-streak', '2');
  await page.getByLabel('Show my rhythm').uncheck();
  await expect(page.locator('[data-streak]')).toHaveCount(0);
});
