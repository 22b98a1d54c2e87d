/**
 * Leaves nothing in this browser, as on a shared computer. First as deletions, which other open tabs take over, so that none of
 * them writes back what it holds in memory; then the places themselves.
 */
import { ours } from '@/lib/stored/rows';
import { readRows, readTexts, storageOf } from './browser-stores';
import { deleteDatabase, deleteRow } from './delete-row';

/** Time for other tabs to hear of the deletions before the text that says so goes too. */
const hearing = 400;

export async function deleteEverything(): Promise<void> {
  const rows = await readRows();
  for (const row of rows) if (row.kind === 'progress' || row.kind === 'cohort') await deleteRow(row);
  await new Promise((resolve) => setTimeout(resolve, hearing));
  for (const { place, key } of readTexts()) storageOf(place).removeItem(key);
  for (const { place, keys } of rows) if (place === 'database') for (const name of keys) await deleteDatabase(name);
  const { DATABASE } = await import('@/lib/checkpoints/store');
  if (globalThis.indexedDB) await deleteDatabase(DATABASE);
  // The worker first: it would store again what it sees. Next time it comes back with the page.
  await (await navigator.serviceWorker?.getRegistration())?.unregister();
  if (globalThis.caches) {
    for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  }
}
