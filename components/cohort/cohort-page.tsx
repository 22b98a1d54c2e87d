/** The mentor's page alive: paste, look, keep. Without learners it explains where snapshots come from. */
'use client';
import { useMemo } from 'react';
import { readStandings } from '@/lib/cohort/standing';
import type { Locale } from '@/lib/i18n/locale';
import type { ShareRoad } from '@/lib/share/road-view';
import { AddSnapshots } from './add-snapshots';
import { CohortNotices } from './cohort-notices';
import { CohortView } from './cohort-view';
import { HowTo } from './how-to';
import { KeepCohort } from './keep-cohort';
import { strings } from './strings';
import { useLearners } from './use-cohort';

export function CohortPage({ locale, road }: { readonly locale: Locale; readonly road: ShareRoad }) {
  const t = strings[locale];
  const learners = useLearners();
  const standings = useMemo(() => readStandings(road, learners), [road, learners]);
  const isEmpty = standings.length === 0;
  return (
    <>
      <AddSnapshots locale={locale} />
      {isEmpty ? (
        <HowTo locale={locale} />
      ) : (
        <>
          <CohortView locale={locale} road={road} standings={standings} />
          <details className="mt-10 border-line border-t pt-5 print:hidden">
            <summary className="font-semibold text-lg">{t.howTo}</summary>
            <HowTo locale={locale} isTitled />
          </details>
        </>
      )}
      <KeepCohort locale={locale} learners={learners.length} />
      <CohortNotices locale={locale} />
    </>
  );
}
