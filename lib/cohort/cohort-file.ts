/**
 * The cohort as one file: export, and reading it back. The same document as in storage but for its `app`, so that nobody merges
 * a cohort into their own progress or their progress into a cohort.
 */

import { exportName, parseFile } from '@/lib/progress/exchange';
import { mergeRecords } from '@/lib/progress/merge';
import { serializeDocument, type Unreadable } from '@/lib/progress/parse';
import { limits, type Records } from '@/lib/progress/records';
import { type Learner, readCohort } from './cohort';

const app = 'layerwise-cohort';

export type CohortFile =
  | { readonly ok: true; readonly records: Records; readonly problems: number }
  | { readonly ok: false; readonly why: Unreadable | 'is-progress' };

export function cohortFileText(records: Records): string {
  return `${JSON.stringify({ ...JSON.parse(serializeDocument(records)), app })}\n`;
}

export function cohortFileName(date: Date, ending: 'json' | 'csv'): string {
  return exportName(date).replace('progress', 'cohort').replace('json', ending);
}

export function parseCohortFile(text: string, now: number): CohortFile {
  if (text.length > limits.document) return { ok: false, why: 'too-big' };
  const document = retag(text.replace(/^\uFEFF/, ''));
  if (!document.ok) return document;
  const parsed = parseFile(document.text, now);
  return parsed.ok ? { ok: true, records: parsed.records, problems: parsed.problems.length } : parsed;
}

/** The text as the reader of progress documents expects it. */
function retag(text: string): { readonly ok: true; readonly text: string } | (CohortFile & { readonly ok: false }) {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null) return { ok: false, why: 'not-progress' };
    const found = (document as { app?: unknown }).app;
    if (found !== app) return { ok: false, why: found === 'layerwise' ? 'is-progress' : 'not-progress' };
    // Throws where the nesting is deeper than the stack.
    return { ok: true, text: JSON.stringify({ ...document, app: 'layerwise' }) };
  } catch {
    return { ok: false, why: 'not-json' };
  }
}

export type CohortImport = {
  /** Learners that are not here yet. */
  readonly added: number;
  /** Learners here whose row will show another snapshot or name. */
  readonly changed: number;
  /** Learners that were deleted or joined in the file later than anything here. */
  readonly removed: number;
  readonly same: number;
};

/** What merging would change, by learner. */
export function previewCohortImport(current: Records, incoming: Records): CohortImport {
  const before = new Map(readCohort(current).map((learner) => [learner.key, learner]));
  const after = readCohort(mergeRecords(current, incoming));
  const known = after.filter(({ key }) => before.has(key));
  const changed = known.filter((learner) => isOther(before.get(learner.key), learner)).length;
  return {
    added: after.length - known.length,
    changed,
    removed: before.size - known.length,
    same: known.length - changed,
  };
}

function isOther(mine: Learner | undefined, theirs: Learner): boolean {
  return mine?.name !== theirs.name || mine.kept[0]?.code !== theirs.kept[0]?.code;
}
