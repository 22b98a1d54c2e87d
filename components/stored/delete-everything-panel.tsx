/** For the end of a visit to a shared computer. Asked once more, with a backup offered; then the page starts anew, empty. */
'use client';
import { useState } from 'react';
import { downloadBackup } from '@/components/progress/download-backup';
import { listStoredModels } from '@/components/progress/stored-models';
import type { Locale } from '@/lib/i18n/locale';
import { deleteEverything } from './delete-everything';
import { strings } from './strings';

export function DeleteEverything({ locale }: { readonly locale: Locale }) {
  const t = strings[locale];
  const [phase, setPhase] = useState<'idle' | 'asking' | 'working' | 'failed'>('idle');

  async function act() {
    setPhase('working');
    try {
      await deleteEverything();
      // What this page holds in memory goes too.
      location.reload();
    } catch {
      setPhase('failed');
    }
  }

  return (
    <section className="mt-6 border-t border-line pt-5">
      <h2 className="text-lg font-semibold">{t.everything}</h2>
      <p className="mt-1 text-sm text-soft">{t.everythingHint}</p>
      {phase === 'asking' ? (
        <div className="mt-3 border-s-2 border-bad ps-4 text-sm">
          <p className="mb-2">{t.everythingWarning}</p>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button" onClick={() => listStoredModels().then(downloadBackup)}>
              {t.everythingBackup}
            </button>
            <button type="button" className="button border-bad text-bad" onClick={act}>
              {t.everythingSure}
            </button>
            {/* biome-ignore lint/a11y/noAutofocus: the press that opened the question removed the button it was made on */}
            <button type="button" className="button" autoFocus onClick={() => setPhase('idle')}>
              {t.keep}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="button mt-3" disabled={phase === 'working'} onClick={() => setPhase('asking')}>
          {phase === 'working' ? t.working : t.everythingAsk}
        </button>
      )}
      <p role="status" className="mt-2 text-sm empty:hidden">
        {phase === 'failed' && t.failed}
      </p>
    </section>
  );
}
