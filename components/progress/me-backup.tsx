/** One file out, one file in, and what could not be read. Loaded by `me/` only. */
'use client';
import { useState } from 'react';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { setPreference } from '@/lib/progress/actions';
import { backupPreference, isBackupDue, lastBackup } from '@/lib/progress/backup';
import { exportName, exportText } from '@/lib/progress/exchange';
import { downloadText } from './download-text';
import { formatDay } from './format-day';
import type { MeTarget } from './me-data';
import { MeImport } from './me-import';
import { meStrings } from './me-strings';
import { progress } from './progress-store';
import { useProgress } from './use-progress';

export function MeBackup({ lessons, locale }: { readonly lessons: readonly MeTarget[]; readonly locale: Locale }) {
  const t = meStrings[locale];
  const last = useProgress(({ records }) => lastBackup(records));
  const [now] = useState(Date.now);
  const isDue = useProgress(({ records }) => isBackupDue(records, now));
  const unreadable = useProgress((state) => state.unreadable);
  const [message, setMessage] = useState('');

  function download() {
    const date = new Date();
    // Recorded first, so that the file itself says when it was made.
    setPreference(progress, backupPreference, date.getTime());
    downloadText(exportName(date), exportText(progress.getState().records));
    setMessage(t.exported);
  }

  return (
    <div className="grid grid-cols-1 gap-4">
      <p className={isDue ? 'border-s-2 border-warn bg-warn-wash py-2 ps-3 pe-2' : 'text-sm text-soft'}>
        {isDue ? t.backupDue : t.backupHint}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <button type="button" className={`button ${isDue ? 'button-primary' : ''}`} onClick={download}>
          {t.export}
        </button>
        <MeImport lessons={lessons} locale={locale} />
        <p className="basis-full text-sm text-faint">
          {last === undefined ? t.never : t.lastBackup(formatDay(last, languageTag[locale]))}{' '}
          <span role="status">{message}</span>
        </p>
      </div>
      {unreadable.length > 0 && (
        <div>
          <h3 className="text-sm font-medium">{t.unreadable}</h3>
          <ul>
            {unreadable.map((key) => (
              <li key={key} className="flex flex-wrap items-center gap-x-4 text-sm">
                <span className="min-w-0 flex-1 tabular-nums">
                  {formatDay(Number(key.split(':').at(-1)) || now, languageTag[locale])}
                </span>
                <button
                  type="button"
                  className="quiet-link min-h-9"
                  onClick={() => downloadText(`${key.replaceAll(':', '-')}.txt`, progress.readUnreadable(key) ?? '')}
                >
                  {t.download}
                </button>
                <button type="button" className="quiet-link min-h-9" onClick={() => progress.removeUnreadable(key)}>
                  {t.delete}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
