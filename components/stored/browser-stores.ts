/** All the places where the site keeps something in this browser, read. Each may be blocked: then it is left out. */
import { listModels } from '@/components/progress/stored-models';
import { ours, type Row, type StoredText, textRows } from '@/lib/stored/rows';

export function readTexts(): readonly StoredText[] {
  return [...textsOf('local'), ...textsOf('session')];
}

export function storageOf(place: StoredText['place']): Storage {
  return place === 'local' ? localStorage : sessionStorage;
}

function textsOf(place: StoredText['place']): readonly StoredText[] {
  try {
    const storage = storageOf(place);
    return Object.keys(storage)
      .filter((key) => key.startsWith(ours))
      .map((key) => ({ place, key, text: storage.getItem(key) ?? '' }));
  } catch {
    return [];
  }
}

/** Whether the browser lets the site store texts at all. */
export function canStore(): boolean {
  try {
    return storageOf('local') !== null;
  } catch {
    return false;
  }
}

/** Without the offline copy, which takes longer to measure. */
export async function readRows(): Promise<readonly Row[]> {
  return [...textRows(readTexts()), ...(await modelRows()), ...(await databaseRows())];
}

async function modelRows(): Promise<readonly Row[]> {
  const { models, unreadable } = await listModels();
  const count = models.length + unreadable;
  if (count === 0) return [];
  const bytes = models.reduce((sum, { checkpoint }) => sum + checkpoint.weights.byteLength, 0);
  return [{ id: 'models', kind: 'models', place: 'models', keys: [], count, bytes, unreadable }];
}

/** Databases of ours that this version does not know. */
async function databaseRows(): Promise<readonly Row[]> {
  try {
    const { DATABASE } = await import('@/lib/checkpoints/store');
    const all = (await globalThis.indexedDB?.databases?.()) ?? [];
    return all
      .flatMap(({ name }) => (name?.startsWith(ours) && name !== DATABASE ? [name] : []))
      .map((name) => ({
        id: `database/${name}`,
        kind: 'unknown',
        place: 'database',
        keys: [name],
        count: 1,
        bytes: null,
      }));
  } catch {
    return [];
  }
}

export type CacheSize = { readonly name: string; readonly files: number; readonly bytes: number };

export async function readCaches(): Promise<readonly CacheSize[]> {
  try {
    const names = (await globalThis.caches.keys()).filter((name) => name.startsWith(ours));
    const sizes = await Promise.all(names.map(measureCache));
    return sizes.filter(({ files }) => files > 0);
  } catch {
    return [];
  }
}

async function measureCache(name: string): Promise<CacheSize> {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  let bytes = 0;
  for (const request of requests) {
    const response = await cache.match(request);
    const told = Number(response?.headers.get('content-length'));
    bytes += told > 0 ? told : ((await response?.blob())?.size ?? 0);
  }
  return { name, files: requests.length, bytes };
}

export function cacheRow(sizes: readonly CacheSize[]): readonly Row[] {
  if (sizes.length === 0) return [];
  const sum = (each: (size: CacheSize) => number) => sizes.reduce((total, size) => total + each(size), 0);
  return [
    {
      id: 'offline',
      kind: 'offline',
      place: 'caches',
      keys: sizes.map(({ name }) => name),
      count: sum(({ files }) => files),
      bytes: sum(({ bytes }) => bytes),
    },
  ];
}
