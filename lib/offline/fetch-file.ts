/**
 * Fetches one file of a build and proves that it is that file. A host in the middle of a deployment, an error page sent with status
 * 200, the login page of a train's network: none of them has the hash that the index gives.
 */
import { contentHash } from './content-hash';
import type { FileEntry } from './file-index';
import { bypassHeader } from './request-kind';

export type Fetched = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Headers };

/** What came is not what the index of this build says: most likely the site has been updated. */
export class WrongContent extends Error {
  constructor(readonly path: string) {
    super(`${path} is not of this build`);
  }
}

type Options = {
  readonly fetch: typeof fetch;
  /** The folder of the site, with its slash. */
  readonly scope: string;
  readonly signal?: AbortSignal;
  /** Share of the file that has come, up to 1. */
  readonly onShare?: (share: number) => void;
};

/** Throws WrongContent, or what `fetch` throws: TypeError without a network, AbortError when cancelled. */
export async function fetchFile(entry: FileEntry, options: Options): Promise<Fetched> {
  // Names with a hash are for ever. Everything else must be asked for; and where a copy in the browser's own cache is bad, so must they.
  const named = /^\/(_next\/static|python\/[0-9a-f]{8,})\//.test(entry.path);
  for (const cache of named ? (['default', 'reload'] as const) : (['no-cache', 'reload'] as const)) {
    const response = await options.fetch(new URL(entry.path.slice(1), options.scope), {
      cache,
      headers: { [bypassHeader]: '1' },
      credentials: 'same-origin',
      signal: options.signal ?? null,
    });
    const bytes = await readBody(response, entry.bytes, options.onShare);
    if (response.ok && (await contentHash(entry.path, bytes)) === entry.hash) {
      return { bytes, headers: response.headers };
    }
  }
  throw new WrongContent(entry.path);
}

async function readBody(response: Response, expected: number, onShare?: (share: number) => void) {
  if (!onShare || !response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    onShare(Math.min(1, length / Math.max(1, expected)));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
