/** After the last line: mark it, note something, go on. */

import { NextInPath } from '@/components/paths/next-in-path';
import { StatusControl } from '@/components/progress/status-control';
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { LateNote } from './late-note';
import { LessonConcepts } from './lesson-concepts';
import { neighbours } from './lesson-page';
import { strings } from './strings';

type Props = { readonly site: Site; readonly lesson: Lesson; readonly locale: Locale };

export function LessonFoot({ site, lesson, locale }: Props) {
  const t = strings[locale];
  const { previous, next } = neighbours(site, lesson);
  const milestone = next?.stage !== lesson.stage && site.milestones.find(({ stage }) => stage === lesson.stage);
  return (
    <footer className="lesson-foot">
      <StatusControl id={lesson.id} locale={locale} />
      <LateNote id={lesson.id} locale={locale} label={t.myNote} />
      <LessonConcepts site={site} lesson={lesson} locale={locale} />
      <nav className="lesson-way" aria-label={`${t.previous} / ${t.next}`}>
        {previous && (
          <SiteLink href={routes.lesson(locale, previous.stage, previous.slug)} data-stage={previous.stage} rel="prev">
            <span className="kicker">← {t.previous}</span>
            <span>{previous.title[locale]}</span>
          </SiteLink>
        )}
        {milestone && (
          <SiteLink href={`${routes.stage(locale, lesson.stage)}#milestone`} className="lesson-next">
            <span className="kicker">{t.closesStage} →</span>
            <span>{milestone.title[locale]}</span>
          </SiteLink>
        )}
        {next && (
          <SiteLink
            href={routes.lesson(locale, next.stage, next.slug)}
            data-stage={next.stage}
            rel="next"
            className="lesson-next"
          >
            <span className="kicker">{t.next} →</span>
            <span>{next.title[locale]}</span>
          </SiteLink>
        )}
        <NextInPath lesson={lesson.id} locale={locale} />
      </nav>
    </footer>
  );
}
