/**
 * What this site keeps in a browser, sorted into kinds a person can tell apart. Every key the site writes begins with `layerwise`;
 * one that no kind claims is shown as unknown, never hidden: it may be of a later version.
 */
import { cohortKey } from '@/lib/cohort/cohort';
import { draftKey } from '@/lib/paths/draft-storage';
import { storageKey } from '@/lib/progress/storage';
import { recentKey } from '@/lib/search/recent';

export const ours = 'layerwise';

export type Kind =
  | 'progress'
  /** The progress document when nothing but deletions is left in it. */
  | 'marks'
  /** Texts that could not be read, one row each. */
  | 'unreadable'
  | 'models'
  /** Models in the making whose page was closed. */
  | 'left-models'
  | 'cohort'
  | 'drafts'
  | 'offline'
  | 'recent'
  | 'theme'
  | 'python'
  /** What lasts as long as the tab: where the controls of the labs stand. */
  | 'tab'
  /** One row each. */
  | 'unknown';

export type Row = {
  /** Unique among the rows. */
  readonly id: string;
  readonly kind: Kind;
  readonly place: 'local' | 'session' | 'models' | 'caches' | 'database';
  /** Keys in that place, or names. */
  readonly keys: readonly string[];
  readonly count: number;
  /** Null where the browser does not say. */
  readonly bytes: number | null;
  /** How many of `count` this version cannot read: deleted with the rest, and not to be put back. */
  readonly unreadable?: number;
};

export type StoredText = { readonly place: 'local' | 'session'; readonly key: string; readonly text: string };

const order: readonly Kind[] = [
  'progress',
  'marks',
  'unreadable',
  'models',
  'left-models',
  'cohort',
  'drafts',
  'offline',
  'recent',
  'theme',
  'python',
  'tab',
  'unknown',
];

/** One row a kind, except where each text is a thing of its own. Texts of others on the same address are left out. */
export function textRows(texts: readonly StoredText[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { place, key, text } of texts) {
    if (!key.startsWith(ours)) continue;
    const kind = kindOf(place, key, text);
    const id = kind === 'unreadable' || kind === 'unknown' ? `${place}/${key}` : kind;
    const before = rows.get(id);
    rows.set(id, {
      id,
      kind,
      place,
      keys: [...(before?.keys ?? []), key],
      count: (before?.count ?? 0) + countIn(kind, text),
      bytes: (before?.bytes ?? 0) + byteLength(key) + byteLength(text),
    });
  }
  return [...rows.values()];
}

export function sortRows(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
}

/** Bytes of a text as UTF-8: what a file of it takes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function kindOf(place: StoredText['place'], key: string, text: string): Kind {
  if (place === 'session') return key.startsWith('layerwise:lab:') ? 'tab' : 'unknown';
  if (/^layerwise:(progress|cohort):unreadable:/.test(key)) return 'unreadable';
  if (key.startsWith('layerwise:left-model:')) return 'left-models';
  switch (key) {
    case storageKey:
      return countRecords(parse(text)) === 0 ? 'marks' : 'progress';
    case cohortKey:
      return 'cohort';
    case draftKey:
      return 'drafts';
    case recentKey:
      return 'recent';
    case 'layerwise:theme':
      return 'theme';
    case 'layerwise:python':
      return 'python';
    default:
      return 'unknown';
  }
}

function countIn(kind: Kind, text: string): number {
  const value = parse(text);
  if (kind === 'progress') return countRecords(value) ?? 1;
  if (kind === 'cohort') return countValues(fields(fields(value).records).snapshots);
  if (kind === 'drafts') return lengthOf(fields(value).drafts);
  if (kind === 'recent') return lengthOf(value);
  return 1;
}

/** Records that are not deletions; undefined when the text is no document. */
function countRecords(document: unknown): number | undefined {
  const { records } = fields(document);
  if (typeof records !== 'object' || records === null) return undefined;
  return Object.values(records).reduce((sum: number, entries) => sum + countValues(entries), 0);
}

function countValues(entries: unknown): number {
  return Object.values(fields(entries)).filter((entry) => (fields(entry).v ?? null) !== null).length;
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
