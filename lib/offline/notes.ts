/**
 * What this device is to keep, one small entry each, so that tabs and workers never overwrite each other: groups the learner chose,
 * pages that were visited, and two facts the worker must not forget when the browser puts it to sleep.
 */
import { cacheName } from './file-store';

export type Note =
  /** `complete`: all of it was here once. Otherwise a download was begun and not finished. */
  | { readonly kind: 'group'; readonly name: string; readonly complete: boolean }
  | { readonly kind: 'page'; readonly name: string; readonly at: number }
  /** A tab whose page came from the network and is of another build than this worker's. */
  | { readonly kind: 'foreign'; readonly name: string }
  /** The newest build could not be stored: pages come from the network where there is one. */
  | { readonly kind: 'behind'; readonly name: string };

export type Notes = {
  readonly list: () => Promise<readonly Note[]>;
  readonly put: (note: Note) => Promise<void>;
  readonly remove: (notes: Iterable<Pick<Note, 'kind' | 'name'>>) => Promise<void>;
};

export function openNotes(caches: CacheStorage, scope: string): Notes {
  const folder = new URL('offline/notes/', scope).href;
  const address = ({ kind, name }: Pick<Note, 'kind' | 'name'>) => `${folder}${kind}/${encodeURIComponent(name)}`;
  const cache = () => caches.open(cacheName(scope, 'notes'));
  return {
    list: async () => {
      const opened = await cache();
      const texts = await Promise.all((await opened.keys()).map(async (key) => (await opened.match(key))?.text()));
      return texts.flatMap((text) => parseNote(text ?? '') ?? []);
    },
    put: async (note) => (await cache()).put(address(note), new Response(JSON.stringify(note))),
    remove: async (notes) => {
      const opened = await cache();
      for (const note of notes) await opened.delete(address(note));
    },
  };
}

export function parseNote(text: string): Note | null {
  try {
    const { kind, name, complete, at } = JSON.parse(text);
    if (typeof name !== 'string') return null;
    if (kind === 'group') return { kind, name, complete: complete === true };
    if (kind === 'page' && Number.isFinite(at)) return { kind, name, at };
    return kind === 'foreign' || kind === 'behind' ? { kind, name } : null;
  } catch {
    return null;
  }
}

/** Visited pages that are kept, newest first. A lesson with its labs takes about half a megabyte. */
export const visitedLimit = 20;

export function pagesToForget(notes: readonly Note[], limit = visitedLimit): readonly Note[] {
  return notes
    .flatMap((note) => (note.kind === 'page' ? [note] : []))
    .sort((a, b) => b.at - a.at)
    .slice(limit);
}
