/** The lessons of a path in its order, with their state, the mentor's dates and notes. Lessons that are not here yet are counted. */
'use client';
import { progress } from '@/components/progress/progress-store';
import { StatusMark } from '@/components/progress/status-mark';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { readDay } from '@/lib/paths/civil-day';
import type { Lens } from '@/lib/paths/lens';
import { type OwnedPath, setAdopted } from '@/lib/paths/owned-paths';
import { hasDates } from '@/lib/paths/path-calendar';
import type { PathRoad } from '@/lib/paths/road';
import { formatCivilDay } from './format-civil-day';
import { strings } from './strings';
import { useToday } from './use-today';

type Props = {
  readonly owned: OwnedPath | undefined;
  readonly lens: Lens;
  readonly road: PathRoad;
  readonly locale: Locale;
};

export function PathLessons({ owned, lens, road, locale }: Props) {
  const t = strings[locale];
  const today = useToday();
  const known = new Map(road.lessons.map((lesson) => [lesson.id, lesson]));
  return (
    <>
      <div className="mt-8 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-1">
        <h3 className="font-semibold">{t.lessons}</h3>
        {owned && owned.path.start === undefined && hasDates(lens) && (
          <label className="inline-flex items-center gap-2 text-sm text-soft">
            {t.startOn}
            <input
              type="date"
              className="field"
              value={owned.adopted}
              onChange={({ target }) => target.value && setAdopted(progress, owned.path.id, target.value)}
            />
          </label>
        )}
      </div>
      {lens.lessons.length === 0 && <p className="mt-3 text-soft">{t.noneHere}</p>}
      <ol>
        {lens.lessons.map(({ id, place, due, note }) => {
          const lesson = known.get(id);
          const day = readDay(due);
          if (!lesson) return null;
          return (
            <li
              key={id}
              value={place}
              data-stage={lesson.stage}
              data-lesson={id}
              className="grid grid-cols-[2rem_1fr] border-line border-b py-2 tabular-nums"
            >
              <span className="border-accent border-l-2 py-1 pl-2 text-faint text-sm">{place}</span>
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-4">
                  <span className="flex min-w-0 flex-1 basis-56 items-start gap-2 py-0.5">
                    <span className="mt-1 leading-none">
                      <StatusMark id={id} locale={locale} />
                    </span>
                    <SiteLink href={lesson.href} className="hover:underline">
                      {lesson.title}
                    </SiteLink>
                  </span>
                  <span className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
                    {day !== undefined && today !== null && (
                      <span>
                        {t.due} <time dateTime={due}>{formatCivilDay(day, locale, today)}</time>
                      </span>
                    )}
                    <span>{t.minutes(lesson.minutes)}</span>
                  </span>
                </p>
                {note && (
                  <p className="mt-1 mb-1 whitespace-pre-line border-line border-l-2 pl-3 text-sm text-soft" dir="auto">
                    <span className="sr-only">{t.note}: </span>
                    {note}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {lens.unknown > 0 && <p className="mt-4 text-soft">{t.unknown(lens.unknown)}</p>}
    </>
  );
}
