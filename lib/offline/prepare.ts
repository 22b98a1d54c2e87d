/**
 * A new build comes and goes into service. All of it is fetched before it counts as installed, beside the old one and without touching
 * it; until it takes over, the old one answers. What fails leaves the old one as it was, and the next try fetches only the rest.
 */
import { WrongContent } from './fetch-file';
import { readWanted, tidy } from './keep';
import type { SiteCopy } from './site-copy';
import { missingFiles, wantedFiles } from './wanted';

/** Throws where the build is not whole, does not fit or cannot be had: the browser then drops the new worker. */
export async function prepareBuild(copy: SiteCopy): Promise<void> {
  try {
    const index = await copy.index();
    if (!index) throw new WrongContent('offline/index.json');
    const wanted = wantedFiles(index, await readWanted(copy, 'not'));
    await copy.fetchMissing(missingFiles(wanted, await copy.store.hashes()));
  } catch (error) {
    // Not for want of a network: the old build must then not hide the new one from readers who have one.
    const isNetwork = error instanceof TypeError || (error instanceof DOMException && error.name === 'AbortError');
    if (!isNetwork) await copy.notes.put({ kind: 'behind', name: copy.build }).catch(() => {});
    throw error;
  }
}

/** `tabs`: ids of those that are open. */
export async function enterService(copy: SiteCopy, tabs: ReadonlySet<string>): Promise<void> {
  const notes = await copy.notes.list();
  await copy.notes.remove(
    notes.filter(({ kind, name }) => kind === 'behind' || (kind === 'foreign' && !tabs.has(name))),
  );
  await tidy(copy);
}
