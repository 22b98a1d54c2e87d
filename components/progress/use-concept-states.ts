/** How the learner stands to the concepts of the map. Apart from the other hooks: only the map and concept pages load it. */
'use client';
import { useMemo } from 'react';
import { type ConceptNode, type ConceptState, conceptStates } from '@/lib/progress/concept-state';
import { useLessonRecords } from './use-progress';

/** State of every concept of the map. Pass the same array each time. */
export function useConceptStates(concepts: readonly ConceptNode[]): ReadonlyMap<string, ConceptState> {
  const records = useLessonRecords();
  return useMemo(() => conceptStates(records, concepts), [records, concepts]);
}
