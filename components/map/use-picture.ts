/** Puts states, the chosen path and the filter onto the server's picture, as attributes that map.css reads. */
'use client';
import { type RefObject, useEffect } from 'react';
import type { ConceptState } from '@/lib/progress/concept-state';
import type { MapItem } from './map-data';
import { markOf } from './state-shapes';
import type { MapStrings } from './strings';

export type Picture = {
  readonly items: readonly MapItem[];
  readonly states: ReadonlyMap<string, ConceptState>;
  /** What the filter and the search leave, or null when they leave all. */
  readonly shown: ReadonlySet<string> | null;
  readonly chosen: string | null;
  /** In order of learning. */
  readonly path: readonly string[];
  readonly next: readonly string[];
};

export function usePicture(host: RefObject<HTMLElement | null>, picture: Picture, t: MapStrings): void {
  const { items, states, shown, chosen, path, next } = picture;
  useEffect(() => {
    for (const { id, name, lesson } of items) {
      const node = nodeOf(host.current, id);
      const state = states.get(id) ?? 'unknown';
      node?.setAttribute('data-state', state);
      node?.setAttribute('aria-label', lesson === null ? name : `${name}. ${t.state[state]}`);
      node?.querySelector('use')?.setAttribute('href', `#map-mark-${markOf(state, lesson !== null)}`);
    }
  }, [host, items, states, t]);

  useEffect(() => {
    const svg = host.current?.querySelector('svg.map-picture');
    svg?.toggleAttribute('data-chosen', chosen !== null);
    svg?.toggleAttribute('data-filtered', shown !== null);
    const steps = new Map(path.map((id, index) => [id, index + 1]));
    const after = new Set(next);
    const roleOf = (id: string) => (id === chosen ? 'self' : steps.has(id) ? 'path' : after.has(id) ? 'next' : null);
    for (const { id } of items) {
      const node = nodeOf(host.current, id);
      if (!node) continue;
      put(node, 'data-on', roleOf(id));
      put(node, 'data-out', shown && !shown.has(id) ? '' : null);
      const step = node.querySelector('.map-step');
      if (step) step.textContent = steps.has(id) ? String(steps.get(id)) : '';
    }
    for (const line of svg?.querySelectorAll('[data-line]') ?? []) {
      const [from = '', to = ''] = (line.getAttribute('data-line') ?? '').split(' ');
      const leadsHere = (to === chosen || steps.has(to)) && steps.has(from);
      put(line, 'data-on', leadsHere ? 'path' : from === chosen ? 'next' : null);
      put(line, 'data-out', shown && !(shown.has(from) && shown.has(to)) ? '' : null);
    }
  }, [host, items, shown, chosen, path, next]);
}

export function nodeOf(host: Element | null, id: string): SVGAElement | null {
  return host?.querySelector<SVGAElement>(`a.map-node[id="${id}"]`) ?? null;
}

function put(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
