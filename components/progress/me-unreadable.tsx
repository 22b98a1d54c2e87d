/** Stored texts that could not be read: set aside, to be downloaded or deleted. Nothing where there are none. */
'use client';
import { useState } from 'react';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { downloadText } from './download-text';
import { formatDay } from './format-day';
import { meStrings } from './me-strings';
import { progress } from './progress-store';
import { useProgress } from './use-progress';

export function MeUnreadable({ locale }: { readonly locale: Locale }) {
  const t = meStrings[locale];
  const unreadable = useProgress((state) => state.unreadable);
  const [now] = useState(Date.now);
  if (unreadable.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium">{t.unreadable}</h3>
      <ul>
        {unreadable.map((key) => (
          <li key={key} className="flex flex-wrap items-center gap-x-4 text-sm">
            <span className="min-w-0 flex-1 tabular-nums">
              {formatDay(Number(key.split(':').at(-1)) || now, languageTag[locale])}
            </span>
            <button
              type="button"
              className="quiet-link min-h-9"
              onClick={() => downloadText(`${key.replaceAll(':', '-')}.txt`, progress.readUnreadable(key) ?? '')}
            >
              {t.download}
            </button>
            <button type="button" className="quiet-link min-h-9" onClick={() => progress.removeUnreadable(key)}>
              {t.delete}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
