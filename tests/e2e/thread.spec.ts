/** The thread: a model is trained in the page, steered, used by another lab; and nothing is left running. */
import { expect, tabTo, test, visit } from './site';
import {
  begin,
  heard,
  lossOnShelf,
  models,
  open,
  press,
  QUANTIZE,
  SLOW,
  shelf,
  step,
  summary,
  train,
  training,
} from './train';

test.describe.configure({ timeout: 180_000 });

test('a model trained as proposed beats every count, is there after a reload, and another lab works on it @phone', async ({
  page,
}) => {
  await open(page);
  await expect(shelf(page)).toContainText('None yet.');
  await begin(page, '1,500');
  await expect(page.locator('[data-goal="met"]')).toBeVisible(SLOW);
  await expect(summary(page)).toContainText('Step 1,500 of 1,500', SLOW);
  await expect(summary(page)).toContainText('It beats counting letter triples.');
  await expect(models(page)).toHaveCount(1);
  const id = await models(page).getAttribute('data-model-id');
  const loss = await lossOnShelf(page);
  await expect(summary(page)).toContainText(`validation loss ${loss} nats`);

  await page.reload();
  await expect(models(page)).toHaveCount(1);
  await expect(models(page)).toHaveAttribute('data-model-id', id ?? '');
  await expect(models(page)).toContainText('in use');
  expect(await lossOnShelf(page)).toBe(loss);
  const name = await page.getByLabel('Name', { exact: true }).inputValue();
  expect(name).toContain('1,500 steps');

  await visit(page, QUANTIZE);
  const bar = page.locator('[data-model="own"]');
  await expect(bar.locator('option:checked')).toHaveText(name);
  await expect(page.locator('[data-passport]')).toContainText(name);
  await bar.locator('select').selectOption('');
  await expect(page.locator('[data-model="shipped"] option:checked')).toHaveText('the model that ships with the site');
  await visit(page, '/en/labs/');
  await expect(page.locator('[data-lab-card="train-a-gpt"] [data-goal="met"]')).toBeVisible();
});

test('paused it stands still, one step adds one, it goes on, and what was reported stands once it is stopped', async ({
  page,
}) => {
  await open(page, '?steps=600&size=large');
  await begin(page, '600');
  await expect.poll(() => step(page), SLOW).toBeGreaterThan(0);
  await press(page, 'Pause');
  await expect(training(page)).toHaveAttribute('data-training', 'paused');
  await heard(page);
  const paused = await step(page);
  await heard(page);
  expect(await step(page)).toBe(paused);

  // Every fifteenth step the loss is measured, so one of these is such a step.
  for (let i = 1; i <= 16; i += 1) {
    await press(page, 'One step');
    await expect(training(page)).toContainText(`step ${paused + i} of 600`);
  }
  await heard(page);
  expect(await step(page)).toBe(paused + 16);

  await press(page, 'Go on');
  await expect(training(page)).toHaveAttribute('data-training', 'running');
  await expect.poll(() => step(page), SLOW).toBeGreaterThan(paused + 16);
  await press(page, 'Stop');
  await expect(training(page)).toHaveAttribute('data-training', 'idle');
  await expect.poll(() => page.workers().length).toBe(0);
  const stopped = Number(/^.*?Step (\d+) of 600/.exec(await summary(page).innerText())?.[1]);
  expect(stopped).toBeGreaterThan(paused + 16);
  await expect(summary(page)).toContainText('validation loss');
  await expect(page.getByText(/^What it writes at step \d+$/)).toBeVisible();
});

test('a learning rate that is far too high ends in an explanation, not in a model', async ({ page }) => {
  await open(page, '?size=large&rate=1&steps=300');
  await begin(page, '300');
  await expect(training(page).getByRole('status')).toContainText('The loss left the range', SLOW);
  await expect(summary(page)).toContainText('The run diverged');
  await expect(page.locator('[data-goal="open"]')).toBeVisible();
  await expect(models(page)).toHaveCount(0);
  await expect(page.getByText(/NaN|Infinity|undefined/)).toHaveCount(0);
});

test('a lab that is left through a link leaves no worker behind, and its model on the shelf', async ({ page }) => {
  await open(page, '?steps=6000&size=large');
  await begin(page, '6,000');
  await expect(page.getByText(/^What it writes at step [1-9]/)).toBeVisible(SLOW);
  expect(page.workers()).toHaveLength(1);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.locator('.crumbs a').first().click();
  await expect(page).toHaveURL(/\/en\/labs\/$/);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.locator('[data-lab-card="train-a-gpt"] a').click();
  await expect(models(page)).toHaveCount(1);
  await expect(training(page)).toHaveAttribute('data-training', 'idle');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('the goal is reached with Tab, arrows and Enter alone', async ({ page }) => {
  await open(page);
  const lab = page.locator('[data-lab="train-a-gpt"]');
  await tabTo(page, lab.getByRole('slider', { name: 'Steps' }));
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowLeft');
  await tabTo(page, lab.getByRole('button', { name: 'Train 800 steps' }));
  await page.keyboard.press('Enter');
  await expect(lab.locator('[data-goal="met"]')).toBeVisible(SLOW);
});

test('with reduced motion there is the same to see', async ({ page }) => {
  const seen = async (reducedMotion: 'reduce' | 'no-preference') => {
    await page.emulateMedia({ reducedMotion });
    await train(page, '100');
    await page.getByText('Numbers', { exact: true }).click();
    const text = (selector: string) => page.locator(selector).allInnerTexts();
    return {
      summary: await text('.lab-summary'),
      numbers: await text('.lab-more table'),
      lines: await page
        .locator('.lab-view polyline')
        .evaluateAll((all) => all.map((one) => one.getAttribute('points'))),
      inside: await page.locator('.lab-view [role="img"]').evaluateAll((all) => all.map((one) => one.ariaLabel)),
      names: await text('.lab-view ul.font-mono'),
    };
  };
  const moving = await seen('no-preference');
  expect(moving.inside.length).toBeGreaterThan(4);
  expect(moving.lines.join().length).toBeGreaterThan(100);
  expect(moving.names.join().length).toBeGreaterThan(20);
  expect(await seen('reduce')).toEqual(moving);
});

test('the solution that the quantization lab shows holds for the learner’s own model', async ({ page }) => {
  await train(page, '400');
  await visit(page, QUANTIZE);
  const lab = page.locator('[data-lab="quantize-your-model"]');
  await expect(lab.locator('[data-model="own"]')).toBeVisible();
  await lab.getByRole('button', { name: 'Show one solution' }).click();
  await expect(lab.locator('[data-goal="met"]')).toBeVisible(SLOW);
  await expect(lab.locator('[data-passport]')).toContainText('trained 400 steps');
});
