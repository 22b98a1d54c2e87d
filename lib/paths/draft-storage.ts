/**
 * Drafts that were not saved to the list of paths yet, kept in the browser while they are worked on: one document, a place for
 * each draft. A draft is written only over what this tab has seen of it, so two tabs never overwrite each other silently.
 *
 * Compatibility: the key and `version` stay; a document of a later version is neither read nor written.
 */
import type { Backend } from '@/lib/progress/storage';
import { dayNumber } from '@/lib/share/day';
import { isPathId } from '@/lib/share/fields';
import { shareLimits } from '@/lib/share/limits';
import { readStoredPath } from '@/lib/share/stored-path';
import { clamp, type Draft, emptyContent } from './draft';
import { changeContent } from './draft-actions';

export const draftKey = 'layerwise:path-draft';
const version = 1;

type Storage = Pick<Backend, 'get' | 'set' | 'remove'>;

export type KeptDraft = {
  readonly draft: Draft;
  /** When it was written, milliseconds since the epoch; never twice the same for one draft. */
  readonly changed: number;
};

export type KeepOutcome =
  | { readonly ok: true; readonly changed: number }
  /** Somebody else wrote `theirs` since `seen`: nothing was written. */
  | { readonly ok: false; readonly why: 'clash'; readonly theirs: KeptDraft }
  | { readonly ok: false; readonly why: 'not-kept' };

/** Latest first; empty also when nothing can be read. */
export function readDrafts(storage: Storage): readonly KeptDraft[] {
  try {
    return [...parseDrafts(storage.get(draftKey)).drafts].sort((a, b) => b.changed - a.changed);
  } catch {
    return [];
  }
}

export function findDraft(storage: Storage, id: string): KeptDraft | undefined {
  return readDrafts(storage).find(({ draft }) => draft.id === id);
}

/** `seen`: the time of this draft that this tab read or wrote last; undefined when it never did. */
export function keepDraft(storage: Storage, draft: Draft, now: number, seen: number | undefined): KeepOutcome {
  try {
    const { drafts, isNewer } = parseDrafts(storage.get(draftKey));
    if (isNewer) return { ok: false, why: 'not-kept' };
    const theirs = drafts.find((kept) => kept.draft.id === draft.id);
    if (theirs && theirs.changed !== seen) return { ok: false, why: 'clash', theirs };
    const changed = Math.max(Math.trunc(now), (theirs?.changed ?? seen ?? 0) + 1);
    write(storage, [...drafts.filter((kept) => kept !== theirs), { draft, changed }]);
    return { ok: true, changed };
  } catch {
    return { ok: false, why: 'not-kept' };
  }
}

/** Forgets a draft, unless somebody else changed it since it was seen. */
export function dropDraft(storage: Storage, id: string, seen: number | undefined): void {
  try {
    const { drafts, isNewer } = parseDrafts(storage.get(draftKey));
    const rest = drafts.filter(({ draft, changed }) => draft.id !== id || changed !== seen);
    if (!isNewer && rest.length < drafts.length) write(storage, rest);
  } catch {
    // A draft that cannot be dropped comes up again and can be discarded then.
  }
}

function write(storage: Storage, drafts: readonly KeptDraft[]): void {
  if (drafts.length === 0) storage.remove(draftKey);
  else storage.set(draftKey, JSON.stringify({ version, drafts }));
}

/** Anything may stand there: what is not a draft is left out. */
export function parseDrafts(text: string | null): {
  readonly drafts: readonly KeptDraft[];
  readonly isNewer: boolean;
} {
  const value = parseJson(text);
  if (!isObject(value)) return { drafts: [], isNewer: false };
  if (typeof value.version === 'number' && value.version > version) return { drafts: [], isNewer: true };
  const all = Array.isArray(value.drafts) ? value.drafts.flatMap((item) => readKept(item) ?? []) : [];
  const byId = new Map(all.map((kept) => [kept.draft.id, kept]));
  return { drafts: [...byId.values()], isNewer: false };
}

function readKept(value: unknown): KeptDraft | undefined {
  if (!isObject(value) || !isObject(value.draft)) return undefined;
  const { id, base, title, mentor, start, lessons } = value.draft;
  const { changed } = value;
  if (typeof id !== 'string' || !isPathId(id)) return undefined;
  if (typeof changed !== 'number' || !Number.isSafeInteger(changed) || changed < 0) return undefined;
  const path = readStoredPath(base);
  return {
    changed,
    draft: {
      id,
      base: path?.id === id ? path : null,
      title: textOf(title, shareLimits.title),
      mentor: textOf(mentor, shareLimits.name),
      start: typeof start === 'string' && dayNumber(start) !== undefined ? start : '',
      lessons: readLessons(lessons),
    },
  };
}

/** Through the same steps as a mentor's hand, so that nothing gets past the limits. */
function readLessons(value: unknown): Draft['lessons'] {
  const items = (Array.isArray(value) ? value : []).filter(isObject);
  const ids = items.flatMap(({ id }) => (typeof id === 'number' ? id : []));
  const found = new Map(items.map((item) => [item.id, item]));
  return changeContent(emptyContent, { do: 'add', ids }).lessons.map(({ id }) => {
    const { due, note } = found.get(id) ?? {};
    const isDue = typeof due === 'number' && Number.isInteger(due) && due >= 0 && due <= shareLimits.dueDays;
    const words = textOf(note, shareLimits.note);
    return { id, ...(isDue ? { due } : {}), ...(words ? { note: words } : {}) };
  });
}

const textOf = (value: unknown, limit: number): string => (typeof value === 'string' ? clamp(value, limit) : '');

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
