/** A lesson: outline of its stage, text, contents, where it stands on the map, and the way on. */
import type { MDXComponents } from 'mdx/types';
import type { ComponentType } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import { getSite } from '@/lib/content/load';
import type { Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { Contents } from './contents';
import { LessonFoot } from './lesson-foot';
import { LessonHead } from './lesson-head';
import { StageOutline } from './stage-outline';
import { strings } from './strings';
import { lessonVocabulary } from './vocabulary';

type Props = {
  readonly lesson: Lesson;
  readonly locale: Locale;
  readonly content: ComponentType<{ components: MDXComponents }>;
};

export function LessonPage({ lesson, locale, content: Content }: Props) {
  const site = getSite();
  const t = strings[locale];
  const stage = site.stages.find(({ id }) => id === lesson.stage);
  const module = stage?.modules.find(({ id }) => id === lesson.module);
  const headings = lesson.text[locale].headings.filter(({ depth }) => depth === 2);
  return (
    <div className="lesson" data-stage={lesson.stage}>
      <nav className="lesson-outline" aria-label={t.inThisStage}>
        <StageOutline site={site} lesson={lesson} locale={locale} />
      </nav>
      <main id="content" className="lesson-main">
        <p className="crumbs">
          <SiteLink className="quiet-link" href={routes.stage(locale, lesson.stage)}>
            {stage?.title[locale]}
          </SiteLink>
          <span>{module?.title[locale]}</span>
        </p>
        <article>
          <LessonHead site={site} lesson={lesson} locale={locale} />
          <details className="contents-small">
            <summary>{t.onThisPage}</summary>
            <Contents headings={headings} label={t.onThisPage} />
          </details>
          <div className="prose">
            <Content components={lessonVocabulary(lesson, locale)} />
          </div>
        </article>
        <LessonFoot site={site} lesson={lesson} locale={locale} />
      </main>
      <aside className="lesson-aside">
        <p className="lesson-aside-title">{t.onThisPage}</p>
        <Contents headings={headings} label={t.onThisPage} />
      </aside>
    </div>
  );
}

/** Lessons before and after in road order. */
export function neighbours(
  site: Site,
  lesson: Lesson,
): { readonly previous: Lesson | null; readonly next: Lesson | null } {
  const place = site.lessons.findIndex(({ id }) => id === lesson.id);
  return { previous: site.lessons[place - 1] ?? null, next: site.lessons[place + 1] ?? null };
}
