/** Where the learner stands with one concept, and how much of the way to it lies behind. */
'use client';
import { useMemo } from 'react';
import { useConceptStates } from '@/components/progress/use-concept-states';
import type { Locale } from '@/lib/i18n/locale';
import type { ConceptNode } from '@/lib/progress/concept-state';
import { StateMark } from './state-shapes';
import { strings } from './strings';

type Props = {
  readonly id: string;
  /** The concept and everything it rests on. */
  readonly way: readonly ConceptNode[];
  readonly locale: Locale;
};

export function ConceptStateLine({ id, way, locale }: Props) {
  const t = strings[locale];
  // The parent is drawn on the server: a new array would only come with a new page.
  const states = useConceptStates(useMemo(() => way, [way]));
  const state = states.get(id) ?? 'unknown';
  const before = way.filter((node) => node.id !== id);
  const behind = before.filter((node) => ['known', 'skipped'].includes(states.get(node.id) ?? '')).length;
  const written = way.some((node) => node.id === id && node.lesson !== null);
  return (
    <p className="concept-state" data-concept-state={state}>
      {written && (
        <>
          <StateMark name={state} />
          <span>{t.state[state]}</span>
        </>
      )}
      {behind > 0 && <span className="text-faint tabular-nums">{t.behind(behind, before.length)}</span>}
    </p>
  );
}
