/** Title, what it takes, what one can do afterwards, and what to know before. */
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { strings } from './strings';

type Props = { readonly site: Site; readonly lesson: Lesson; readonly locale: Locale };

export function LessonHead({ site, lesson, locale }: Props) {
  const t = strings[locale];
  const needs = prerequisiteLinks(site, lesson, locale);
  return (
    <header className="lesson-head">
      <h1>{lesson.title[locale]}</h1>
      <p className="lesson-summary">{lesson.summary[locale]}</p>
      <p className="kicker tabular-nums">{t.minutesLong(lesson.minutes)}</p>
      <div className="lesson-terms">
        <section>
          <h2>{t.able}</h2>
          <ul>
            {lesson.text[locale].outcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </section>
        {needs.length > 0 && (
          <section>
            <h2>{t.need}</h2>
            <ul>
              {needs.map(({ href, text }) => (
                <li key={href}>
                  <SiteLink href={href}>{text}</SiteLink>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </header>
  );
}

/** Lessons that exist, and for those that do not yet the concepts they will teach: never a link to nothing. */
export function prerequisiteLinks(
  site: Site,
  lesson: Lesson,
  locale: Locale,
): readonly { href: string; text: string }[] {
  return lesson.prerequisites.flatMap((slug) => {
    const written = site.lessons.find((other) => other.slug === slug);
    if (written) return [{ href: routes.lesson(locale, written.stage, slug), text: written.title[locale] }];
    return site.concepts
      .filter((concept) => concept.plannedLesson === slug)
      .slice(0, 2)
      .map((concept) => ({ href: routes.concept(locale, concept.id), text: concept.name[locale] }));
  });
}
