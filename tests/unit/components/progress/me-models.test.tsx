// @vitest-environment happy-dom
/** The learner's models leave and come back with the backup file. */
import { IDBFactory } from 'fake-indexeddb';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { bundleModels } from '@/lib/checkpoints/bundle';
import { createModelStore } from '@/lib/checkpoints/store';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { exportText } from '@/lib/progress/exchange';
import type { Json, Records } from '@/lib/progress/records';
import { createRandom } from '@/lib/random';
import { find, newPage, press, render, text, until } from './render';

const config = { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 4, vocab: 4 } as const;
const model = (seed: number) =>
  createCheckpoint({
    name: `model ${seed}`,
    config,
    seed,
    data: 'b'.repeat(64),
    step: 1,
    validationLoss: 1,
    weights: initGptWeights(config, createRandom(seed)),
    parent: null,
    ops: [],
  });
const records: Records = { notes: { 101: { v: 'mine', t: 5 } } };

async function openWith(...seeds: readonly number[]): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const store = createModelStore(indexedDB);
  for (const seed of seeds) await store.save(model(seed), seed);
  await newPage(records);
  const { MeBackup } = await import('@/components/progress/me-backup');
  await render(<MeBackup lessons={[]} locale="en" />);
}

async function choose(content: string): Promise<void> {
  const input = find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File([content], 'p.json')], configurable: true });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  await until(() => expect(find('[data-preview]')).toBeTruthy());
}

const names = async () =>
  (await createModelStore(indexedDB).list()).models.map(({ checkpoint }) => checkpoint.name).sort();

test('the download takes the models along, or leaves them when that is chosen', async () => {
  await openWith(1, 2);
  await until(() => expect(text()).toContain('With the 2 models I trained'));
  const files: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${files.push(blob as Blob)}`);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await press('Download my progress');
  await until(() => expect(files).toHaveLength(1));
  await act(async () => find('input[type=checkbox]').click());
  await press('Download my progress');
  await until(() => expect(files).toHaveLength(2));
  vi.restoreAllMocks();
  const [withThem, without] = await Promise.all(files.map(async (file) => JSON.parse(await file.text())));
  expect(withThem.models).toHaveLength(2);
  expect(without.models).toBeUndefined();
  expect(without.records.notes).toEqual(records.notes);
});

test('a file with models says how many are new, and merging adds them to those that are here', async () => {
  await openWith(1);
  const { entries } = bundleModels(
    [1, 2].map((seed) => ({ checkpoint: model(seed), savedAt: seed })),
    1e6,
  );
  await choose(exportText(records, entries as readonly Json[]));
  await until(() => {
    expect([...document.querySelectorAll('dt')].at(-1)?.textContent).toBe('Models new here, of 2');
    expect([...document.querySelectorAll('dd')].at(-1)?.textContent).toBe('1');
  });
  expect(await names()).toEqual(['model 1']);
  await press('Merge');
  await until(() => expect(text()).toContain('1 model was added'));
  expect(await names()).toEqual(['model 1', 'model 2']);
});

test('a file whose records and models are all here has nothing to merge', async () => {
  await openWith(1);
  const { entries } = bundleModels([{ checkpoint: model(1), savedAt: 1 }], 1e6);
  await choose(exportText(records, entries as readonly Json[]));
  await until(() => expect(text()).toContain('nothing that is not here already'));
});
