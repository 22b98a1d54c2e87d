/** Keeping: the page being read, the rooms of its language, what the learner chose; and letting go of what nobody needs. */
import type { FileIndex } from './file-index';
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
  const wanted = wantedFiles(index, await readWanted(copy, 'not'));
  await copy.fetchMissing(missingFiles(wanted, await copy.store.hashes()));
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
  await copy.fetchMissing(missingFiles(filesOfPage(index, page), await copy.store.hashes()));
  if (forgotten.length > 0) await tidy(copy);
}

/** What the next navigation would fetch, fetched ahead; kept only if the page is then opened. */
export async function fetchAhead(copy: SiteCopy, index: FileIndex, path: string): Promise<void> {
  const entry = index.files.get(path);
  if (!entry || copy.savesData()) return;
  await copy.fetchMissing(missingFiles([entry], await copy.store.hashes()));
}

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
