/** The offer of a new version for whoever closed the bar and comes here to look for it. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { useNewVersion } from './new-version';
import { strings } from './strings';

export function NewVersionLine({ locale }: { readonly locale: Locale }) {
  const next = useNewVersion();
  if (!next) return null;
  const t = strings[locale];
  return (
    <p className="mb-10 flex max-w-2xl flex-wrap items-center gap-4 border-accent border-l-2 pl-4">
      {t.newVersion}
      <button type="button" className="button" onClick={next.load}>
        {t.load}
      </button>
    </p>
  );
}
