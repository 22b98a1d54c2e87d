/** The island around the server's picture: what is searched, filtered, chosen; the list and the path follow from it. */
'use client';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useConceptStates } from '@/components/progress/use-concept-states';
import type { Locale } from '@/lib/i18n/locale';
import { findConcepts } from '@/lib/map/match';
import { graphOf, orderedPathTo, unlocks } from '@/lib/map/reach';
import { ConceptList } from './concept-list';
import { MapCanvas } from './map-canvas';
import type { MapData } from './map-data';
import { MapKey } from './map-key';
import { MapTools } from './map-tools';
import { PathPanel } from './path-panel';
import { strings } from './strings';
import { useMapChoice } from './use-map-choice';
import { nodeOf, usePicture } from './use-picture';

type Props = {
  readonly data: MapData;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly locale: Locale;
  /** The picture. */
  readonly children: ReactNode;
};

export function KnowledgeMap({ data, stages, locale, children }: Props) {
  const t = strings[locale];
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [choice, change] = useMapChoice(data);
  const [query, setQuery] = useState('');
  const states = useConceptStates(data.items);
  const graph = useMemo(() => graphOf(data.items), [data]);

  const found = useMemo(
    () =>
      findConcepts(data.items, query).filter(
        ({ module }) => choice.modules.length === 0 || choice.modules.includes(module),
      ),
    [data, query, choice.modules],
  );
  const shown = useMemo(
    () => (found.length === data.items.length ? null : new Set(found.map(({ id }) => id))),
    [found, data],
  );
  const chosen = choice.concept;
  const path = useMemo(() => (chosen ? orderedPathTo(graph, chosen) : none), [graph, chosen]);
  const next = useMemo(() => (chosen ? unlocks(graph, chosen) : none), [graph, chosen]);
  usePicture(root, { items: data.items, states, shown, chosen, path, next }, t);

  const choose = (concept: string | null) => change({ concept });
  /** What is found must be seen, so a path steps back when a search begins. */
  const search = (text: string) => {
    setQuery(text);
    if (chosen) choose(null);
  };
  /** Shows where a concept stands, in whichever of the two views is open. */
  const goTo = (id: string) => {
    choose(id);
    const place = placeOf(root.current, id);
    place?.focus({ preventScroll: true });
    reveal(place);
  };
  /** Goes on to the words about a concept. */
  const read = (id: string) => {
    flushSync(() => choose(id));
    panel.current?.focus({ preventScroll: true });
  };
  const close = () => {
    if (panel.current?.contains(document.activeElement) && chosen) goTo(chosen);
    choose(null);
  };

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && chosen) close();
  });
  /** A link to a concept inside the page leads to its words; its place comes into view beside them. */
  const follow = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute('href')?.slice(1);
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    read(id);
    reveal(nodeOf(root.current, id));
  });
  useEffect(() => {
    const stop = new AbortController();
    root.current?.addEventListener('keydown', (event) => press(event), { signal: stop.signal });
    root.current?.addEventListener('click', (event) => follow(event), { signal: stop.signal });
    return () => stop.abort();
  }, []);

  // An address with a concept in it: show the place once it is known which view is open.
  const start = useRef('');
  useEffect(() => {
    start.current = location.hash;
  }, []);
  useEffect(() => {
    if (!chosen || start.current !== `#${chosen}`) return;
    start.current = '';
    reveal(placeOf(root.current, chosen));
  }, [chosen]);
  // A filter that leaves one module: bring it into view.
  const [only] = choice.modules.length === 1 ? choice.modules : [];
  useEffect(() => {
    if (only)
      root.current
        ?.querySelector(`[data-band="${only}"] .map-node`)
        ?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [only]);

  const current = chosen ? data.items.find(({ id }) => id === chosen) : undefined;
  return (
    <div ref={root} className="map" data-view={choice.view ?? 'auto'} data-open={current ? '' : undefined}>
      <MapTools
        data={data}
        query={query}
        found={found}
        choice={choice}
        t={t}
        on={{ search, change, first: () => found[0] && goTo(found[0].id) }}
      />
      <MapKey stages={stages} states={states} t={t} />
      <p role="status" className="sr-only">
        {current ? t.chosen(current.name, path.length) : ''}
      </p>
      <div className="map-body">
        {current && (
          <PathPanel
            key={current.id}
            ref={panel}
            data={data}
            item={current}
            path={path}
            next={next}
            states={states}
            locale={locale}
            onClose={close}
          />
        )}
        <div className="map-views">
          <MapCanvas chosen={chosen} onChoose={choose} onRead={read} t={t}>
            {children}
          </MapCanvas>
          <ConceptList data={data} shown={shown} chosen={chosen} path={path} states={states} locale={locale} />
        </div>
      </div>
    </div>
  );
}

const none: readonly string[] = [];

/** Where a concept stands in the view that is open. */
function placeOf(root: Element | null, id: string): HTMLElement | SVGElement | null {
  const row = root?.querySelector<HTMLElement>(`#list-${id} a`);
  return row?.checkVisibility?.() ? row : nodeOf(root, id);
}

function reveal(place: Element | null): void {
  place?.scrollIntoView({ block: 'center', inline: 'center' });
}
