// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { createModelStore } from '@/lib/checkpoints/store';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';
import { newPage, press, render, storedRecords, text, until } from '@/tests/unit/components/progress/render';

const config = { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 4, vocab: 4 } as const;
const model = createCheckpoint({
  name: 'mine',
  config,
  seed: 1,
  data: 'b'.repeat(64),
  step: 1,
  validationLoss: 1,
  weights: initGptWeights(config, createRandom(1)),
  parent: null,
  ops: [],
});

async function seeKinds(...expected: readonly string[]): Promise<void> {
  await until(() => expect(kinds()).toEqual(expected));
}

async function open(extra: Readonly<Record<string, string>> = {}): Promise<void> {
  await newPage({ notes: { 101: { v: 'mine', t: 5 } } });
  sessionStorage.clear();
  for (const [key, value] of Object.entries(extra)) localStorage.setItem(key, value);
  const { StoredPage } = await import('@/components/stored/stored-page');
  await render(<StoredPage locale="en" />);
}

const kinds = () => [...document.querySelectorAll<HTMLElement>('[data-stored]')].map(({ dataset }) => dataset.stored);

test('everything the site keeps is listed, and what others keep is not', async () => {
  await open({ 'layerwise:theme': 'dark', 'layerwise:later': '1', other: '1', 'layerwise:progress:unreadable:1': '{' });
  await seeKinds('progress', 'unreadable', 'theme', 'unknown');
  expect(text()).toContain('1 entry');
  expect(text()).toContain('layerwise:later');
});

test('where the browser lets nothing be stored, it is said, and no room is promised', async () => {
  await newPage();
  sessionStorage.clear();
  const blocked = vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  try {
    const { StoredPage } = await import('@/components/stored/stored-page');
    await render(<StoredPage locale="en" />);
    await until(() => expect(text()).toContain('this browser does not let the site store anything'));
    expect(text()).not.toMatch(/Nothing is stored yet|room for/);
  } finally {
    blocked.mockRestore();
  }
});

test('a text is deleted only after the second press, and can be put back', async () => {
  await open({ 'layerwise:later': 'precious' });
  await seeKinds('progress', 'unknown');
  await press('Delete: Unknown');
  expect(localStorage.getItem('layerwise:later')).toBe('precious');
  await press('Keep it');
  await press('Delete: Unknown');
  await press('Yes, delete');
  await seeKinds('progress');
  expect(localStorage.getItem('layerwise:later')).toBeNull();
  await press('Put it back');
  await seeKinds('progress', 'unknown');
  expect(localStorage.getItem('layerwise:later')).toBe('precious');
});

test('progress is deleted as records, so that other tabs hear of it, and comes back by undo', async () => {
  await open();
  await seeKinds('progress');
  await press('Delete: Progress');
  await press('Yes, delete');
  await seeKinds('marks');
  expect(storedRecords().notes?.['101']?.v).toBeNull();
  const { progress } = await import('@/components/progress/progress-store');
  await act(async () => progress.undo());
  await seeKinds('progress');
  expect(storedRecords().notes?.['101']?.v).toBe('mine');
});

test('models are counted, deleted, and put back with the choice of the current one', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await createModelStore(indexedDB).save(model, 5);
  await open();
  await seeKinds('progress', 'models');
  expect(text()).toContain('1 model');
  await press('Delete: Models you trained');
  await press('Yes, delete');
  await seeKinds('progress');
  await press('Put it back');
  await seeKinds('progress', 'models');
  const { models, current } = await createModelStore(indexedDB).list();
  expect(models).toEqual([{ checkpoint: model, savedAt: 5 }]);
  expect(current).toBe(model.id);
  vi.unstubAllGlobals();
});

test('a look at what is stored makes no database', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await open();
  await seeKinds('progress');
  expect(await indexedDB.databases()).toEqual([]);
  vi.unstubAllGlobals();
});

test('deleting everything leaves not even the marks', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await createModelStore(indexedDB).save(model, 5);
  await open({ 'layerwise:theme': 'dark', other: 'stays' });
  sessionStorage.setItem('layerwise:lab:x', '1');
  const { deleteEverything } = await import('@/components/stored/delete-everything');
  await act(deleteEverything);
  expect(Object.keys(localStorage)).toEqual(['other']);
  expect(Object.keys(sessionStorage)).toEqual([]);
  expect(await indexedDB.databases()).toEqual([]);
  vi.unstubAllGlobals();
});
