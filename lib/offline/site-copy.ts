/**
 * The copy of the site on this device, as one build sees it: its index, the files that are here, what is to be kept. The service
 * worker is made of this; the browser's part of it is behind `Surroundings`, so that every trap can be tested without one.
 */
import { fetchFile, WrongContent } from './fetch-file';
import { type FileEntry, type FileIndex, indexPath, parseIndex } from './file-index';
import { type FileStore, openFileStore } from './file-store';
import { gather } from './gather';
import type { ToPage } from './messages';
import { type Notes, openNotes } from './notes';

export type Surroundings = {
  /** The folder of the site as an absolute address, with its slash. */
  readonly scope: string;
  /** Hash of this build's index: what makes this worker another than the last. */
  readonly build: string;
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly tell: (clientId: string, message: ToPage) => void;
  /** Asks the browser to look for a newer worker. */
  readonly update: () => void;
  /** No newer worker is preparing itself or waiting. */
  readonly isLatest: () => boolean;
  /** The reader asks sites to spare data. */
  readonly savesData: () => boolean;
};

export type SiteCopy = Surroundings & {
  readonly store: FileStore;
  readonly notes: Notes;
  /** Null where it is neither stored nor to be had: the worker then stands aside. */
  readonly index: () => Promise<FileIndex | null>;
  /** Fetches what of these is not here. Throws as gather does. */
  readonly fetchMissing: (entries: readonly FileEntry[]) => Promise<void>;
  /** Runs one after another what nobody waits for. Never rejects. */
  readonly later: (task: () => Promise<unknown>) => Promise<void>;
};

export function openSiteCopy(surroundings: Surroundings): SiteCopy {
  const { scope, build, caches, update } = surroundings;
  const store = openFileStore(caches, scope);
  const get = (entry: FileEntry, signal?: AbortSignal) =>
    fetchFile(entry, { fetch: surroundings.fetch, scope, ...(signal ? { signal } : {}) });
  let known: Promise<FileIndex | null> | null = null;
  let queue: Promise<void> = Promise.resolve();

  async function readIndex(): Promise<FileIndex | null> {
    const stored = await store.read(build, indexPath);
    if (stored) return parseIndex(await stored.text());
    const { bytes, headers } = await get({ path: indexPath, hash: build, bytes: 0, packed: 0 });
    await store.write(build, bytes, headers);
    return parseIndex(new TextDecoder().decode(bytes));
  }

  return {
    ...surroundings,
    store,
    notes: openNotes(caches, scope),
    index: async () => {
      known ??= readIndex().catch(() => null);
      const index = await known;
      if (!index) known = null;
      return index;
    },
    fetchMissing: (entries) => gather(entries, { store, fetchFile: get }),
    later: (task) => {
      queue = queue.then(task).then(
        () => {},
        (error: unknown) => {
          if (error instanceof WrongContent) update();
        },
      );
      return queue;
    },
  };
}
