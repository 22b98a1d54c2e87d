/** The progress as a file: downloaded, or given to the system's share sheet where it takes files. */
'use client';
import { useEffect, useState } from 'react';
import { downloadBackup } from '@/components/progress/download-backup';
import { downloadText } from '@/components/progress/download-text';
import { progress } from '@/components/progress/progress-store';
import { listStoredModels, modelBytes } from '@/components/progress/stored-models';
import { useProgress } from '@/components/progress/use-progress';
import type { StoredModel } from '@/lib/checkpoints/store';
import { formatBytes } from '@/lib/format-number';
import { type Choice, chooseRecords } from '@/lib/hand-over/contents';
import type { Locale } from '@/lib/i18n/locale';
import { exportName, exportText } from '@/lib/progress/exchange';
import { strings } from './strings';

export function SendFile({ locale, choice }: { readonly locale: Locale; readonly choice: Choice }) {
  const t = strings[locale];
  const [models, setModels] = useState<readonly StoredModel[]>([]);
  const [withModels, setWithModels] = useState(true);
  const [message, setMessage] = useState('');
  const records = useProgress((state) => state.records);
  const canShare = useCanShare();
  useEffect(() => {
    listStoredModels().then(setModels);
  }, []);
  const offered = choice === 'all' ? models : [];
  const taken = withModels ? offered : [];
  const size = new Blob([exportText(chooseRecords(records, choice))]).size + modelBytes(taken);

  async function download() {
    if (choice === 'all') {
      const left = await downloadBackup(taken);
      return setMessage(left > 0 ? t.savedWithout(left) : t.saved);
    }
    const light = chooseRecords(progress.getState().records, choice);
    downloadText(exportName(new Date()), exportText(light));
    setMessage(t.saved);
  }

  return (
    <>
      <p>{t.byFileHint(formatBytes(size))}</p>
      {offered.length > 0 && (
        <label className="flex min-h-9 items-center gap-2">
          <input type="checkbox" checked={withModels} onChange={(event) => setWithModels(event.target.checked)} />
          {t.withModels(offered.length, formatBytes(modelBytes(offered)))}
        </label>
      )}
      {models.length > 0 && <p className="text-faint">{t.onlyFile}</p>}
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button" onClick={download}>
          {t.saveFile}
        </button>
        {canShare && (
          <button
            type="button"
            className="button"
            onClick={() => {
              // Rejects when the learner changes their mind. Without models: the share sheet must open within the press.
              navigator.share({ files: [toFile(exportText(chooseRecords(records, choice)))] }).catch(() => {});
            }}
          >
            {t.shareFile}
          </button>
        )}
      </div>
      <p role="status" className="empty:hidden">
        {message}
      </p>
    </>
  );
}

/** As plain text: Chrome shares no JSON, and the reader looks at the content only. */
function toFile(text: string): File {
  return new File([text], exportName(new Date()).replace(/json$/, 'txt'), { type: 'text/plain' });
}

function useCanShare(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => setCan(navigator.canShare?.({ files: [toFile('')] }) ?? false), []);
  return can;
}
