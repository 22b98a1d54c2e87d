/** One press for all that is not here yet. Each line above then goes its own way, and can be cancelled by itself. */
'use client';
import { formatBytes } from '@/lib/format-number';
import type { Locale } from '@/lib/i18n/locale';
import type { DownloadState } from '@/lib/offline/downloads';
import { viewGroups } from '@/lib/offline/group-view';
import { startDownload } from './downloads-store';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly rows: readonly (readonly string[])[];
  readonly state: DownloadState;
};

export function DownloadAll({ locale, rows, state }: Props) {
  const t = strings[locale];
  const absent = rows.filter((groups) => ['absent', 'partly'].includes(viewGroups(state, groups)?.state ?? 'none'));
  // Together they cost less than one by one: what they share is fetched once.
  const view = viewGroups(state, absent.flat());
  if (!view || absent.length < 2) return null;
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-t py-3">
      <span>
        <span className="font-medium">{t.all}</span>{' '}
        <span className="block text-sm text-soft tabular-nums">{t.size(formatBytes(view.missing))}</span>
      </span>
      <button
        type="button"
        className="button"
        onClick={() => {
          for (const groups of absent) void startDownload(groups);
        }}
      >
        {t.getAll}
      </button>
    </p>
  );
}
