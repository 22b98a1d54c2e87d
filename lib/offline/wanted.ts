/** What is to be on this device, and what follows for the store: which files are missing, which are of no use any more. */
import { type FileEntry, type FileIndex, type Group, payloadOf } from './file-index';

/** Names of groups, and single pages that were visited. Both may be of another build, where they mean nothing here. */
export type Wanted = { readonly groups: readonly string[]; readonly pages: readonly string[] };

/** Without it nothing works offline; a build that cannot store it is not installed. */
export const coreGroup = 'core';
export const pythonGroup = 'python';
/** The rooms of one language: map, paths, progress, share and the like. */
export const roomsGroup = (locale: string): string => `${locale}/rooms`;
/** A stage of the road in one language; `rest` is what no written lesson leads to. */
export const stageGroup = (locale: string, stage: string): string => `${locale}/${stage}`;
export const restStage = 'rest';

export function filesOf(index: FileIndex, { pages, files }: Group): ReadonlySet<FileEntry> {
  const paths = new Set(files);
  for (const page of pages) {
    const needs = index.pages.get(page);
    if (needs) for (const path of [page, payloadOf(page), ...needs]) paths.add(path);
  }
  return new Set([...paths].flatMap((path) => index.files.get(path) ?? []));
}

export const filesOfPage = (index: FileIndex, page: string) => filesOf(index, { pages: [page], files: [] });

export function wantedFiles(index: FileIndex, wanted: Wanted): ReadonlySet<FileEntry> {
  const groups = [coreGroup, ...wanted.groups].flatMap((name) => index.groups.get(name) ?? []);
  return filesOf(index, {
    pages: [...groups.flatMap(({ pages }) => pages), ...wanted.pages],
    files: groups.flatMap(({ files }) => files),
  });
}

/** Each content once, though several paths may have it. */
export function missingFiles(files: Iterable<FileEntry>, stored: ReadonlySet<string>): readonly FileEntry[] {
  const byHash = new Map([...files].map((file) => [file.hash, file]));
  return [...byHash.values()].filter(({ hash }) => !stored.has(hash));
}

export function uselessHashes(files: Iterable<FileEntry>, stored: ReadonlySet<string>): readonly string[] {
  const used = new Set([...files].map(({ hash }) => hash));
  return [...stored].filter((hash) => !used.has(hash));
}

export type Amount = { readonly bytes: number; readonly packed: number; readonly missing: number };

/** `packed`: what all of it costs to fetch; `missing`: what is still to be fetched; `bytes`: what it takes in storage. */
export function amountOf(files: Iterable<FileEntry>, stored: ReadonlySet<string>): Amount {
  const once = missingFiles(files, new Set());
  const sum = (list: readonly FileEntry[], of: 'bytes' | 'packed') => list.reduce((total, file) => total + file[of], 0);
  return {
    bytes: sum(once, 'bytes'),
    packed: sum(once, 'packed'),
    missing: sum(missingFiles(once, stored), 'packed'),
  };
}

/** Pages that open without a network: all they are made of is there. */
export function pagesHere(index: FileIndex, stored: ReadonlySet<string>): readonly string[] {
  return [...index.pages.keys()].filter((page) => missingFiles(filesOfPage(index, page), stored).length === 0);
}

/** What this build's files take in storage, of those that are there. */
export function storedBytes(index: FileIndex, stored: ReadonlySet<string>): number {
  return missingFiles(index.files.values(), new Set())
    .filter(({ hash }) => stored.has(hash))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
