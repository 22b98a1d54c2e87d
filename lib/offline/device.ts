/** The page's side of the copy: which build the worker in service is of, and the same store and notes that it uses. */
import { type FileIndex, indexPath, parseIndex } from './file-index';
import { type FileStore, openFileStore } from './file-store';
import type { ToWorker } from './messages';
import { type Notes, openNotes } from './notes';

export type Device = {
  readonly scope: string;
  readonly index: FileIndex;
  readonly store: FileStore;
  readonly notes: Notes;
  /** Has the worker delete what no note asks for any more; resolves when it has. */
  readonly tidy: () => Promise<void>;
};

export type Worker = Pick<ServiceWorker, 'postMessage'>;

/** How long a worker may take to answer; one that is being replaced never does. */
const patience = 15_000;

/** Null where the worker is too old or too busy to say what it is, or its index has gone. */
export async function openDevice(worker: Worker, caches: CacheStorage, scope: string): Promise<Device | null> {
  const build = (await ask(worker, { type: 'describe' }))?.build;
  if (typeof build !== 'string') return null;
  const store = openFileStore(caches, scope);
  const stored = await store.read(build, indexPath);
  const index = stored && parseIndex(await stored.text());
  if (!index) return null;
  const tidy = async () => void (await ask(worker, { type: 'tidy' }));
  return { scope, index, store, notes: openNotes(caches, scope), tidy };
}

/** The answer, or null when there is none in time. */
function ask(worker: Worker, message: ToWorker): Promise<Partial<Record<string, unknown>> | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => end(null), patience);
    const end = (answer: Partial<Record<string, unknown>> | null) => {
      clearTimeout(timer);
      port1.close();
      resolve(answer);
    };
    port1.onmessage = ({ data }: MessageEvent<unknown>) => end((data ?? {}) as Partial<Record<string, unknown>>);
    worker.postMessage(message, [port2]);
  });
}
