/**
 * Progress as a file: export, and import with a preview of what it would change. Importing merges by the usual rule, so
 * an old file never undoes newer work.
 */
import { mergeRecords, wins } from './merge';
import { type Parsed, parseDocument, serializeDocument } from './parse';
import { findEntry, type Records } from './records';

/** A clock may run ahead, but a record dated further than this would win over every later change for years. */
const furthestAhead = 366 * 24 * 60 * 60 * 1000;

export function exportText(records: Records): string {
  return `${serializeDocument(records)}\n`;
}

/** Named by the learner's own calendar day. */
export function exportName(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `layerwise-progress-${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}.json`;
}

/** Tolerates a byte order mark, which some editors and messengers add. */
export function parseFile(text: string, now: number): Parsed {
  return parseDocument(text.replace(/^\uFEFF/, ''), now + furthestAhead);
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

/** Whether merging would change anything. */
export function changesAnything(current: Records, incoming: Records): boolean {
  return mergeRecords(current, incoming) !== current;
}
