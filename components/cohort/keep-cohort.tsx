/** The cohort as a file, out and in, and deleting it whole. */
'use client';
import { useState } from 'react';
import { downloadText } from '@/components/progress/download-text';
import { clearCohort } from '@/lib/cohort/actions';
import { cohortFileName, cohortFileText } from '@/lib/cohort/cohort-file';
import type { Locale } from '@/lib/i18n/locale';
import { cohort } from './cohort-store';
import { ImportCohort } from './import-cohort';
import { strings } from './strings';

export function KeepCohort({ locale, learners }: { readonly locale: Locale; readonly learners: number }) {
  const t = strings[locale];
  const [message, setMessage] = useState('');
  const [isAsking, setIsAsking] = useState(false);

  function download() {
    downloadText(cohortFileName(new Date(), 'json'), cohortFileText(cohort.getState().records));
    setMessage(t.exported);
  }

  return (
    <section className="mt-10 border-line border-t pt-5 print:hidden">
      <h2 className="font-semibold text-lg">{t.keep}</h2>
      <p className="mt-1 mb-4 max-w-2xl text-soft text-sm">{t.keepHint}</p>
      {isAsking && learners > 0 ? (
        <div className="flex flex-wrap gap-2 border-bad border-l-2 pl-4">
          <button
            type="button"
            className="button border-bad text-bad"
            onClick={() => {
              clearCohort(cohort);
              setIsAsking(false);
            }}
          >
            {t.clearConfirm(learners)}
          </button>
          {/* biome-ignore lint/a11y/noAutofocus: the press that opened the question removed the button it was made on */}
          <button type="button" className="button" autoFocus onClick={() => setIsAsking(false)}>
            {t.clearKeep}
          </button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          {learners > 0 && (
            <button type="button" className="button" onClick={download}>
              {t.export}
            </button>
          )}
          <ImportCohort locale={locale} />
          {learners > 0 && (
            <button type="button" className="button" onClick={() => setIsAsking(true)}>
              {t.clear}
            </button>
          )}
          <p role="status" className="basis-full text-faint text-sm empty:hidden">
            {message}
          </p>
        </div>
      )}
    </section>
  );
}
