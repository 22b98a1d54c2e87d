/** The bars at the foot of the screen. */
'use client';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { setPreference } from '@/lib/progress/actions';
import { downloadText } from './download-text';
import { NoticeBar } from './notice-bar';
import { noticeStrings } from './notice-strings';
import { progress } from './progress-store';
import { seenPreference, unseen } from './storage-notice';
import { useProgress } from './use-progress';

export function Notices({ locale }: { readonly locale: Locale }) {
  const t = noticeStrings[locale];
  const health = useProgress((state) => state.health);
  const undo = useProgress((state) => state.undo.at(-1));
  const unread = useProgress(unseen);
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
