/**
 * What the worker answers. What is here comes from here, so that a page and all it asks for are of one build; what is not comes
 * from the network and is looked at:
 *
 * - A page goes through whole, whatever build it is of. A copy is checked behind it; of another build, its tab counts as foreign
 *   from then on and gets nothing of ours but what has a hash in its name.
 * - A payload or data file of another build is never handed to a page of this one. For a payload the answer is empty, upon which
 *   Next loads the page as a document.
 */
import { contentHash } from './content-hash';
import { type FileEntry, type FileIndex, payloadOf } from './file-index';
import { fetchPayload, fetchRest, keepPage, notePython } from './keep';
import type { Asked } from './request-kind';
import type { SiteCopy } from './site-copy';
import { contentType } from './stored-headers';
import { filesOfPage, missingFiles } from './wanted';

export type Question = {
  readonly request: Request;
  /** The tab (or its worker) that asks; empty for a navigation. */
  readonly clientId: string;
  /** The tab that a navigation makes. */
  readonly resultingClientId: string;
  readonly waitUntil: (promise: Promise<unknown>) => void;
};

/** How long a host may be silent before the reader is told that there is no connection. */
const patience = 10_000;
/** When an older copy is at hand. */
const shortPatience = 3_000;

const empty = () => new Response(null, { status: 204 });

/** A name with a hash means the same in every build. */
const isNamedByHash = (path: string) => /^\/(_next\/static|python\/[0-9a-f]{8,})\//.test(path);

export function createAnswers(copy: SiteCopy) {
  const verdicts = new Map<string, Promise<boolean>>();
  const ahead = new Map<string, Promise<boolean>>();
  let facts: Promise<{ readonly foreign: Set<string>; readonly isBehind: boolean }> | null = null;

  const readFacts = () => {
    facts ??= copy.notes.list().then((notes) => ({
      foreign: new Set(notes.flatMap(({ kind, name }) => (kind === 'foreign' ? [name] : []))),
      isBehind: notes.some(({ kind }) => kind === 'behind'),
    }));
    return facts;
  };
  const isForeign = async (tab: string) =>
    (await verdicts.get(tab)) ?? (await readFacts().catch(() => null))?.foreign.has(tab) ?? false;

  const read = async (entry: FileEntry | undefined, path: string) =>
    entry ? await copy.store.read(entry.hash, path).catch(() => null) : null;

  async function answerPage({ page, exact }: Extract<Asked, { kind: 'page' }>, question: Question): Promise<Response> {
    const index = await copy.index();
    const entry = index?.pages.has(page) ? index.files.get(page) : undefined;
    const stored = await read(entry, page);
    const isBehind = (await readFacts().catch(() => null))?.isBehind ?? false;
    if (stored && !isBehind) return deliver(stored);
    try {
      const response = await fetchWithin(stored ? shortPatience : patience, question.request);
      if (index && response.ok && !response.redirected) judge(response.clone(), page, entry, question);
      return response;
    } catch {
      return stored ? deliver(stored) : ((index && (await instead(index, page))) ?? Response.error());
    }

    function deliver(response: Response): Response {
      if (!exact) return Response.redirect(copy.scope + page.slice(1) + new URL(question.request.url).search, 302);
      question.waitUntil(copy.later(() => keepPage(copy, page)));
      return response;
    }
  }

  /** Reads a page that is on its way to the reader, to learn which build it is of, and keeps it if it is ours. */
  function judge(response: Response, page: string, entry: FileEntry | undefined, question: Question): void {
    const tab = question.resultingClientId;
    const verdict = (async () => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (entry && (await contentHash(page, bytes)) === entry.hash) {
        await copy.store.write(entry.hash, bytes, response.headers).catch(() => {});
        question.waitUntil(copy.later(() => keepPage(copy, page)));
        return false;
      }
      (await readFacts()).foreign.add(tab);
      await copy.notes.put({ kind: 'foreign', name: tab });
      copy.update();
      return true;
    })().catch(() => false);
    verdicts.set(tab, verdict);
    question.waitUntil(verdict.then(() => verdicts.delete(tab)));
  }

  /** Offline, and the page is not here: the list of what is, in the reader's language, under the address that was asked for. */
  async function instead(index: FileIndex, page: string): Promise<Response | null> {
    const path = index.pages.has(page) ? `/${page.split('/')[1]}/offline/` : '/404.html';
    const stored = await read(index.files.get(path), path);
    if (!stored || path !== '/404.html') return stored;
    return new Response(stored.body, { status: 404, headers: stored.headers });
  }

  async function answerPayload({ page }: { readonly page: string }, question: Question): Promise<Response> {
    const path = payloadOf(page);
    const index = await copy.index();
    const entry = index?.files.get(path);
    if (!index || !entry || (await isForeign(question.clientId))) return copy.fetch(question.request).catch(empty);
    const isFresh = await ahead.get(path);
    const stored = await read(entry, path);
    const isBehind = (await readFacts().catch(() => null))?.isBehind ?? false;
    const keep = () => question.waitUntil(copy.later(() => keepPage(copy, page)));
    // A page whose labs are missing must not open by navigation where it would not open by link.
    if (stored && !isBehind && (isFresh || (await isWhole(index, page)))) {
      keep();
      return stored;
    }
    try {
      const response = await fetchWithin(stored ? shortPatience : patience, question.request);
      const checked = await storeIfRight(entry, response);
      if (!checked) return empty();
      keep();
      return checked;
    } catch {
      return isBehind && stored ? stored : empty();
    }
  }

  async function isWhole(index: FileIndex, page: string): Promise<boolean> {
    return missingFiles(filesOfPage(index, page), await copy.store.hashes()).length === 0;
  }

  async function answerAhead(asked: Extract<Asked, { page: string }>, question: Question): Promise<Response> {
    const index = await copy.index();
    if (!index?.pages.has(asked.page) || (await isForeign(question.clientId))) {
      return copy.fetch(question.request).catch(empty);
    }
    // Next goes on without its hints, and asks for the payload when the link is followed: by then it is here or on its way.
    if (asked.kind === 'hint') {
      const path = payloadOf(asked.page);
      const coming = ahead.get(path) ?? fetchPayload(copy, index, asked.page);
      ahead.set(path, coming);
      // What has just come shows that there is a network: no need to ask again when the link is followed.
      setTimeout(() => ahead.delete(path), patience);
      question.waitUntil(
        coming.then((came) => (came ? copy.later(() => fetchRest(copy, index, asked.page)) : undefined)),
      );
    }
    return empty();
  }

  async function answerFile({ path }: { readonly path: string }, question: Question): Promise<Response> {
    const index = await copy.index();
    const entry = index?.files.get(path);
    const isSafe = isNamedByHash(path);
    if (!index || !entry || (!isSafe && (await isForeign(question.clientId)))) return copy.fetch(question.request);
    const stored = await read(entry, path);
    if (stored) return stored;
    const response = await copy.fetch(question.request).catch((error: unknown) => {
      copy.tell(question.clientId, { type: 'unavailable', why: 'offline' });
      throw error;
    });
    if (isSafe && response.ok) {
      // Python shows how much of it has come, so it must not be held back until all has.
      const kept = storeIfRight(entry, response.clone());
      const noted = () => (path.startsWith('/python/') ? notePython(copy, index) : Promise.resolve());
      question.waitUntil(kept.then(() => copy.later(noted)));
      return response;
    }
    const checked = await storeIfRight(entry, response);
    if (checked) return checked;
    copy.tell(question.clientId, { type: 'unavailable', why: 'updated' });
    return new Response(null, { status: 409, statusText: 'the site has been updated' });
  }

  /** The file, stored on the way, if it is what the index says; null when it is another build's or not there. */
  async function storeIfRight(entry: FileEntry, response: Response): Promise<Response | null> {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok || (await contentHash(entry.path, bytes)) !== entry.hash) {
      copy.update();
      return null;
    }
    await copy.store.write(entry.hash, bytes, response.headers).catch(() => {});
    return new Response(bytes, { headers: { 'content-type': contentType(entry.path) } });
  }

  /** Rejects when not even the head of an answer has come in time. The request itself cannot be given up: it is the browser's. */
  function fetchWithin(limit: number, request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new TypeError('no answer in time')), limit);
      copy
        .fetch(request)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }

  return {
    /** Null for what is not ours to answer. */
    answer(asked: Asked, question: Question): Promise<Response> | null {
      if (asked.kind === 'none') return null;
      if (asked.kind === 'page') return answerPage(asked, question);
      if (asked.kind === 'payload') return answerPayload(asked, question);
      if (asked.kind === 'file') return answerFile(asked, question);
      return answerAhead(asked, question);
    },
    /** What is noted has changed behind our back: another worker has written. */
    forgetFacts() {
      facts = null;
    },
  };
}
