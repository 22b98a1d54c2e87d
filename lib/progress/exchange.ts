/**
 * Progress as a file: export, and import with a preview of what it would change. Importing merges by the usual rule, so
 * an old file never undoes newer work.
 *
 * The file is the stored document; beside its records it may hold `models`, the learner's tiny GPTs, as a list that
 * `lib/checkpoints/bundle.ts` writes and reads. A version from before that leaves them alone. Compatibility: nothing but `models`
 * is ever added there, its entries only gain fields, and the whole stays within what the first version reads.
 */
import { localDay } from '@/lib/local-day';
import { wins } from './merge';
import { parseDocument, serializeDocument, type Unreadable } from './parse';
import { findEntry, type Json, limits, type Records } from './records';

/** A clock may run ahead, but a record dated further than this would win over every later change for years. */
const furthestAhead = 366 * 24 * 60 * 60 * 1000;

export function exportText(records: Records, models: readonly Json[] = []): string {
  const document = serializeDocument(records);
  return models.length === 0 ? `${document}\n` : `${document.slice(0, -1)},"models":${JSON.stringify(models)}}\n`;
}

/** Characters that models may take in a file of these records. */
export function roomForModels(records: Records): number {
  return Math.max(0, limits.document - exportText(records).length - '"models":[],'.length);
}

/** Named by the learner's own calendar day. */
export function exportName(date: Date): string {
  return `layerwise-progress-${localDay(date)}.json`;
}

export type ParsedFile =
  /** `models` as they lie in the file, not yet looked at. */
  | {
      readonly ok: true;
      readonly records: Records;
      readonly problems: readonly string[];
      readonly models: readonly unknown[];
    }
  | { readonly ok: false; readonly why: Unreadable };

/** Tolerates a byte order mark, which some editors and messengers add. */
export function parseFile(text: string, now: number): ParsedFile {
  const document = text.replace(/^\uFEFF/, '');
  const parsed = parseDocument(document, now + furthestAhead);
  return parsed.ok ? { ...parsed, models: modelsIn(document) } : parsed;
}

/** The stored document's reader knows nothing of models, and lesson pages load it: files that have some are parsed once more. */
function modelsIn(document: string): readonly unknown[] {
  if (!document.includes('"models"')) return [];
  const { models } = JSON.parse(document) as { readonly models?: unknown };
  return Array.isArray(models) ? models : [];
}

export type ImportPreview = {
  /** Not here yet. */
  readonly added: number;
  /** Here, and the file's is later. */
  readonly newer: number;
  /** Here, and later than the file's: kept. */
  readonly older: number;
  readonly same: number;
  /** Among all of these, records of lessons or collections this version does not know: kept for the version that does. */
  readonly unknown: number;
};

export function previewImport(
  current: Records,
  incoming: Records,
  isKnown: (collection: string, key: string) => boolean,
): ImportPreview {
  const count = { added: 0, newer: 0, older: 0, same: 0, unknown: 0 };
  for (const [collection, entries] of Object.entries(incoming)) {
    for (const [key, entry] of Object.entries(entries)) {
      const mine = findEntry(current, collection, key);
      if (!isKnown(collection, key)) count.unknown++;
      if (!mine) count.added++;
      else if (wins(entry, mine)) count.newer++;
      else if (wins(mine, entry)) count.older++;
      else count.same++;
    }
  }
  return count;
}

/** Whether merging would change any record. A collection that is there but empty has none. */
export function changesAnything(current: Records, incoming: Records): boolean {
  return Object.entries(incoming).some(([collection, entries]) =>
    Object.entries(entries).some(([key, entry]) => {
      const mine = findEntry(current, collection, key);
      return !mine || wins(entry, mine);
    }),
  );
}
