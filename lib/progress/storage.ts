/**
 * Where progress is kept: one document in localStorage, read and written as a whole.
 *
 * Promises: text that cannot be read is set aside under a key of its own before anything is written; a document of a newer
 * version is not touched; when storage is blocked or full that is said, and the caller goes on in memory. The browser is
 * behind `Backend`, so that two tabs, a full disk and a hostile document can be tested.
 */
import { parseDocument, serializeDocument } from './parse';
import { noRecords, type Records } from './records';

export const storageKey = 'layerwise:progress';
export const unreadablePrefix = 'layerwise:progress:unreadable:';

export type Backend = {
  /** These four may throw, as localStorage does. */
  readonly get: (key: string) => string | null;
  readonly set: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
  /** Calls back when another tab may have written. */
  readonly listen: (onChange: () => void) => void;
};

/** `saved`: what is on screen is in storage. Otherwise why it is only in memory. */
export type StorageHealth = 'saved' | 'blocked' | 'full' | 'newer';

export type Vault = {
  /** What is stored; `noRecords` itself when there is nothing that can be read. */
  readonly read: () => Records;
  readonly write: (records: Records) => void;
  readonly health: () => StorageHealth;
  /** Keys of texts that could not be read, oldest first. */
  readonly unreadable: () => readonly string[];
};

/** `key`: under which the document lies; other documents than the learner's own progress have keys of their own. */
export function openVault(backend: Backend, now: () => number, key: string = storageKey): Vault {
  const aside = `${key}:unreadable:`;
  /** The text last seen in storage, to skip parsing what is known; undefined before the first look. */
  let text: string | null | undefined;
  let stored = noRecords;
  let health: StorageHealth = 'saved';
  let protectedBy: 'nothing' | 'blocked' | 'newer' | 'no-room-to-set-aside' = 'nothing';

  function read(): Records {
    try {
      const found = backend.get(key);
      if (found !== text) examine(found);
    } catch {
      text = undefined;
      health = protectedBy = 'blocked';
    }
    return stored;
  }

  function examine(found: string | null): void {
    text = found;
    stored = noRecords;
    health = 'saved';
    protectedBy = 'nothing';
    if (found === null) return;
    const parsed = parseDocument(found);
    if (parsed.ok) stored = parsed.records;
    else if (parsed.why === 'newer') health = protectedBy = 'newer';
    if (health === 'newer' || (parsed.ok && parsed.problems.length === 0)) return;
    try {
      setAside(found);
    } catch {
      health = 'full';
      protectedBy = 'no-room-to-set-aside';
    }
  }

  function setAside(unreadable: string): void {
    const kept = listUnreadable();
    if (kept.some((name) => backend.get(name) === unreadable)) return;
    let stamp = Math.trunc(now());
    while (kept.includes(aside + stamp)) stamp++;
    backend.set(aside + stamp, unreadable);
  }

  function write(records: Records): void {
    if (protectedBy !== 'nothing') return;
    const next = serializeDocument(records);
    try {
      backend.set(key, next);
      text = next;
      stored = records;
      health = 'saved';
    } catch (error) {
      health = isQuota(error) ? 'full' : 'blocked';
    }
  }

  function listUnreadable(): readonly string[] {
    try {
      const kept = backend.keys().filter((name) => name.startsWith(aside));
      return protectedBy === 'no-room-to-set-aside' ? [...kept.sort(), key] : kept.sort();
    } catch {
      return [];
    }
  }

  return { read, write, health: () => health, unreadable: listUnreadable };
}

/** Browsers name the error differently; they agree on "quota". A DOMException need not be an Error. */
function isQuota(error: unknown): boolean {
  return /quota/i.test(String(error));
}

/** localStorage of this page. Touching `window.localStorage` itself throws where storage is blocked, so it is read late. */
export const browserBackend: Backend = {
  get: (key) => localStorage.getItem(key),
  set: (key, text) => localStorage.setItem(key, text),
  remove: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
  listen: (onChange) => {
    addEventListener('storage', onChange);
    // A page restored from the back/forward cache has missed the events of the time in between.
    addEventListener('pageshow', onChange);
  },
};
