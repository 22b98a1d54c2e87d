/** The map as a list to choose from: modules, their concepts, and the lesson that each one brings. */
'use client';
import { useId, useState } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { matchConcept } from '@/lib/map/match';
import type { ConceptField, FieldConcept } from './concept-field';
import type { EditorStrings } from './strings';

export type ConceptChoice = 'in' | 'out' | 'none';

type Props = {
  readonly locale: Locale;
  readonly t: EditorStrings;
  readonly field: ConceptField;
  readonly stateOf: (concept: FieldConcept) => ConceptChoice;
  readonly lessonTitle: (concept: FieldConcept) => string | undefined;
  readonly onChoose: (concept: FieldConcept) => void;
};

export function ConceptChoices({ locale, t, field, stateOf, lessonTitle, onChoose }: Props) {
  const id = useId();
  const [query, setQuery] = useState('');
  const taught = field.concepts.filter((concept) => stateOf(concept) !== 'none');
  const found = taught.filter(({ id: key, name }) => matchConcept({ id: key, name: name.zh, alias: name.en }, query));
  return (
    <div className="mx-auto max-w-3xl p-4">
      <label className="grid gap-1 text-sm">
        {t.map.search}
        <input
          type="search"
          className="field w-full"
          value={query}
          placeholder={t.pick.searchHint}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <p role="status" className="mt-2 text-sm text-soft empty:hidden">
        {found.length === 0 && t.map.noConcept}
      </p>
      {field.conceptModules.map((module) => {
        const concepts = found.filter((concept) => concept.module === module.id);
        if (concepts.length === 0) return null;
        return (
          <section key={module.id} aria-labelledby={`${id}-${module.id}`} className="mt-5">
            <h3 id={`${id}-${module.id}`} className="border-line border-b pb-1 font-medium">
              {module.title[locale]}
            </h3>
            <ul>
              {concepts.map((concept) => {
                return (
                  <li key={concept.id} data-stage={concept.stage}>
                    <label className="flex min-h-11 items-center gap-3 py-1">
                      <input
                        type="checkbox"
                        className="shrink-0"
                        checked={stateOf(concept) === 'in'}
                        onChange={() => onChoose(concept)}
                      />
                      <span className="min-w-0 flex-1">
                        {concept.name[locale]}
                        <span className="block text-faint text-sm">{lessonTitle(concept)}</span>
                      </span>
                    </label>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {taught.length < field.concepts.length && (
        <p className="mt-5 text-faint text-sm">{t.map.untaught(field.concepts.length - taught.length)}</p>
      )}
    </div>
  );
}
