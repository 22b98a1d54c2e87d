/** What one does with a path one has: follow it, go to its next lesson, see all of one's paths. */
'use client';
import { progress } from '@/components/progress/progress-store';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { activePath, chooseActive } from '@/lib/paths/owned-paths';
import type { Records } from '@/lib/progress/records';
import { continueLesson, lessonStatus } from '@/lib/progress/selectors';
import type { ShareLesson } from '@/lib/share/road-view';
import { addStrings } from './add-strings';

type Props = {
  readonly locale: Locale;
  /** The path of the learner that is meant; undefined when it is another than the one on show. */
  readonly id: string | undefined;
  /** In the path's order. */
  readonly lessons: readonly ShareLesson[];
  readonly records: Records;
};

export function NextSteps({ locale, id, lessons, records }: Props) {
  const t = addStrings[locale];
  const ids = lessons.map((lesson) => lesson.id);
  const nextId = continueLesson(records, ids);
  const next = lessons.find((lesson) => lesson.id === nextId);
  const isFresh = ids.every((lesson) => lessonStatus(records, lesson) === 'todo');
  const isActive = id !== undefined && activePath(records)?.path.id === id;
  return (
    <>
      <p role="status" className="text-sm text-soft empty:hidden">
        {isActive && t.active}
      </p>
      <div className="flex flex-wrap gap-3">
        {id !== undefined && !isActive && (
          <button type="button" className="button button-primary" onClick={() => chooseActive(progress, id)}>
            {t.activate}
          </button>
        )}
        {id !== undefined && next && (
          <SiteLink
            className={isActive ? 'button button-primary' : 'button'}
            href={routes.lesson(locale, next.stage, next.slug)}
          >
            {isFresh ? t.firstLesson : t.goOn(next.title)}
          </SiteLink>
        )}
        <SiteLink className="button" href={routes.paths(locale)}>
          {t.myPaths}
        </SiteLink>
      </div>
    </>
  );
}
