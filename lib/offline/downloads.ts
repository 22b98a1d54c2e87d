/**
 * Downloads of a page, one after another: a page outlives a worker, which browsers end after some seconds of silence or minutes of work.
 * A download survives client navigation and not the tab; what it had fetched stays, and is not fetched again.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Device } from './device';
import { fetchFile, WrongContent } from './fetch-file';
import type { FileEntry } from './file-index';
import { gather } from './gather';
import type { Note } from './notes';
import { amountOf, filesOf, missingFiles } from './wanted';

export type Trouble = 'offline' | 'updated' | 'full' | 'other';

export type DownloadState = {
  readonly device: Device | null;
  readonly stored: ReadonlySet<string>;
  readonly notes: readonly Note[];
  /** The groups of the download under way, and bytes that have come. */
  readonly running: { readonly groups: readonly string[]; readonly loaded: number; readonly total: number } | null;
  readonly waiting: readonly (readonly string[])[];
  /** Why the last try for a group stopped. */
  readonly trouble: ReadonlyMap<string, Trouble>;
};

export type Downloads = Pick<StoreApi<DownloadState>, 'getState' | 'getInitialState' | 'subscribe'> & {
  readonly attach: (device: Device) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Waits its turn. Resolves when it has ended, however it did. */
  readonly start: (groups: readonly string[]) => Promise<void>;
  /** Ends or unqueues it; what had come is deleted, as it was not asked to stay. */
  readonly cancel: (groups: readonly string[]) => Promise<void>;
  readonly remove: (groups: readonly string[]) => Promise<void>;
  /** All that was downloaded or visited, and what is under way or waits; the core of the site stays, or nothing would work offline. */
  readonly removeAll: () => Promise<void>;
};

type Options = {
  readonly fetch: typeof fetch;
  /** Bytes this site may still store; null where the browser does not say. */
  readonly room: () => Promise<number | null>;
  readonly onComplete: (group: string) => void;
  /** The host has another build by now. */
  readonly onOutdated: () => void;
};

const initial: DownloadState = {
  device: null,
  stored: new Set(),
  notes: [],
  running: null,
  waiting: [],
  trouble: new Map(),
};

export function createDownloads({ fetch, room, onComplete, onOutdated }: Options): Downloads {
  const store = createStore<DownloadState>(() => initial);
  const { getState, setState } = store;
  let queue: Promise<void> = Promise.resolve();
  let stop: AbortController | null = null;

  async function refresh(): Promise<void> {
    const { device } = getState();
    if (!device) return;
    const [stored, notes] = await Promise.all([device.store.hashes(), device.notes.list()]);
    setState({ stored, notes });
  }

  function report(groups: readonly string[], why: Trouble | null): void {
    const trouble = new Map(getState().trouble);
    for (const group of groups) {
      if (why) trouble.set(group, why);
      else trouble.delete(group);
    }
    setState({ trouble });
  }

  async function run(device: Device, groups: readonly string[], signal: AbortSignal): Promise<void> {
    const noted = (complete: boolean) =>
      Promise.all(groups.map((name) => device.notes.put({ kind: 'group', name, complete })));
    const entries = missingFiles(entriesOf(device, groups), await device.store.hashes());
    const { bytes, packed: total } = amountOf(entries, new Set());
    const free = await room();
    if (free !== null && free < bytes) throw new DOMException('not enough room', 'QuotaExceededError');
    // Before the first file: whoever tidies up meanwhile must know that they are wanted. What was tidied away until now is fetched too.
    await noted(false);
    signal.throwIfAborted();
    setState({ running: { groups, loaded: 0, total } });
    await gather(missingFiles(entriesOf(device, groups), await device.store.hashes()), {
      store: device.store,
      signal,
      fetchFile: (entry, ended, onShare) => fetchFile(entry, { fetch, scope: device.scope, signal: ended, onShare }),
      onBytes: (loaded) => setState({ running: { groups, loaded, total } }),
    });
    signal.throwIfAborted();
    await noted(true);
    for (const group of groups) onComplete(group);
  }

  async function forget(groups: readonly string[]): Promise<void> {
    const { device } = getState();
    if (!device) return;
    await device.notes.remove(groups.map((name) => ({ kind: 'group', name }) as const));
    await device.tidy();
    await refresh();
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    refresh,
    attach: async (device) => {
      setState({ device });
      await refresh();
    },
    start: (groups) => {
      const { device } = getState();
      if (!device) return Promise.resolve();
      report(groups, null);
      setState({ waiting: [...getState().waiting, groups] });
      queue = queue.then(async () => {
        if (!getState().waiting.includes(groups)) return;
        setState({ waiting: getState().waiting.filter((other) => other !== groups) });
        stop = new AbortController();
        const { signal } = stop;
        try {
          await run(device, groups, signal);
        } catch (error) {
          const trouble = troubleOf(error);
          if (!signal.aborted) report(groups, trouble);
          if (trouble === 'updated') onOutdated();
        }
        stop = null;
        setState({ running: null });
        await refresh().catch(() => {});
      });
      return queue;
    },
    cancel: async (groups) => {
      const { running, waiting } = getState();
      if (running && isSame(running.groups, groups)) {
        stop?.abort();
        await queue;
        await forget(groups);
      } else setState({ waiting: waiting.filter((other) => !isSame(other, groups)) });
    },
    remove: async (groups) => {
      report(groups, null);
      await forget(groups);
    },
    removeAll: async () => {
      const { device } = getState();
      if (!device) return;
      setState({ waiting: [], trouble: new Map() });
      stop?.abort();
      await queue;
      // Another tab or the worker may have noted more than this page knows of.
      await device.notes.remove((await device.notes.list()).filter(({ kind }) => kind === 'group' || kind === 'page'));
      await device.tidy();
      await refresh();
    },
  };
}

const isSame = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

export function entriesOf(device: Pick<Device, 'index'>, groups: readonly string[]): ReadonlySet<FileEntry> {
  const { index } = device;
  return new Set(
    groups.flatMap((name) => {
      const group = index.groups.get(name);
      return group ? [...filesOf(index, group)] : [];
    }),
  );
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof WrongContent) return 'updated';
  if (/quota/i.test(String(error))) return 'full';
  return error instanceof TypeError ? 'offline' : 'other';
}
