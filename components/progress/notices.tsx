/** The bars at the foot of the screen. */
'use client';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { setPreference } from '@/lib/progress/actions';
import { reminderPreference } from '@/lib/progress/backup';
import { downloadBackup } from './download-backup';
import { downloadText } from './download-text';
import { NoticeBar } from './notice-bar';
import { noticeStrings } from './notice-strings';
import { progress } from './progress-store';
import { needsBackup, seenPreference, unseen } from './storage-notice';
import { listStoredModels } from './stored-models';
import { useProgress } from './use-progress';

export function Notices({ locale }: { readonly locale: Locale }) {
  const t = noticeStrings[locale];
  const health = useProgress((state) => state.health);
  const undo = useProgress((state) => state.undo.at(-1));
  const unread = useProgress(unseen);
  const isBackupDue = useProgress(needsBackup);
  // Where backups are made it is said already.
  const isElsewhere = !usePathname()?.includes('/me/');
  const [closed, setClosed] = useState('saved');
  return (
    <>
      {health !== 'saved' && health !== closed && (
        <NoticeBar text={t.health[health]} isProblem dismiss={t.dismiss} onDismiss={() => setClosed(health)} />
      )}
      {unread !== undefined && (
        <NoticeBar
          text={t.unreadable}
          isProblem
          action={t.download}
          onAction={() => downloadText(`${unread.replaceAll(':', '-')}.txt`, progress.readUnreadable(unread) ?? '')}
          dismiss={t.dismiss}
          onDismiss={() => setPreference(progress, seenPreference, unread)}
        />
      )}
      {isBackupDue && isElsewhere && !undo && (
        <NoticeBar
          text={t.backupDue}
          action={t.backUp}
          onAction={() => listStoredModels().then(downloadBackup)}
          dismiss={t.dismiss}
          onDismiss={() => setPreference(progress, reminderPreference, Date.now())}
        />
      )}
      {undo && (
        <NoticeBar
          text={t.done[undo.what.act]}
          action={t.undo}
          onAction={progress.undo}
          dismiss={t.dismiss}
          onDismiss={progress.dismissUndo}
        />
      )}
    </>
  );
}
