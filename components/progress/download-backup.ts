/** Gives the learner everything in one file, and remembers when. */
import type { StoredModel } from '@/lib/checkpoints/store';
import { setPreference } from '@/lib/progress/actions';
import { backupPreference } from '@/lib/progress/backup';
import { exportName, exportText, roomForModels } from '@/lib/progress/exchange';
import type { Json } from '@/lib/progress/records';
import { downloadText } from './download-text';
import { progress } from './progress-store';

/** Resolves to how many of the models did not fit the file. */
export async function downloadBackup(models: readonly StoredModel[]): Promise<number> {
  const date = new Date();
  const bundle = models.length > 0 ? await import('@/lib/checkpoints/bundle') : null;
  // Recorded first, so that the file itself says when it was made.
  setPreference(progress, backupPreference, date.getTime());
  const { records } = progress.getState();
  const { entries = [], left = 0 } = bundle?.bundleModels(models, roomForModels(records)) ?? {};
  downloadText(exportName(date), exportText(records, entries as readonly Json[]));
  return left;
}
