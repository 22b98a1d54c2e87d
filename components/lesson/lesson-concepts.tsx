/** The lesson's place on the knowledge map: what its concepts rest on, they themselves, and what rests on them. */
import { SiteLink } from '@/components/ui/site-link';
import type { Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { surroundings } from '@/lib/map/local-layout';
import { graphOf } from '@/lib/map/reach';
import { strings } from './strings';

type Props = { readonly site: Site; readonly lesson: Lesson; readonly locale: Locale };

export function LessonConcepts({ site, lesson, locale }: Props) {
  const t = strings[locale];
  const around = surroundings(graphOf(site.concepts), lesson.concepts);
  const concepts = new Map(site.concepts.map((concept) => [concept.id, concept]));
  const columns = [
    { id: 'before', title: t.restsOn, ids: around.before },
    { id: 'here', title: t.thisLesson, ids: around.here },
    { id: 'after', title: t.unlocks, ids: around.after },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <nav className="concepts-around" aria-labelledby="concepts-around">
      <h2 id="concepts-around">
        <SiteLink href={`${routes.map(locale)}#${lesson.concepts[0]}`}>{t.onTheMap}</SiteLink>
      </h2>
      <div>
        {columns.map(({ id, title, ids }) => (
          <section key={id} data-place={id}>
            <h3>{title}</h3>
            <ul>
              {ids.map((concept) => (
                <li key={concept}>
                  <SiteLink href={routes.concept(locale, concept)}>{concepts.get(concept)?.name[locale]}</SiteLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
