/**
 * Deleting one kind of what is stored, so that open pages and other tabs hear of it: what is made of records is deleted as records,
 * and no tab brings it back by merging. Gives a function that puts it back, or null where only the undo bar or a new download can.
 */
import { progress } from '@/components/progress/progress-store';
import { addStoredModels, listModels } from '@/components/progress/stored-models';
import { eraseAll } from '@/lib/progress/reset';
import { browserBackend } from '@/lib/progress/storage';
import type { Row } from '@/lib/stored/rows';
import { readTexts, storageOf } from './browser-stores';

export type PutBack = () => Promise<void>;

export async function deleteRow(row: Row): Promise<PutBack | null> {
  if (row.kind === 'progress') {
    eraseAll(progress);
    return null;
  }
  if (row.kind === 'cohort') return deleteCohort();
  switch (row.place) {
    case 'caches':
      for (const name of row.keys) await caches.delete(name);
      return null;
    case 'database':
      for (const name of row.keys) await deleteDatabase(name);
      return null;
    case 'models':
      return deleteModels();
    default:
      return deleteTexts(row);
  }
}

async function deleteTexts({ place, keys }: Row): Promise<PutBack> {
  const held = readTexts().filter((text) => text.place === place && keys.includes(text.key));
  for (const text of held) storageOf(text.place).removeItem(text.key);
  tellThisPage();
  return async () => {
    for (const { place: where, key, text } of held) storageOf(where).setItem(key, text);
    tellThisPage();
  };
}

async function deleteCohort(): Promise<PutBack> {
  const { createCohort } = await import('@/lib/cohort/cohort');
  const { clearCohort } = await import('@/lib/cohort/actions');
  const cohort = createCohort(browserBackend, Date.now);
  cohort.subscribe(() => {});
  clearCohort(cohort);
  tellThisPage();
  return async () => {
    cohort.undo();
    tellThisPage();
  };
}

async function deleteModels(): Promise<PutBack> {
  const { createModelStore, DATABASE } = await import('@/lib/checkpoints/store');
  const { models, current } = await listModels();
  // The whole database: with it go those that this version cannot read.
  await deleteDatabase(DATABASE);
  tellLabs(DATABASE);
  return async () => {
    await addStoredModels(models);
    if (current !== null) await createModelStore().choose(current);
    tellLabs(DATABASE);
  };
}

/** Connections of open pages give way (lib/checkpoints/store.ts); one that does not only delays it. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onblocked = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

/** The event goes to other tabs only; stores of this page listen to it too. */
function tellThisPage(): void {
  dispatchEvent(new Event('storage'));
}

function tellLabs(name: string): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage('changed');
  channel.close();
}
