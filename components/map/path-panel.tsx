/** The chosen concept in words: what it is, what it needs in order, where that is taught, what it opens. */
'use client';
import type { Ref } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { groupByLesson } from '@/lib/map/path-steps';
import type { ConceptState } from '@/lib/progress/concept-state';
import type { MapData, MapItem } from './map-data';
import { markOf, StateMark } from './state-shapes';
import { strings } from './strings';

type Props = {
  readonly ref: Ref<HTMLElement>;
  readonly data: MapData;
  readonly item: MapItem;
  readonly path: readonly string[];
  readonly next: readonly string[];
  readonly states: ReadonlyMap<string, ConceptState>;
  readonly locale: Locale;
  readonly onClose: () => void;
};

export function PathPanel({ ref, data, item, path, next, states, locale, onClose }: Props) {
  const t = strings[locale];
  const byId = new Map(data.items.map((concept) => [concept.id, concept]));
  const lessons = new Map(data.lessons.map((lesson) => [lesson.id, lesson]));
  const steps = groupByLesson(path.flatMap((id) => byId.get(id) ?? []));
  const lesson = item.lesson === null ? undefined : lessons.get(item.lesson);
  const state = states.get(item.id) ?? 'unknown';
  const behind = path.filter((id) => states.get(id) === 'known' || states.get(id) === 'skipped').length;
  return (
    <aside ref={ref} tabIndex={-1} className="map-panel" aria-label={t.pathTitle(item.name)} data-stage={item.stage}>
      <header>
        <p className="map-panel-kicker">{data.groups.find(({ id }) => id === item.module)?.title}</p>
        <button type="button" className="map-close" aria-label={t.close} onClick={onClose}>
          ×
        </button>
        <h2>{item.name}</h2>
        {lesson && (
          <p className="map-panel-state">
            <StateMark name={state} /> {t.state[state]}
          </p>
        )}
      </header>
      <p className="map-panel-text">{item.definition}</p>
      <p className="map-panel-links">
        <SiteLink href={routes.concept(locale, item.id)}>{t.open}</SiteLink>
        {lesson ? (
          <a href={lesson.href}>{t.toLesson(lesson.title)}</a>
        ) : (
          <span className="text-faint">{t.unwritten}</span>
        )}
      </p>
      <h3>{t.needs(path.length)}</h3>
      {behind > 0 && <p className="kicker tabular-nums">{t.behind(behind, path.length)}</p>}
      <ol className="map-steps">
        {steps.map(({ lesson: number, first, concepts }) => {
          const taught = number === null ? undefined : lessons.get(number);
          return (
            <li key={first} data-stage={concepts[0]?.stage}>
              {taught && (
                <a href={taught.href} className="map-step-lesson">
                  {t.toLesson(taught.title)}
                </a>
              )}
              <ol start={first}>
                {concepts.map((concept, index) => (
                  <ConceptLine key={concept.id} concept={concept} order={first + index} states={states} />
                ))}
              </ol>
            </li>
          );
        })}
      </ol>
      <h3>{next.length > 0 ? t.opens(next.length) : t.opensNothing}</h3>
      <ul className="map-next">
        {next.map((id) => {
          const concept = byId.get(id);
          return concept && <ConceptLine key={id} concept={concept} states={states} />;
        })}
      </ul>
    </aside>
  );
}

type LineProps = {
  readonly concept: MapItem;
  readonly order?: number;
  readonly states: ReadonlyMap<string, ConceptState>;
};

/** A link inside the map: choosing the other concept. */
function ConceptLine({ concept, order, states }: LineProps) {
  return (
    <li data-stage={concept.stage}>
      {order !== undefined && (
        <span className="map-order" aria-hidden="true">
          {order}
        </span>
      )}
      <a href={`#${concept.id}`}>{concept.name}</a>
      <StateMark name={markOf(states.get(concept.id), concept.lesson !== null)} />
    </li>
  );
}
