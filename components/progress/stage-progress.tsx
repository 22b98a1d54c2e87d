/** One stage's stones and its percentage. The hue comes from `data-stage` on an ancestor. Pass the same `ids` array each time. */
'use client';
import type { Locale } from '@/lib/i18n/locale';
import { ProgressStrip } from './progress-strip';
import { roadStrings } from './road-strings';
import { useStatuses, useTally } from './use-progress';

export function StageProgress({ ids, locale }: { readonly ids: readonly number[]; readonly locale: Locale }) {
  const t = roadStrings[locale];
  const { done, counted, skipped, percent } = useTally(ids);
  const statuses = useStatuses(ids);
  if (ids.length === 0) return null;
  const allSkipped = skipped > 0 && counted === 0;
  return (
    <span className="flex items-center gap-3 text-sm text-soft" data-percent={percent}>
      <ProgressStrip statuses={statuses} />
      <span className="min-w-10 shrink-0 text-end tabular-nums" aria-hidden="true">
        {allSkipped ? t.allSkipped : t.percent(percent)}
      </span>
      <span className="sr-only">
        {allSkipped ? t.allSkipped : `${t.percent(percent)} · ${t.tally(done, counted)}${t.skipped(skipped)}`}
      </span>
    </span>
  );
}
