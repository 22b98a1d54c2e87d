/**
 * How the map colours a concept. It follows from what the learner says about lessons (a statement, not evidence of mastery):
 * known when the lesson that teaches it is done, and ready when everything it builds on is known or was skipped.
 */
import type { Records } from './records';
import { lessonStatus } from './selectors';

export type ConceptState = 'unknown' | 'ready' | 'learning' | 'known' | 'skipped';

/** `lesson`: id of the lesson that teaches it, null while that lesson is not written. */
export type ConceptNode = {
  readonly id: string;
  readonly lesson: number | null;
  readonly prerequisites: readonly string[];
};

const byStatus = { todo: 'unknown', doing: 'learning', done: 'known', skipped: 'skipped' } as const;

export function conceptStates(records: Records, concepts: readonly ConceptNode[]): ReadonlyMap<string, ConceptState> {
  const taught = new Map<string, ConceptState>(
    concepts.map(({ id, lesson }) => [id, lesson === null ? 'unknown' : byStatus[lessonStatus(records, lesson)]]),
  );
  const isBehind = (id: string) => taught.get(id) === 'known' || taught.get(id) === 'skipped';
  return new Map(
    concepts.map(({ id, lesson, prerequisites }) => {
      const state = taught.get(id) ?? 'unknown';
      const isReady = state === 'unknown' && lesson !== null && prerequisites.every(isBehind);
      return [id, isReady ? 'ready' : state];
    }),
  );
}

export function conceptState(records: Records, concepts: readonly ConceptNode[], id: string): ConceptState {
  return conceptStates(records, concepts).get(id) ?? 'unknown';
}
