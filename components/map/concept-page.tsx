/** One concept: what it is, where it is taught and used, what it rests on, what it opens, its place on the map. */
import { SiteLink } from '@/components/ui/site-link';
import type { Concept, Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { graphOf, orderedPathTo, unlocks } from '@/lib/map/reach';
import { ConceptStateLine } from './concept-state';
import { LocalPicture } from './local-picture';
import { strings } from './strings';

type Props = { readonly site: Site; readonly concept: Concept; readonly locale: Locale };

export function ConceptPage({ site, concept, locale }: Props) {
  const t = strings[locale];
  const graph = graphOf(site.concepts);
  const path = orderedPathTo(graph, concept.id);
  const lessonId = new Map(site.lessons.map(({ slug, id }) => [slug, id]));
  const byId = new Map(site.concepts.map((item) => [item.id, item]));
  const conceptsOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const way = conceptsOf([...path, concept.id]).map(({ id, lesson, prerequisites }) => ({
    id,
    lesson: (lesson && lessonId.get(lesson)) || null,
    prerequisites: prerequisites.filter((below) => path.includes(below)),
  }));
  const module = site.conceptModules.find(({ id }) => id === concept.module);
  const taught = site.lessons.find(({ slug }) => slug === concept.lesson);
  const used = site.lessons.filter(({ slug, terms }) => slug !== concept.lesson && terms.includes(concept.id));
  const place = `${routes.map(locale)}#${concept.id}`;
  return (
    <main id="content" className="concept" data-stage={concept.stage}>
      <header className="concept-head">
        <p className="crumbs">
          <SiteLink className="quiet-link" href={routes.map(locale)}>
            {t.title}
          </SiteLink>
          <SiteLink className="quiet-link" href={`${routes.map(locale)}?module=${concept.module}`}>
            {module?.title[locale]}
          </SiteLink>
        </p>
        <h1>{concept.name[locale]}</h1>
        <p className="concept-definition">{concept.definition[locale]}</p>
        <ConceptStateLine id={concept.id} way={way} locale={locale} />
      </header>

      <section>
        <h2>{t.taughtIn}</h2>
        {taught ? (
          <p className="concept-lesson">
            <LessonLink lesson={taught} locale={locale} />
            <span>{taught.summary[locale]}</span>
          </p>
        ) : (
          <p className="text-soft">{t.unwritten}</p>
        )}
      </section>
      {used.length > 0 && (
        <section>
          <h2>{t.usedIn}</h2>
          <ul>
            {used.map((lesson) => (
              <li key={lesson.id}>
                <LessonLink lesson={lesson} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      )}

      <section>
        <h2>{t.around}</h2>
        <LocalPicture
          site={site}
          concepts={[concept.id]}
          here={module?.title[locale] ?? ''}
          label={t.localMapOf(concept.name[locale])}
          locale={locale}
        />
        <p className="concept-place">
          <SiteLink href={place}>{path.length > 1 ? t.wholePath(path.length) : t.onMap}</SiteLink>
        </p>
      </section>

      <div className="concept-ways">
        <section>
          <h2>{t.restsOn}</h2>
          <Neighbours concepts={conceptsOf(concept.prerequisites)} empty={t.startHere} locale={locale} />
        </section>
        <section>
          <h2>{t.unlocks}</h2>
          <Neighbours concepts={conceptsOf(unlocks(graph, concept.id))} empty={t.opensNothing} locale={locale} />
        </section>
      </div>
    </main>
  );
}

function LessonLink({ lesson, locale }: { readonly lesson: Lesson; readonly locale: Locale }) {
  return (
    <SiteLink href={routes.lesson(locale, lesson.stage, lesson.slug)} data-stage={lesson.stage}>
      {lesson.title[locale]}
    </SiteLink>
  );
}

type NeighboursProps = { readonly concepts: readonly Concept[]; readonly empty: string; readonly locale: Locale };

function Neighbours({ concepts, empty, locale }: NeighboursProps) {
  if (concepts.length === 0) return <p className="text-soft">{empty}</p>;
  return (
    <ul>
      {concepts.map((concept) => (
        <li key={concept.id} data-stage={concept.stage}>
          <SiteLink href={routes.concept(locale, concept.id)}>{concept.name[locale]}</SiteLink>
          <p>{concept.definition[locale]}</p>
        </li>
      ))}
    </ul>
  );
}
