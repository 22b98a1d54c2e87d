/**
 * The learner's models inside a backup file: one entry each, the text of the model's own file and when it was kept. Read like
 * everything from a stranger: what is not a sound model is counted and left out.
 *
 * Compatibility: entries only gain fields; `file` is versioned by itself (lib/ml/checkpoint.ts).
 */
import { decodeCheckpoint, encodeCheckpoint } from '@/lib/ml/checkpoint';
import type { StoredModel } from './store';

export type ModelEntry = { readonly savedAt: number; readonly file: string };

/** Entries looked at: a file cannot make the page work for ever. */
const mostEntries = 1_000;

/** As many of the models as `room` characters of JSON hold, in their order; `left`: how many did not fit. */
export function bundleModels(
  models: readonly StoredModel[],
  room: number,
): { readonly entries: readonly ModelEntry[]; readonly left: number } {
  const entries: ModelEntry[] = [];
  let free = room;
  for (const { checkpoint, savedAt } of models) {
    const entry = { savedAt, file: encodeCheckpoint(checkpoint) };
    const size = JSON.stringify(entry).length + 1;
    if (size > free) continue;
    free -= size;
    entries.push(entry);
  }
  return { entries, left: models.length - entries.length };
}

export function readBundle(entries: readonly unknown[]): {
  readonly models: readonly StoredModel[];
  readonly unreadable: number;
} {
  const byId = new Map<string, StoredModel>();
  let unreadable = Math.max(0, entries.length - mostEntries);
  for (const entry of entries.slice(0, mostEntries)) {
    const model = readEntry(entry);
    if (!model) unreadable++;
    else if (!byId.has(model.checkpoint.id)) byId.set(model.checkpoint.id, model);
  }
  return { models: [...byId.values()], unreadable };
}

function readEntry(entry: unknown): StoredModel | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { savedAt, file } = entry as Record<string, unknown>;
  if (!Number.isSafeInteger(savedAt) || (savedAt as number) < 0 || typeof file !== 'string') return null;
  const decoded = decodeCheckpoint(file);
  return decoded.ok ? { checkpoint: decoded.checkpoint, savedAt: savedAt as number } : null;
}
