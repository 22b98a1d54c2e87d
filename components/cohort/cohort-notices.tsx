/**
 * What must be said about the cohort's data: that it is not saved, that something could not be read, that an act can be undone.
 * The bars stand in the place of all notices, at the foot of the screen: in a place of their own, one would cover the other.
 */
'use client';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { downloadText } from '@/components/progress/download-text';
import { NoticeBar } from '@/components/progress/notice-bar';
import type { CohortDeed } from '@/lib/cohort/cohort';
import type { Locale } from '@/lib/i18n/locale';
import { cohort } from './cohort-store';
import { strings } from './strings';
import { useCohort } from './use-cohort';

export function CohortNotices({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const health = useCohort((state) => state.health);
  const undo = useCohort((state) => state.undo.at(-1));
  const unread = useCohort((state) => state.unreadable.at(-1));
  const [closed, setClosed] = useState('');
  const [place, setPlace] = useState<HTMLElement | null>();
  useEffect(() => setPlace(document.getElementById('notices')), []);
  if (place === undefined) return null;
  const bars = (
    <>
      {health !== 'saved' && health !== closed && (
        <NoticeBar text={t.health[health]} isProblem dismiss={t.dismiss} onDismiss={() => setClosed(health)} />
      )}
      {unread !== undefined && unread !== closed && (
        <NoticeBar
          text={t.unreadable}
          isProblem
          action={t.download}
          onAction={() => downloadText(`${unread.replaceAll(':', '-')}.txt`, cohort.readUnreadable(unread) ?? '')}
          dismiss={t.dismiss}
          onDismiss={() => setClosed(unread)}
        />
      )}
      {undo && (
        <NoticeBar
          text={deedWords(undo.what, locale)}
          action={t.undo}
          onAction={cohort.undo}
          dismiss={t.dismiss}
          onDismiss={cohort.dismissUndo}
        />
      )}
    </>
  );
  return place ? createPortal(bars, place) : bars;
}

function deedWords(deed: CohortDeed, locale: Locale): string {
  const { done, nobody } = strings[locale];
  if (deed.act === 'join') return done.join(deed.name || nobody, deed.into || nobody);
  return 'count' in deed ? done[deed.act](deed.count) : done[deed.act](deed.name || nobody);
}
