/** A lesson in its seam: one click opens it. What is done is filled; where the learner stands has a ring. */

import { StatusMark } from '@/components/progress/status-mark';
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { strings } from './strings';

export function Stone({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  return (
    <li className="stone" style={{ flexGrow: lesson.minutes }}>
      <SiteLink href={routes.lesson(locale, lesson.stage, lesson.slug)}>
        <StatusMark id={lesson.id} locale={locale} />
        <span className="stone-title">{lesson.title[locale]}</span>
        <span className="stone-minutes">{strings[locale].minutes(lesson.minutes)}</span>
      </SiteLink>
    </li>
  );
}
