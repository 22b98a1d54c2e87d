/** Starting over: asked twice here, and still undone from the bar below. */
'use client';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { listKeys, type Records } from '@/lib/progress/records';
import { eraseAll, resetAll } from '@/lib/progress/reset';
import { meStrings } from './me-strings';
import { progress } from './progress-store';
import { useProgress } from './use-progress';

export function MeReset({ locale }: { readonly locale: Locale }) {
  const t = meStrings[locale];
  const [asking, setAsking] = useState<'reset' | 'erase' | null>(null);
  const started = useProgress(({ records }) => countLessons(records));
  const isEmpty = useProgress(({ records }) =>
    Object.values(records).every((entries) => Object.values(entries).every(({ v }) => v === null)),
  );
  if (isEmpty) return <p className="text-sm text-faint">{t.nothing}</p>;

  function act() {
    if (asking === 'erase') eraseAll(progress);
    else resetAll(progress);
    setAsking(null);
  }

  if (asking) {
    return (
      <div className="border-s-2 border-bad ps-4">
        {asking === 'erase' && <p className="mb-3 text-sm">{t.eraseHint}</p>}
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button border-bad text-bad" onClick={act}>
            {asking === 'erase' ? t.confirmErase : t.confirmReset(started)}
          </button>
          {/* biome-ignore lint/a11y/noAutofocus: the press that opened the question removed the button it was made on */}
          <button type="button" className="button" autoFocus onClick={() => setAsking(null)}>
            {t.keep}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <button type="button" className="button" disabled={started === 0} onClick={() => setAsking('reset')}>
        {t.resetAll}
      </button>
      <button type="button" className="button" onClick={() => setAsking('erase')}>
        {t.erase}
      </button>
    </div>
  );
}

/** Lessons with a status or any work in them. */
function countLessons(records: Records): number {
  const names = ['lessons', 'checks', 'code', 'runs'] as const;
  return new Set(names.flatMap((name) => listKeys(records, name).map((key) => Number.parseInt(key, 10)))).size;
}
