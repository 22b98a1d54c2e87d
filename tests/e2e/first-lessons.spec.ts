/** The first three lessons of the road without a mouse: read, answer, move a lab, run the exercise, complete, go on. */
import type { Page } from '@playwright/test';
import { readContent } from '@/lib/content/build-site';
import { expect, settle, tabTo, test, visit } from './site';

const { site } = readContent('.');
const [first, second, third] = site.lessons;

async function answerLastChoice(page: Page): Promise<void> {
  // The last one: it stands below the lab, where the Tab key comes next.
  const check = page.locator('[data-check]:has(fieldset)').last();
  await tabTo(page, check.locator('input'));
  await page.keyboard.press('Space');
  await tabTo(page, check.getByRole('button', { name: 'Check' }));
  await page.keyboard.press('Enter');
  await expect(check.getByRole('status')).not.toBeEmpty();
  // The button has given way to another one, and the focus must not be lost with it.
  await expect(check.locator('[data-answered="true"]')).toBeVisible();
}

/** The first thing in the lab that can be moved takes a key, and the lab says in words what it shows then. */
async function moveLab(page: Page): Promise<void> {
  const lab = page.locator('[data-lab]').first();
  await tabTo(page, lab.locator('button:enabled, input:enabled, select:enabled'));
  await page.keyboard.press('Space');
  await expect(lab.locator('.lab-summary')).not.toBeEmpty();
}

async function runExercise(page: Page): Promise<void> {
  const exercise = page.locator('[data-exercise]');
  const field = exercise.locator('.cm-content[contenteditable="true"]');
  const isIn = () => exercise.evaluate((element) => element.contains(document.activeElement));
  for (let presses = 0; presses < 100 && !(await isIn()); presses++) await page.keyboard.press('Tab');
  // The editor comes when its place comes into view, and may take the place of what had the focus.
  await expect(field).toBeVisible({ timeout: 30_000 });
  for (
    let presses = 0;
    presses < 20 && !(await field.evaluate((element) => element === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(exercise).toHaveAttribute('data-result', 'fail', { timeout: 90_000 });
}

async function complete(page: Page): Promise<void> {
  await tabTo(page, page.locator('.lesson-foot').getByRole('button', { name: /Mark complete/ }));
  await page.keyboard.press('Enter');
  await expect(page.locator('.lesson-foot [data-status="done"]').first()).toBeVisible();
}

test('a learner goes through the first three lessons by keyboard', async ({ page }) => {
  test.setTimeout(240_000);
  await visit(page, '/en/stages/math/');
  await tabTo(page, page.locator(`main a[href$="/learn/math/${first?.slug}/"]`));
  await page.keyboard.press('Enter');
  for (const lesson of [first, second, third]) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson?.title.en ?? '');
    await settle(page);
    await moveLab(page);
    await answerLastChoice(page);
    if (lesson === first) await runExercise(page);
    await complete(page);
    await tabTo(page, page.locator('a[rel="next"]'));
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.lessons[3]?.title.en ?? '');
  await visit(page, '/en/stages/math/');
  await expect(page.locator('main [data-status="done"]')).toHaveCount(3);
});
