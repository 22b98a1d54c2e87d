/** All notes on one page, each under its lesson. They are edited beside the lesson. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { findValue, noRecords } from '@/lib/progress/records';
import type { MeTarget } from './me-data';
import { meStrings } from './me-strings';
import { useProgress } from './use-progress';

export function MeNotes({ lessons, locale }: { readonly lessons: readonly MeTarget[]; readonly locale: Locale }) {
  const notes = useProgress(({ records }) => records.notes);
  const records = notes ? { notes } : noRecords;
  const written = lessons.flatMap((lesson) => {
    const text = findValue(records, 'notes', lesson.id);
    return text ? [{ ...lesson, text }] : [];
  });
  if (written.length === 0) return <p className="text-soft">{meStrings[locale].noNotes}</p>;
  return (
    <ul className="grid grid-cols-1 gap-5">
      {written.map(({ id, stage, href, title, text }) => (
        <li key={id} data-stage={stage}>
          <SiteLink href={href} className="text-sm text-accent hover:underline">
            {title}
          </SiteLink>
          <p className="mt-1 max-h-48 max-w-(--measure) overflow-y-auto border-s-2 border-line ps-4 font-prose whitespace-pre-wrap">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
