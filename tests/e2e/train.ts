/** What the tests of the thread do with the lab that trains its models, and with the shelf where they stand. */
import type { Page } from '@playwright/test';
import { createCheckpoint, encodeCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import { expect, visit } from './site';

export const LAB = '/en/labs/train-a-gpt/';
export const QUANTIZE = '/en/labs/quantize-your-model/';
/** Training shares its processor with whatever else the machine does. */
export const SLOW = { timeout: 90_000 };

export const training = (page: Page) => page.locator('[data-training]');
export const models = (page: Page) => page.locator('[data-model-id]');
export const shelf = (page: Page) => page.locator('[data-shelf]');
export const summary = (page: Page) => page.locator('.lab-summary');
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

export async function open(page: Page, query = ''): Promise<void> {
  await visit(page, LAB + query);
  await expect(shelf(page)).toHaveAttribute('data-shelf', 'ready');
}

/** Presses the button that says what it will do: it also tells that the address has been read. */
export const begin = (page: Page, steps: string) => press(page, `Train ${steps} steps`);

/** Trains to the end; the model is then on the shelf and in use. */
export async function train(page: Page, steps: string, query = `?steps=${steps}`): Promise<void> {
  await open(page, query);
  await begin(page, steps);
  await expect(models(page).filter({ hasText: 'in use' })).toHaveCount(1, SLOW);
  await expect(training(page)).toHaveAttribute('data-training', 'idle', SLOW);
}

/** The step a running or paused training stands at. */
export async function step(page: Page): Promise<number> {
  const said = /step ([\d,]+) of/.exec(await training(page).innerText())?.[1] ?? '0';
  return Number(said.replace(',', ''));
}

export async function lossOnShelf(page: Page): Promise<string> {
  const loss = /loss (\d\.\d{3})/.exec(await models(page).first().innerText())?.[1];
  if (loss === undefined) throw new Error('the shelf shows no loss');
  return loss;
}

/** Once the worker has found the time for this, it has heard what was said before, and the page shows what it answered. */
export async function heard(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (!worker) throw new Error('nothing is running');
  // Longer than the time between two reports of work that goes on.
  await worker.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

/** A model file as the site writes it, with weights that nobody trained. */
export function modelFile(change: Readonly<Record<string, unknown>> = {}): string {
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

export const importModel = (page: Page, file: string | Buffer) =>
  page
    .locator('[data-shelf] input[type="file"]')
    .setInputFiles({ name: 'model.json', mimeType: 'application/json', buffer: Buffer.from(file) });
