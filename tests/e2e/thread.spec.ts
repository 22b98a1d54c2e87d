/** The thread: a model is trained in the page, kept, carried away and back, used by other labs; and nothing of it is lost or left running. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createCheckpoint, encodeCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import { expect, test, visit } from './site';

const LAB = '/en/labs/train-a-gpt/';
const QUANTIZE = '/en/labs/quantize-your-model/';
/** Training shares its processor with whatever else the machine does. */
const SLOW = { timeout: 90_000 };

test.describe.configure({ timeout: 180_000 });

const training = (page: Page) => page.locator('[data-training]');
const models = (page: Page) => page.locator('[data-model-id]');
const shelf = (page: Page) => page.locator('[data-shelf]');
const summary = (page: Page) => page.locator('.lab-summary');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function open(page: Page, query = ''): Promise<void> {
  await visit(page, LAB + query);
  await expect(shelf(page)).toHaveAttribute('data-shelf', 'ready');
}

/** Presses the button that says what it will do: it also tells that the address has been read. */
const begin = (page: Page, steps: string) => press(page, `Train ${steps} steps`);

/** Trains to the end; the model is then on the shelf and in use. */
async function train(page: Page, steps: string, query = `?steps=${steps}`): Promise<void> {
  await open(page, query);
  await begin(page, steps);
  await expect(models(page).filter({ hasText: 'in use' })).toHaveCount(1, SLOW);
  await expect(training(page)).toHaveAttribute('data-training', 'idle', SLOW);
}

/** The step a running or paused training stands at. */
async function step(page: Page): Promise<number> {
  const said = /step ([\d,]+) of/.exec(await training(page).innerText())?.[1] ?? '0';
  return Number(said.replace(',', ''));
}

async function lossOnShelf(page: Page): Promise<string> {
  return /loss (\d\.\d{3})/.exec(await models(page).first().innerText())?.[1] ?? 'none';
}

/** Once the worker has found the time for this, it has heard what was said before, and the page shows what it answered. */
async function heard(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (!worker) throw new Error('nothing is running');
  // Longer than the time between two reports of work that goes on.
  await worker.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** A model file as the site writes it, with weights that nobody trained. */
function modelFile(change: Readonly<Record<string, unknown>> = {}): string {
  const config = { layers: 1, heads: 4, kvHeads: 4, width: 16, context: 24, vocab: 28 } as const;
  const checkpoint = createCheckpoint({
    name: 'from a file',
    config,
    seed: 1,
    data: 'a'.repeat(64),
    step: 10,
    validationLoss: 3.25,
    weights: initGptWeights(config, createRandom(1)),
    parent: null,
    ops: ['train:10'],
  });
  return JSON.stringify({ ...JSON.parse(encodeCheckpoint(checkpoint)), ...change });
}

const importModel = (page: Page, file: string | Buffer) =>
  page
    .locator('[data-shelf] input[type="file"]')
    .setInputFiles({ name: 'model.json', mimeType: 'application/json', buffer: Buffer.from(file) });

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

test('downloaded, deleted, brought back, deleted, wiped and imported: it is the same model', async ({ page }) => {
  await train(page, '100');
  const loss = await lossOnShelf(page);
  const id = (await models(page).getAttribute('data-model-id')) ?? '';
  const download = page.waitForEvent('download');
  await press(page, 'Download');
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ id, step: 100 });

  await press(page, 'Delete');
  await expect(models(page)).toHaveCount(0);
  await press(page, 'Undo delete');
  await expect(models(page)).toContainText('in use');
  expect(await lossOnShelf(page)).toBe(loss);

  // What the learner deleted stays away when the page is left and opened again.
  await press(page, 'Delete');
  await expect(models(page)).toHaveCount(0);
  await open(page);
  await expect(shelf(page)).toContainText('None yet.');

  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('layerwise-models').onsuccess = resolve;
      }),
  );
  await open(page);
  await importModel(page, file);
  await expect(shelf(page).getByRole('status')).toContainText('is imported and in use');
  await expect(models(page)).toHaveAttribute('data-model-id', id);
  expect(await lossOnShelf(page)).toBe(loss);
  await visit(page, QUANTIZE);
  await expect(page.locator('[data-model="own"]')).toBeVisible();
});

test('files that are no model of this site say what is wrong with them and change nothing', async ({ page }) => {
  await open(page);
  await importModel(page, modelFile());
  await expect(shelf(page).getByRole('status')).toContainText('“from a file” is imported and in use.');
  const before = await models(page).evaluateAll((items) => items.map((item) => item.outerHTML));
  const { weights } = JSON.parse(modelFile()) as { weights: string };
  const hostile: readonly (readonly [file: string | Buffer, said: string])[] = [
    ['not a model', 'This is not a model file of this site.'],
    [modelFile({ weights: weights.slice(0, 4000) }), 'The weights in this file are incomplete or not numbers.'],
    ['<!doctype html><title>Not found</title>', 'This is not a model file of this site.'],
    [modelFile({ schema: 2 }), 'written by a newer version of this site'],
    [modelFile({ weights: `AAAA${weights.slice(4)}` }), 'The file is damaged: its contents do not fit together.'],
    [Buffer.alloc(20_000_000), 'This file is too large for a model of these labs.'],
    ['['.repeat(100_000), 'This is not a model file of this site.'],
    [modelFile({ config: { width: 1e9 } }), 'The file describes a model of a shape that cannot be.'],
  ];
  for (const [file, said] of hostile) {
    await importModel(page, file);
    await expect(shelf(page).getByRole('status')).toContainText(said);
    expect(await models(page).evaluateAll((items) => items.map((item) => item.outerHTML))).toEqual(before);
  }
});

test('two tabs: the other one says that this one trains, trains all the same, and both models are kept', async ({
  page,
  context,
  complaints,
}) => {
  await open(page, '?steps=400&size=medium&seed=1');
  await begin(page, '400');
  await expect.poll(() => step(page), SLOW).toBeGreaterThan(0);
  await press(page, 'Pause');

  const other = await context.newPage();
  other.on('pageerror', (error) => complaints.push(`uncaught in the other tab: ${error.message}`));
  await open(other, '?steps=100&seed=2');
  await begin(other, '100');
  await expect(training(other).getByRole('status')).toContainText('Another tab is training.');
  await expect(training(other)).toHaveAttribute('data-training', 'idle');
  await press(other, 'Train here too');
  await expect(models(other)).toHaveCount(1, SLOW);
  // The first tab hears of it without a reload.
  await expect(models(page)).toHaveCount(1);

  await press(page, 'Go on');
  await expect(models(page)).toHaveCount(2, SLOW);
  await expect(models(other)).toHaveCount(2);
  // Nobody trains any more, so nobody says so.
  await begin(other, '100');
  await expect(training(other).getByRole('status')).toBeEmpty();
  await expect(training(other)).toHaveAttribute('data-training', 'idle', SLOW);
  await expect(models(other)).toHaveCount(2);
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

test('a page that is left while it trains leaves the model as it stood', async ({ page }) => {
  await open(page, '?steps=6000&size=large');
  await begin(page, '6,000');
  await expect(page.getByText(/^What it writes at step [1-9]/)).toBeVisible(SLOW);
  await visit(page, QUANTIZE);
  await expect(page.locator('[data-model="own"] option:checked')).toHaveText(/^64 wide, \d+ steps$/);
  await open(page);
  await expect(models(page)).toHaveCount(1);
  await expect(models(page)).toContainText('in use');
});

test('a page that is hidden while it trains leaves the model where another page finds it, and trains on', async ({
  page,
  context,
}) => {
  await open(page);
  await importModel(page, modelFile());
  await expect(models(page)).toContainText('in use');
  await open(page, '?steps=6000&size=large');
  await begin(page, '6,000');
  await expect(page.getByText(/^What it writes at step [1-9]/)).toBeVisible(SLOW);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const other = await context.newPage();
  await open(other);
  await expect(models(other)).toHaveCount(2);
  // An unfinished model does not push aside the one in use.
  await expect(models(other).filter({ hasText: 'in use' }).getByLabel('Name', { exact: true })).toHaveValue(
    'from a file',
  );
  await expect(training(page)).toHaveAttribute('data-training', 'running');
  const before = await step(page);
  await expect.poll(() => step(page), SLOW).toBeGreaterThan(before);
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

test('where the browser stores nothing the lab says so, trains, and the model can be downloaded', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await visit(page, `${LAB}?steps=100`);
  await expect(shelf(page)).toContainText('This browser does not let the site store anything.');
  await begin(page, '100');
  await expect(summary(page)).toContainText('Step 100 of 100', SLOW);
  await expect(page.locator('[data-passport]')).toContainText('16 wide, 100 steps', SLOW);
  const download = page.waitForEvent('download');
  await press(page, 'Download');
  expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toMatchObject({ step: 100 });
  await importModel(page, modelFile());
  await expect(shelf(page).getByRole('status')).toContainText('does not let the site store it');
});

test('the goal is reached with Tab, arrows and Enter alone', async ({ page }) => {
  await open(page);
  const lab = page.locator('[data-lab="train-a-gpt"]');
  const tabTo = async (target: ReturnType<Page['locator']>) => {
    for (let i = 0; i < 100; i += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab does not get there');
  };
  await tabTo(lab.getByRole('slider', { name: 'Steps' }));
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowLeft');
  await tabTo(lab.getByRole('button', { name: 'Train 800 steps' }));
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
