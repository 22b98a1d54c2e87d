/** A host and a browser's cache storage, small enough to be broken in every way a test needs. */
import { contentHash } from '@/lib/offline/content-hash';
import { type FileIndex, indexPath, parseIndex, serializeIndex } from '@/lib/offline/file-index';
import { openSiteCopy, type SiteCopy, type Surroundings } from '@/lib/offline/site-copy';

export const scope = 'https://example.org/base/';

/** `capacity` in bytes: beyond it, storing fails as a full disk does. */
type FakeCaches = CacheStorage & { capacity: number; readonly size: () => number };

/** Cache storage in memory. */
export function fakeCaches(): FakeCaches {
  const all = new Map<string, Map<string, { readonly body: Uint8Array<ArrayBuffer>; readonly headers: Headers }>>();
  const size = () =>
    [...all.values()].flatMap((one) => [...one.values()]).reduce((sum, { body }) => sum + body.length, 0);
  const open = async (name: string) => {
    const entries = all.get(name) ?? new Map();
    all.set(name, entries);
    return {
      match: async (key: string | Request) => {
        const found = entries.get(typeof key === 'string' ? key : key.url);
        return found && new Response(found.body, { headers: found.headers });
      },
      put: async (key: string, response: Response) => {
        const body = new Uint8Array(await response.arrayBuffer());
        if (size() + body.length > storage.capacity) throw new DOMException('no room', 'QuotaExceededError');
        entries.set(key, { body, headers: response.headers });
      },
      delete: async (key: string) => entries.delete(key),
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
    };
  };
  const storage = { open, size, capacity: Number.POSITIVE_INFINITY } as unknown as FakeCaches;
  return storage;
}

export type Files = Readonly<Record<string, string>>;

/** The index of a site of these files. Every page needs its own payload, and the scripts that are named in its text. */
export async function indexOf(files: Files, groups: Record<string, { pages?: string[]; files?: string[] }> = {}) {
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, text]) => {
      const bytes = new TextEncoder().encode(text);
      return { path, hash: await contentHash(path, bytes), bytes: bytes.length, packed: Math.ceil(bytes.length / 2) };
    }),
  );
  const pages = Object.keys(files).filter((path) => path.endsWith('/'));
  const index: FileIndex = {
    files: new Map(entries.map((entry) => [entry.path, entry])),
    pages: new Map(
      pages.map((page) => [page, Object.keys(files).filter((path) => files[page]?.includes(path) && path !== page)]),
    ),
    groups: new Map(
      Object.entries(groups).map(([name, group]) => [name, { pages: group.pages ?? [], files: group.files ?? [] }]),
    ),
  };
  const text = serializeIndex(index);
  return {
    index: parseIndex(text) as FileIndex,
    text,
    build: await contentHash(indexPath, new TextEncoder().encode(text)),
  };
}

export type Host = {
  /** By path below the scope. What is not here is answered with 404. */
  files: Record<string, string>;
  isOnline: boolean;
  /** Answers never come; only who asked can end it. */
  isSilent: boolean;
  readonly asked: string[];
  readonly fetch: typeof fetch;
};

export function fakeHost(files: Files): Host {
  const host: Host = {
    files: { ...files },
    isOnline: true,
    isSilent: false,
    asked: [],
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      const path = `/${url.pathname.slice(new URL(scope).pathname.length)}`;
      host.asked.push(path);
      if (host.isSilent) {
        await new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
      }
      if (!host.isOnline) throw new TypeError('Failed to fetch');
      const text = host.files[path];
      if (text === undefined) return new Response('not found', { status: 404 });
      return new Response(text, { headers: { 'x-frame-options': 'DENY', 'content-type': 'application/x-odd' } });
    },
  };
  return host;
}

/** The copy of one build in a browser; give `caches` to let two builds share it. */
export async function siteCopy(
  host: Host,
  build: Awaited<ReturnType<typeof indexOf>>,
  surroundings: Partial<Surroundings> = {},
): Promise<SiteCopy> {
  host.files[indexPath] = build.text;
  return openSiteCopy({
    scope,
    build: build.build,
    caches: fakeCaches(),
    fetch: host.fetch,
    now: () => 1000,
    tell: () => {},
    update: () => {},
    isLatest: () => true,
    savesData: () => false,
    ...surroundings,
  });
}

export async function hashesOf(index: FileIndex, ...paths: readonly string[]): Promise<readonly string[]> {
  return paths.map((path) => index.files.get(path)?.hash ?? path);
}
