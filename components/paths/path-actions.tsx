/** What can be done with a stored path. Only one's own can be edited; every one can be copied. Removing can be undone from the bar below. */
'use client';
import { useState } from 'react';
import { downloadText } from '@/components/progress/download-text';
import { progress } from '@/components/progress/progress-store';
import { SharePathButton } from '@/components/share/share-path-button';
import { SiteLink } from '@/components/ui/site-link';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';
import type { Lens } from '@/lib/paths/lens';
import { type OwnedPath, removePath } from '@/lib/paths/owned-paths';
import { hasDates, pathCalendar } from '@/lib/paths/path-calendar';
import type { PathRoad } from '@/lib/paths/road';
import { pathFileName } from '@/lib/share/file-name';
import { strings } from './strings';
import { pathHash } from './use-paths';

type Props = {
  readonly owned: OwnedPath;
  readonly title: string;
  readonly lens: Lens;
  readonly road: PathRoad;
  readonly locale: Locale;
};

export function PathActions({ owned: { path, own }, title, lens, road, locale }: Props) {
  const t = strings[locale];
  const [message, setMessage] = useState('');

  function download() {
    const words = { language: languageTag[locale], minutes: t.minutes, event: t.event };
    const place = { origin: location.origin, withBasePath };
    const text = pathCalendar({ ...path, title }, { lens, lessons: road.lessons }, { words, place, stamp: new Date() });
    downloadText(`${pathFileName(path)}.ics`, text, 'text/calendar');
    setMessage(t.calendarMade);
  }

  function remove() {
    removePath(progress, path.id);
    location.hash = pathHash('');
  }

  return (
    <>
      <SharePathButton
        locale={locale}
        path={path}
        titleOf={(id) => road.lessons.find((lesson) => lesson.id === id)?.title}
      />
      {own && (
        <SiteLink href={`${routes.newPath(locale)}#edit=${path.id}`} className="button">
          {t.edit}
        </SiteLink>
      )}
      <SiteLink href={`${routes.newPath(locale)}#copy=${path.id}`} className="button">
        {t.copy}
      </SiteLink>
      {hasDates(lens) && (
        <button type="button" className="button" onClick={download}>
          {t.calendar}
        </button>
      )}
      <button type="button" className="button" title={t.removeHint} onClick={remove}>
        {t.remove}
      </button>
      <span role="status" className="text-sm text-soft empty:hidden">
        {message}
      </span>
    </>
  );
}
