/** The learner’s models are kept, carried away and brought back, shared by tabs; nothing that befalls a page loses one. */
import { readFileSync } from 'node:fs';
import { expect, test, visit } from './site';
import {
  begin,
  importModel,
  LAB,
  lossOnShelf,
  modelFile,
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
