/** The lessons of the stage beside the text, by module, with the learner's marks. */

import { StatusMark } from '@/components/progress/status-mark';
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';

type Props = { readonly site: Site; readonly lesson: Lesson; readonly locale: Locale };

export function StageOutline({ site, lesson, locale }: Props) {
  const stage = site.stages.find(({ id }) => id === lesson.stage);
  const modules = stage?.modules
    .map((module) => ({ module, lessons: site.lessons.filter((item) => item.module === module.id) }))
    .filter(({ lessons }) => lessons.length > 0);
  return (
    <>
      <p className="lesson-aside-title">{stage?.title[locale]}</p>
      {modules?.map(({ module, lessons }) => (
        <section key={module.id}>
          <h2>{module.title[locale]}</h2>
          <ul>
            {lessons.map((item) => (
              <li key={item.id}>
                <SiteLink
                  className="quiet-link"
                  href={routes.lesson(locale, item.stage, item.slug)}
                  aria-current={item.id === lesson.id ? 'page' : undefined}
                >
                  <StatusMark id={item.id} locale={locale} /> {item.title[locale]}
                </SiteLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
