/** The same as the map, to read: modules, and in each its concepts in the order in which to learn them. */
'use client';
import { SiteLink } from '@/components/ui/site-link';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { ConceptState } from '@/lib/progress/concept-state';
import type { MapData, MapItem } from './map-data';
import { markOf, StateMark } from './state-shapes';
import { strings } from './strings';

type Props = {
  readonly data: MapData;
  readonly shown: ReadonlySet<string> | null;
  readonly chosen: string | null;
  readonly path: readonly string[];
  readonly states: ReadonlyMap<string, ConceptState>;
  readonly locale: Locale;
};

export function ConceptList({ data, shown, chosen, path, states, locale }: Props) {
  const t = strings[locale];
  const groups = data.groups
    .map((group) => ({
      ...group,
      items: data.items.filter(({ id, module }) => module === group.id && (!shown || shown.has(id))),
    }))
    .filter(({ items }) => items.length > 0);
  const place = (id: string) => (id === chosen ? 'self' : path.includes(id) ? 'path' : undefined);
  return (
    <div className="map-list">
      {groups.map(({ id, title, named, items }) => (
        <section key={id} data-named={named}>
          <h2>
            {title} <span className="map-list-count">{t.concepts(items.length)}</span>
          </h2>
          <ol>
            {items.map((item) => (
              <Row key={item.id} item={item} state={states.get(item.id)} on={place(item.id)} locale={locale} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

type RowProps = {
  readonly item: MapItem;
  readonly state: ConceptState | undefined;
  readonly on: 'self' | 'path' | undefined;
  readonly locale: Locale;
};

function Row({ item, state = 'unknown', on, locale }: RowProps) {
  const t = strings[locale];
  return (
    <li id={`list-${item.id}`} data-stage={item.stage} data-on={on} className="map-row">
      <StateMark name={markOf(state, item.lesson !== null)} />
      <div>
        <SiteLink href={routes.concept(locale, item.id)} className="map-row-name">
          {item.name}
        </SiteLink>
        {item.lesson !== null && <span className="sr-only"> ({t.state[state]})</span>}
        <p>{item.definition}</p>
      </div>
      <a href={`#${item.id}`} className="map-row-path" aria-label={t.pathTo(item.name)}>
        {t.path}
      </a>
    </li>
  );
}
