/** Choosing on the knowledge map: the map's own picture, or the same as a list. A concept brings the lesson that teaches it. */
'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { graphOfRoad } from '@/lib/paths/draft-road';
import { livingIds } from '@/lib/paths/prerequisites';
import { ConceptChoices } from './concept-choices';
import type { ConceptField, FieldConcept } from './concept-field';
import { ConceptMap } from './concept-map';
import type { Desk } from './desk';

export type MapDialogProps = {
  readonly desk: Desk;
  readonly field: ConceptField;
  readonly on: { readonly add: (lesson: number) => void; readonly remove: (lesson: number) => void };
  readonly onClose: () => void;
};

export function MapDialog({ desk, field, on, onClose }: MapDialogProps) {
  const { t, locale, road, draft } = desk;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [view, setView] = useState<'picture' | 'list'>(() =>
    matchMedia('(min-width: 48rem)').matches ? 'picture' : 'list',
  );
  const [message, setMessage] = useState('');
  useEffect(() => dialog.current?.showModal(), []);

  const bySlug = new Map(road.lessons.map((lesson) => [lesson.slug, lesson]));
  const inPath = new Set(
    livingIds(
      draft.lessons.map((lesson) => lesson.id),
      graphOfRoad(road),
    ),
  );
  const lessonOf = ({ lesson }: FieldConcept) => (lesson === null ? undefined : bySlug.get(lesson));
  const stateOf = (concept: FieldConcept) => {
    const lesson = lessonOf(concept);
    return lesson === undefined ? 'none' : inPath.has(lesson.id) ? 'in' : 'out';
  };
  function choose(concept: FieldConcept): void {
    const lesson = lessonOf(concept);
    const name = concept.name[locale];
    const isIn = lesson !== undefined && inPath.has(lesson.id);
    if (lesson) (isIn ? on.remove : on.add)(lesson.id);
    const words = isIn ? t.map.lessonRemoved : t.map.lessonAdded;
    setMessage(lesson ? words(name, lesson.title) : t.map.nothing(name));
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto h-[calc(100dvh-1.5rem)] w-[min(90rem,calc(100vw-1.5rem))] max-w-none overflow-hidden rounded-md border border-strong bg-paper p-0 text-ink backdrop:bg-sunken/80"
    >
      <div className="flex h-full flex-col">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b p-4">
          <h2 id={id} className="flex-1 basis-56 font-semibold text-xl">
            {t.map.title}
          </h2>
          <fieldset className="map-switch">
            <legend className="sr-only">{t.map.view}</legend>
            {(['picture', 'list'] as const).map((name) => (
              <label key={name}>
                <input
                  type="radio"
                  name={`${id}-view`}
                  className="sr-only"
                  checked={view === name}
                  onChange={() => setView(name)}
                />
                {t.map[name]}
              </label>
            ))}
          </fieldset>
          <button type="button" className="button button-primary" onClick={() => dialog.current?.close()}>
            {t.map.done}
          </button>
          <p className="basis-full text-sm text-soft">
            {t.map.lead}{' '}
            <span role="status" className="font-medium text-ink">
              {message}
            </span>
          </p>
        </div>
        <div className="min-h-0 flex-1 overflow-auto">
          {view === 'picture' ? (
            <ConceptMap t={t} locale={locale} field={field} stateOf={stateOf} onChoose={choose} />
          ) : (
            <ConceptChoices
              locale={locale}
              t={t}
              field={field}
              stateOf={stateOf}
              lessonTitle={(concept) => lessonOf(concept)?.title}
              onChoose={choose}
            />
          )}
        </div>
      </div>
    </dialog>
  );
}
