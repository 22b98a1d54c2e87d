/** Why a code could not be opened, what to do, and that nothing happened. */
import type { Locale } from '@/lib/i18n/locale';
import type { FailureReason } from '@/lib/share/decode';
import { strings } from './strings';

export function FailureMessage({ locale, reason }: { readonly locale: Locale; readonly reason: FailureReason }) {
  const t = strings[locale];
  return (
    <div data-reason={reason} className="max-w-2xl border-warn border-l-2 bg-warn-wash px-4 py-3">
      <p className="font-medium">{t.failed}</p>
      <p className="mt-1">{t.failures[reason]}</p>
      <p className="mt-1 text-sm text-soft">{t.unchanged}</p>
    </div>
  );
}
