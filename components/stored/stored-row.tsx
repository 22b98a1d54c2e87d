/** One kind of stored thing: how much, what for, and the buttons. Deleting asks once more and says what it means. */
'use client';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDay } from '@/components/progress/format-day';
import { SiteLink } from '@/components/ui/site-link';
import { formatBytes } from '@/lib/format-number';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Row } from '@/lib/stored/rows';
import type { CacheSize } from './browser-stores';
import { canDownload, downloadRow } from './download-row';
import { strings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly row: Row;
  readonly caches: readonly CacheSize[];
  readonly onDelete: () => Promise<void>;
};

export function StoredRow({ locale, row, caches, onDelete }: Props) {
  const t = strings[locale];
  const [isAsking, setIsAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const name = t.names[row.kind];
  const facts = [detailOf(row, locale), row.bytes === null ? t.unknownSize : formatBytes(row.bytes)].filter(Boolean);

  function keep() {
    flushSync(() => setIsAsking(false));
    opener.current?.focus();
  }

  return (
    <li className="border-t border-line py-4" data-stored={row.kind}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-medium">{name}</h2>
        <p className="text-sm text-soft tabular-nums">{facts.join(' · ')}</p>
      </div>
      <p className="text-sm text-soft">{t.about[row.kind]}</p>
      {row.kind === 'unknown' && <p className="wrap-anywhere font-mono text-sm text-faint">{row.keys.join(', ')}</p>}
      {row.kind === 'offline' && <Caches locale={locale} caches={caches} />}
      {isAsking ? (
        <div className="mt-2 border-s-2 border-bad ps-4 text-sm">
          <p className="mb-2">{warningOf(row, locale)}</p>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button border-bad text-bad" onClick={onDelete}>
              {t.sure}
            </button>
            {/* biome-ignore lint/a11y/noAutofocus: the press that opened the question removed the button it was made on */}
            <button type="button" className="button" autoFocus onClick={keep}>
              {t.keep}
            </button>
          </div>
        </div>
      ) : (
        <div className="mt-1 flex flex-wrap gap-x-5 text-sm">
          {canDownload(row) && (
            <button
              type="button"
              className="min-h-9 underline underline-offset-4"
              aria-label={t.downloadOf(name)}
              onClick={() => downloadRow(row)}
            >
              {t.download}
            </button>
          )}
          <button
            ref={opener}
            type="button"
            className="min-h-9 underline underline-offset-4"
            aria-label={t.removeOf(name)}
            onClick={() => setIsAsking(true)}
          >
            {t.remove}
          </button>
          {row.kind === 'offline' && (
            <SiteLink
              href={routes.offline(locale)}
              className="inline-flex min-h-9 items-center underline underline-offset-4"
            >
              {t.byStage}
            </SiteLink>
          )}
        </div>
      )}
    </li>
  );
}

/** How many, or when. */
function detailOf({ kind, count, keys: [key = ''] }: Row, locale: Locale): string | undefined {
  const t = strings[locale];
  if (kind !== 'unreadable') return t.counts[kind]?.(count);
  const time = Number(key.split(':').at(-1));
  return time > 0 ? t.setAside(formatDay(time, languageTag[locale])) : undefined;
}

function warningOf({ kind, place, unreadable = 0 }: Row, locale: Locale): string {
  const t = strings[locale];
  if (unreadable > 0) return `${t.canPutBack} ${t.notThese(unreadable)}`;
  const meaning = t.warning[kind] ?? (place === 'database' ? t.cannotUndo : t.canPutBack);
  return kind === 'offline' && !navigator.onLine ? `${meaning} ${t.offlineNow}` : meaning;
}

/** Another copy of the site may live under another path of the same address: its caches are named by it. */
function Caches({ locale, caches }: { readonly locale: Locale; readonly caches: readonly CacheSize[] }) {
  const t = strings[locale];
  return (
    <ul className="text-sm text-faint tabular-nums">
      {caches.map(({ name, files, bytes }) => (
        <li key={name} className="flex flex-wrap justify-between gap-x-4">
          <span className="wrap-anywhere">
            {t.caches[name.split(':').at(-1) ?? ''] ?? ''} <span className="font-mono">{name}</span>
          </span>
          <span>
            {t.counts.offline?.(files)} · {formatBytes(bytes)}
          </span>
        </li>
      ))}
    </ul>
  );
}
