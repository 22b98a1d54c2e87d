/** Keeping: the page being read, the rooms of its language, what the learner chose; and letting go of what nobody needs. */
import { type FileEntry, type FileIndex, payloadOf } from './file-index';
import { pagesToForget } from './notes';
import type { SiteCopy } from './site-copy';
import {
  filesOf,
  filesOfPage,
  missingFiles,
  pythonGroup,
  roomsGroup,
  uselessHashes,
  type Wanted,
  wantedFiles,
} from './wanted';

/** Unfinished downloads count while files are deleted, and not while they are fetched: they go on when the learner says so. */
export async function readWanted(copy: SiteCopy, unfinished: 'too' | 'not'): Promise<Wanted> {
  const notes = await copy.notes.list();
  return {
    groups: notes.flatMap((note) =>
      note.kind === 'group' && (note.complete || unfinished === 'too') ? [note.name] : [],
    ),
    pages: notes.flatMap((note) => (note.kind === 'page' ? [note.name] : [])),
  };
}

/** Fetches whatever should be here and is not: evicted, or wanted since this build was prepared. */
export async function repair(copy: SiteCopy, index: FileIndex): Promise<void> {
  await fetchAll(copy, wantedFiles(index, await readWanted(copy, 'not')));
}

export async function tidy(copy: SiteCopy): Promise<void> {
  const index = await copy.index();
  // What a newer build has prepared would look useless to this one.
  if (!index || !copy.isLatest()) return;
  const wanted = wantedFiles(index, await readWanted(copy, 'too'));
  const stored = await copy.store.hashes();
  await copy.store.remove(uselessHashes(wanted, stored).filter((hash) => hash !== copy.build));
}

/** A page the reader has opened, all of it: so that it opens again by link, by navigation, and with its labs. */
export async function keepPage(copy: SiteCopy, page: string): Promise<void> {
  const index = await copy.index();
  if (!index?.pages.has(page)) return;
  await copy.notes.put({ kind: 'page', name: page, at: copy.now() });
  if (copy.savesData()) return;
  const forgotten = pagesToForget(await copy.notes.list());
  await copy.notes.remove(forgotten);
  await fetchAll(copy, filesOfPage(index, page));
  if (forgotten.length > 0) await tidy(copy);
}

/** What client navigation asks for first when it opens this page. True if it is here now. */
export async function fetchPayload(copy: SiteCopy, index: FileIndex, page: string): Promise<boolean> {
  const payload = index.files.get(payloadOf(page));
  if (!payload || copy.savesData()) return false;
  return fetchAll(copy, [payload]).then(
    () => true,
    () => false,
  );
}

/** The rest of a page that is likely to be opened next. No note is made of it: the next tidying takes it away, unless it was opened. */
export const fetchRest = (copy: SiteCopy, index: FileIndex, page: string) => fetchAll(copy, filesOfPage(index, page));

const fetchAll = async (copy: SiteCopy, files: Iterable<FileEntry>) =>
  copy.fetchMissing(missingFiles(files, await copy.store.hashes()));

/** On every full load of a page. */
export async function greet(copy: SiteCopy, page: string): Promise<void> {
  const index = await copy.index();
  if (!index) return;
  const rooms = roomsGroup(page.split('/')[1] ?? '');
  if (index.groups.has(rooms) && !copy.savesData()) {
    await copy.notes.put({ kind: 'group', name: rooms, complete: true });
  }
  await keepPage(copy, page);
  if (!copy.savesData()) await repair(copy, index);
}

/** Whoever has run Python has fetched all of it, knowing its size: it is theirs to keep, and to delete. */
export async function notePython(copy: SiteCopy, index: FileIndex): Promise<void> {
  const python = index.groups.get(pythonGroup);
  if (!python || missingFiles(filesOf(index, python), await copy.store.hashes()).length > 0) return;
  await copy.notes.put({ kind: 'group', name: pythonGroup, complete: true });
}
