/**
 * What one build of the site consists of: `offline/index.json`, written by lib/build/offline and read by the service worker and
 * by the page that downloads. Whatever is kept on a device is kept under the hash of its content, and is found only through the
 * index of one build: so a page never gets a file of another build, and an unchanged file is never fetched twice.
 *
 * Paths are without the base path. A page is named by its folder, `/en/map/`; what client navigation fetches for it lies in that
 * folder as `index.txt`.
 */
export type FileEntry = {
  readonly path: string;
  /** See content-hash.ts. */
  readonly hash: string;
  readonly bytes: number;
  /** Bytes that travel where the host compresses, a little above the truth. */
  readonly packed: number;
};

export type Group = { readonly pages: readonly string[]; readonly files: readonly string[] };

export type FileIndex = {
  readonly files: ReadonlyMap<string, FileEntry>;
  /** Each page, and the files it needs beside itself and its payload: scripts of its labs and of what it loads late, styles, fonts. */
  readonly pages: ReadonlyMap<string, readonly string[]>;
  readonly groups: ReadonlyMap<string, Group>;
};

export const indexPath = '/offline/index.json';
export const hashLength = 11;

const version = 1;

export const payloadOf = (page: string): string => `${page}index.txt`;

/** The same index is the same text to the letter, whatever the order in which files were found. */
export function serializeIndex(index: FileIndex): string {
  const files = [...index.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const fileNumber = new Map(files.map(({ path }, i) => [path, i]));
  const pages = [...index.pages.keys()].sort();
  const pageNumber = new Map(pages.map((page, i) => [page, i]));
  const sets = new Map<string, number>();
  const numbers = (names: readonly string[], of: ReadonlyMap<string, number>) =>
    [...new Set(names)].map((name) => found(of.get(name), name)).sort((a, b) => a - b);
  const setNumber = (names: readonly string[]) => {
    const key = JSON.stringify(numbers(names, fileNumber));
    if (!sets.has(key)) sets.set(key, sets.size);
    return found(sets.get(key), key);
  };
  const written = {
    version,
    paths: files.map(({ path }) => path),
    hashes: files.map(({ hash }) => hash).join(''),
    bytes: files.map(({ bytes }) => bytes),
    packed: files.map(({ packed }) => packed),
    pages: pages.map((page) => [found(fileNumber.get(page), page), setNumber(index.pages.get(page) ?? [])]),
    sets: [] as unknown[],
    groups: Object.fromEntries(
      [...index.groups.keys()].sort().map((name) => {
        const { pages: ofGroup, files: extra } = found(index.groups.get(name), name);
        return [name, [numbers(ofGroup, pageNumber), numbers(extra, fileNumber)]];
      }),
    ),
  };
  written.sets = [...sets.keys()].map((key) => JSON.parse(key));
  return JSON.stringify(written);
}

/** Null for anything that is not a whole index: half an index is worse than none. */
export function parseIndex(text: string): FileIndex | null {
  try {
    return readIndex(JSON.parse(text));
  } catch {
    return null;
  }
}

function readIndex(raw: Record<string, unknown>): FileIndex | null {
  if (raw.version !== version || typeof raw.hashes !== 'string') return null;
  const paths = listOf(raw.paths, isPath);
  const [bytes, packed] = [listOf(raw.bytes, isAmount), listOf(raw.packed, isAmount)];
  const lengths = [bytes.length, packed.length, raw.hashes.length / hashLength];
  if (paths.length === 0 || lengths.some((length) => length !== paths.length)) return null;
  const hashes = raw.hashes;
  const entries = paths.map((path, i) => ({
    path,
    hash: hashes.slice(i * hashLength, (i + 1) * hashLength),
    bytes: found(bytes[i], path),
    packed: found(packed[i], path),
  }));
  if (entries.some(({ hash }) => !/^[\w-]+$/.test(hash))) return null;
  const names = (list: unknown) => listOf(list, isAmount).map((i) => found(paths[i], `file ${i}`));
  const sets = listOf(raw.sets, Array.isArray).map(names);
  const pages = listOf(raw.pages, Array.isArray).map(([file, set]) => {
    return [found(paths[Number(file)], 'page'), found(sets[Number(set)], 'set')] as const;
  });
  const groups = Object.entries(raw.groups as object).map(([name, [ofGroup, files]]) => {
    const listed = listOf(ofGroup, isAmount).map((i) => found(pages[i], name)[0]);
    return [name, { pages: listed, files: names(files) }] as const;
  });
  return {
    files: new Map(entries.map((entry) => [entry.path, entry])),
    pages: new Map(pages),
    groups: new Map(groups),
  };
}

function listOf<T>(list: unknown, is: (item: unknown) => item is T): readonly T[] {
  if (!Array.isArray(list) || !list.every(is)) throw new TypeError('not a list of what it should be');
  return list;
}

const isPath = (value: unknown): value is string => typeof value === 'string' && /^\/(?!\/)[^?#\\]*$/.test(value);
const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the index names what it does not have: ${what}`);
  return value;
}
