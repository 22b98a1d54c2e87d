/** Fetches files into the store, a few at a time. What was stored stays stored when it fails: the next try goes on from there. */
import type { Fetched } from './fetch-file';
import type { FileEntry } from './file-index';
import type { FileStore } from './file-store';

type Options = {
  readonly store: FileStore;
  readonly fetchFile: (entry: FileEntry, signal: AbortSignal, onShare: (share: number) => void) => Promise<Fetched>;
  readonly signal?: AbortSignal;
  /** Bytes that have travelled, of the sum of `packed`. */
  readonly onBytes?: (loaded: number) => void;
};

/** Fewer than the six connections a browser opens to a host without HTTP/2: the page goes on loading. */
const atOnce = 4;

/** Throws the first error there is, once nothing is under way any more. */
export async function gather(entries: readonly FileEntry[], options: Options): Promise<void> {
  const { store, onBytes } = options;
  const stop = new AbortController();
  const cancel = () => stop.abort(options.signal?.reason);
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener('abort', cancel);
  const queue = [...entries];
  const loaded = new Map<string, number>();
  const report = (entry: FileEntry, share: number) => {
    loaded.set(entry.hash, share * entry.packed);
    onBytes?.([...loaded.values()].reduce((sum, bytes) => sum + bytes, 0));
  };
  const work = async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      stop.signal.throwIfAborted();
      const current = entry;
      const { bytes, headers } = await options.fetchFile(current, stop.signal, (share) => report(current, share));
      await store.write(current.hash, bytes, headers);
      report(current, 1);
    }
  };
  const failures: unknown[] = [];
  const guard = () =>
    work().catch((error: unknown) => {
      failures.push(error);
      stop.abort(error);
    });
  await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, guard));
  options.signal?.removeEventListener('abort', cancel);
  if (failures.length > 0) throw failures[0];
}
