/** Python in the page: fails, passes, loops for ever, prints too much, recurses, imports what is not there; and the code is kept. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, settle, test, visit } from './site';

const LESSON = '/en/learn/math/probability-and-softmax/';
/** Tests and solution are shown in read-only editors beside it. */
const editor = '.cm-content[contenteditable="true"]';
const solution = readFileSync('content/math/probability-and-softmax/solution.py', 'utf8');

async function open(page: Page) {
  await visit(page, LESSON);
  const exercise = page.locator('[data-exercise="probability-and-softmax"]');
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.locator(editor)).toBeVisible({ timeout: 20_000 });
  return exercise;
}

async function write(page: Page, code: string) {
  const field = page.locator(`[data-exercise] ${editor}`);
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(code);
}

test('the starter fails with messages, the solution passes, and the code is there after a reload in the other language', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const exercise = await open(page);
  await exercise.getByRole('button', { name: 'Run tests' }).click();
  await expect(exercise).toHaveAttribute('data-result', 'fail', { timeout: 60_000 });
  await expect(exercise.locator('[data-outcome="fail"]').first()).toBeVisible();
  await write(page, solution);
  await exercise.getByRole('button', { name: 'Run tests' }).click();
  await expect(exercise).toHaveAttribute('data-result', 'pass', { timeout: 60_000 });

  await page.waitForTimeout(1000);
  await page.goto(LESSON.replace('/en/', '/zh/'));
  await settle(page);
  const again = page.locator('[data-exercise]');
  await again.scrollIntoViewIfNeeded();
  await expect(again).toHaveAttribute('data-result', 'pass');
  await expect(again.locator(editor)).toContainText('def ', { timeout: 20_000 });
  expect(await again.locator(editor).innerText()).not.toContain('TODO');
});

test('a program that misbehaves ends in a clear message and a live runner', async ({ page }) => {
  test.setTimeout(180_000);
  const exercise = await open(page);
  const run = exercise.getByRole('button', { name: 'Run', exact: true });
  const programs: [code: string, message: RegExp][] = [
    ['print("hello")', /hello/],
    ['while True:\n    pass\n', /stopped|seconds/i],
    ['while True:\n    print("x" * 1000)\n', /64 kB|stopped/i],
    ['def f(n):\n    return f(n + 1)\nf(0)\n', /RecursionError/],
    ['import requests\n', /ModuleNotFoundError/],
    ['print(1\n', /SyntaxError/],
    ['print("alive")', /alive/],
  ];
  for (const [code, message] of programs) {
    await write(page, code);
    await expect(run).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
    await run.click();
    await expect(run).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
    await expect(exercise.getByText(message).filter({ visible: true }).first()).toBeVisible();
  }
});
