/**
 * Files on this device, each under the hash of its content. Builds share what did not change between them. The worker and pages
 * write here alike, so nothing about it is remembered: the cache is asked each time.
 *
 * Cache storage belongs to the origin, and another copy of the site may live under another path of it: every name has the scope.
 */
import { contentType, keptHeaders } from './stored-headers';

export type FileStore = {
  /** The file as an answer for `path`, which decides its type: hosts do not agree on types. */
  readonly read: (hash: string, path: string) => Promise<Response | null>;
  /** `headers`: those it came with. Throws QuotaExceededError where there is no room. */
  readonly write: (hash: string, bytes: Uint8Array<ArrayBuffer>, headers: Headers) => Promise<void>;
  readonly hashes: () => Promise<ReadonlySet<string>>;
  readonly remove: (hashes: Iterable<string>) => Promise<void>;
};

export const cacheName = (scope: string, part: 'files' | 'notes'): string =>
  `layerwise:${new URL(scope).pathname}:${part}`;

export function openFileStore(caches: CacheStorage, scope: string): FileStore {
  const folder = new URL('offline/files/', scope).href;
  const cache = () => caches.open(cacheName(scope, 'files'));
  return {
    read: async (hash, path) => {
      const stored = await (await cache()).match(folder + hash);
      if (!stored) return null;
      const headers = new Headers(stored.headers);
      headers.set('content-type', contentType(path));
      return new Response(stored.body, { headers });
    },
    write: async (hash, bytes, headers) => {
      const response = new Response(bytes, {
        headers: { ...keptHeaders(headers), 'content-length': `${bytes.length}` },
      });
      await (await cache()).put(folder + hash, response);
    },
    hashes: async () => new Set((await (await cache()).keys()).map(({ url }) => url.slice(folder.length))),
    remove: async (hashes) => {
      const opened = await cache();
      for (const hash of hashes) await opened.delete(folder + hash);
    },
  };
}
