/**
 * The knowledge map's picture as a field of switches: what it says of a learner's state elsewhere it says here of the path.
 * It is drawn in the browser, for it is asked for by few.
 */
'use client';
import { type KeyboardEvent, type MouseEvent, memo, useEffect, useMemo, useRef } from 'react';
import { MapPicture } from '@/components/map/map-picture';
import { strings as mapStrings } from '@/components/map/strings';
import { nodeOf, usePicture } from '@/components/map/use-picture';
import type { Locale } from '@/lib/i18n/locale';
import { type Direction, neighbour, type Point } from '@/lib/map/neighbour';
import type { ConceptState } from '@/lib/progress/concept-state';
import type { ConceptChoice } from './concept-choices';
import type { ConceptField, FieldConcept } from './concept-field';
import type { EditorStrings } from './strings';

type Props = {
  readonly locale: Locale;
  readonly t: EditorStrings;
  readonly field: ConceptField;
  readonly stateOf: (concept: FieldConcept) => ConceptChoice;
  readonly onChoose: (concept: FieldConcept) => void;
};

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const none: readonly string[] = [];
const Picture = memo(MapPicture);

export function ConceptMap({ locale, t, field, stateOf, onChoose }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const states = new Map(
    field.concepts.map((concept): [string, ConceptState] => [
      concept.id,
      stateOf(concept) === 'in' ? 'known' : 'unknown',
    ]),
  );
  const items = useMemo(
    () =>
      field.concepts.map(({ id, name, module, stage, lesson, prerequisites }) => ({
        id,
        name: name[locale],
        alias: '',
        definition: '',
        module,
        stage,
        // Only whether there is one counts here.
        lesson: lesson === null ? null : 0,
        prerequisites,
      })),
    [field, locale],
  );
  const words = useMemo(() => {
    const { inPath, notInPath } = t.map;
    return {
      ...mapStrings[locale],
      state: { unknown: notInPath, ready: notInPath, learning: notInPath, known: inPath, skipped: notInPath },
    };
  }, [t, locale]);
  usePicture(root, { items, states, shown: null, chosen: null, path: none, next: none }, words);

  // The picture's links are switches here; one stop of the Tab key, arrows go on from there.
  useEffect(() => {
    const nodes = box.current?.querySelectorAll('a.map-node') ?? [];
    nodes.forEach((node, i) => {
      node.setAttribute('tabindex', i === 0 ? '0' : '-1');
      node.setAttribute('role', 'button');
      node.removeAttribute('href');
    });
  }, []);
  useEffect(() => {
    for (const concept of field.concepts) {
      const node = nodeOf(box.current, concept.id);
      const state = stateOf(concept);
      node?.setAttribute('aria-pressed', String(state === 'in'));
      if (state === 'none') node?.setAttribute('aria-disabled', 'true');
    }
  });

  const conceptAt = (target: EventTarget) => {
    const node = target instanceof Element ? target.closest('a.map-node') : null;
    return field.concepts.find(({ id }) => id === node?.id);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const concept = conceptAt(event.target);
    const direction = arrows[event.key];
    if (concept && direction && box.current) {
      const next = neighbour(pointsOf(box.current), concept.id, direction);
      const target = next ? nodeOf(box.current, next) : null;
      nodeOf(box.current, concept.id)?.setAttribute('tabindex', target ? '-1' : '0');
      target?.setAttribute('tabindex', '0');
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (concept && (event.key === ' ' || event.key === 'Enter')) onChoose(concept);
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    event.preventDefault();
    const concept = conceptAt(event.target);
    if (concept) onChoose(concept);
  };

  return (
    <div ref={root} className="map" data-view="map">
      <p id="concept-map-help" className="map-help pt-3">
        {t.map.help}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a region that scrolls, described by its help */}
      <div
        ref={box}
        className="map-box cursor-auto"
        role="group"
        aria-label={t.map.title}
        aria-describedby="concept-map-help"
        onKeyDown={press}
        onClick={click}
      >
        <Picture site={field} locale={locale} />
      </div>
    </div>
  );
}

function pointsOf(box: Element): Point[] {
  return [...box.querySelectorAll('a.map-node')].map((node) => {
    const [x = 0, y = 0] = (node.parentElement?.getAttribute('transform') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    return { id: node.id, x, y };
  });
}
