/** What is stored under one row as a file, where a file of it is of use; null where it is not. */
import { downloadBackup } from '@/components/progress/download-backup';
import { downloadText } from '@/components/progress/download-text';
import { listStoredModels } from '@/components/progress/stored-models';
import { exportName, exportText } from '@/lib/progress/exchange';
import { type Json, limits, noRecords, type Records } from '@/lib/progress/records';
import type { Row } from '@/lib/stored/rows';
import { readTexts } from './browser-stores';

export function canDownload({ kind, place }: Row): boolean {
  return place !== 'database' && !['marks', 'offline', 'theme', 'python', 'recent', 'tab'].includes(kind);
}

export async function downloadRow(row: Row): Promise<void> {
  if (row.kind === 'progress') {
    await downloadBackup(await listStoredModels());
    return;
  }
  if (row.kind === 'models') return downloadModels();
  if (row.kind === 'cohort') return downloadCohort(row);
  for (const { key, text } of readTexts().filter(({ key }) => row.keys.includes(key))) {
    downloadText(`${key.replace(/[^\w.-]+/g, '-')}.txt`, text);
  }
}

/** The same file as a backup, with nothing but the models in it: it is read by the same button. */
async function downloadModels(): Promise<void> {
  const { bundleModels } = await import('@/lib/checkpoints/bundle');
  const { entries } = bundleModels(await listStoredModels(), limits.document - 1000);
  const name = exportName(new Date()).replace('progress', 'models');
  downloadText(name, exportText(noRecords, entries as readonly Json[]));
}

async function downloadCohort({ keys: [key] }: Row): Promise<void> {
  const { cohortFileName, cohortFileText } = await import('@/lib/cohort/cohort-file');
  const { parseDocument } = await import('@/lib/progress/parse');
  const text = readTexts().find((each) => each.key === key)?.text ?? '';
  const parsed = parseDocument(text);
  const records: Records | null = parsed.ok ? parsed.records : null;
  downloadText(cohortFileName(new Date(), 'json'), records ? cohortFileText(records) : text);
}
