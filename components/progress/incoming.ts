/** Progress that came from elsewhere, by file or from another device: read and checked, not yet merged. */
import type { StoredModel } from '@/lib/checkpoints/store';
import { parseFile } from '@/lib/progress/exchange';
import type { Unreadable } from '@/lib/progress/parse';
import { limits, type Records } from '@/lib/progress/records';

export type Incoming = {
  /** The words of the undo bar. */
  readonly act: 'import' | 'hand-over';
  readonly name: string;
  readonly records: Records;
  /** Entries that could not be read, models among them. */
  readonly problems: number;
  readonly models: readonly StoredModel[];
};

export async function readIncomingFile(file: File): Promise<Incoming | Unreadable> {
  // A character is at most four bytes: what is larger can be refused without reading it.
  if (file.size > 4 * limits.document) return 'too-big';
  return readIncoming('import', file.name, await file.text());
}

export async function readIncoming(act: Incoming['act'], name: string, text: string): Promise<Incoming | Unreadable> {
  const parsed = parseFile(text, Date.now());
  if (!parsed.ok) return parsed.why;
  const { records, problems, models } = parsed;
  if (models.length === 0) return { act, name, records, problems: problems.length, models: [] };
  const { readBundle } = await import('@/lib/checkpoints/bundle');
  const read = readBundle(models);
  return { act, name, records, problems: problems.length + read.unreadable, models: read.models };
}
