/** The lessons worked on last, with the local day. */
'use client';
import { useMemo } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { lastTouched } from '@/lib/progress/selectors';
import { formatDay } from './format-day';
import type { MeTarget } from './me-data';
import { meStrings } from './me-strings';
import { StatusMark } from './status-mark';
import { useProgress } from './use-progress';

const shown = 6;

export function MeRecent({ lessons, locale }: { readonly lessons: readonly MeTarget[]; readonly locale: Locale }) {
  const records = useProgress((state) => state.records);
  const recent = useMemo(() => {
    const touched = lastTouched(records);
    return lessons
      .flatMap((lesson) => {
        const time = touched.get(lesson.id);
        return time === undefined ? [] : [{ ...lesson, time }];
      })
      .sort((a, b) => b.time - a.time)
      .slice(0, shown);
  }, [records, lessons]);
  if (recent.length === 0) return <p className="text-soft">{meStrings[locale].noRecent}</p>;
  return (
    <ul className="grid grid-cols-1 gap-1">
      {recent.map(({ id, stage, href, title, time }) => (
        <li key={id} data-stage={stage} className="flex min-h-9 items-center gap-2.5">
          <StatusMark id={id} locale={locale} />
          <SiteLink href={href} className="min-w-0 flex-1 truncate hover:underline">
            {title}
          </SiteLink>
          <time dateTime={new Date(time).toISOString()} className="shrink-0 text-sm text-faint tabular-nums">
            {formatDay(time, languageTag[locale])}
          </time>
        </li>
      ))}
    </ul>
  );
}
