/** What a mentor can do to the cohort. Each is one write, seen by other tabs, and can be taken back. */
import type { JsonObject, Records } from '@/lib/progress/records';
import type { Change } from '@/lib/progress/store';
import { type CohortStore, type Learner, readCohort, resolveLearner } from './cohort';
import { cleanName, isName } from './person';
import { additionChanges, type Planned } from './plan-additions';

/** False when nothing could be added. */
export function addSnapshots(store: CohortStore, planned: readonly Planned[]): boolean {
  const count = planned.filter(({ verdict }) => verdict === 'new' || verdict === 'newer' || verdict === 'older');
  return store.write((current) => additionChanges(current, planned), { act: 'add', count: count.length });
}

/** An empty name goes back to the one in the snapshot. */
export function renameLearner(store: CohortStore, learner: Learner, name: string): void {
  const clean = cleanName(name);
  if (clean === learner.name) return;
  store.write(() => [{ collection: 'learners', key: learner.key, value: isName(clean) ? { name: clean } : {} }], {
    act: 'rename',
    name: learner.name,
  });
}

/** Two rows that are one person: the snapshots of the first count for the second from now on. */
export function joinLearners(store: CohortStore, from: Learner, into: Learner): void {
  if (from.key === into.key) return;
  store.write(() => [{ collection: 'learners', key: from.key, value: { into: into.key } }], {
    act: 'join',
    name: from.name,
    into: into.name,
  });
}

export function deleteLearner(store: CohortStore, learner: Learner): void {
  store.write((current) => deletions(current, (key) => key === learner.key), { act: 'delete', name: learner.name });
}

/** One snapshot out of a learner's history, such as one dated in the future by a wrong clock. */
export function forgetSnapshot(store: CohortStore, learner: Learner, key: string): void {
  store.write(() => [{ collection: 'snapshots', key, value: null }], { act: 'forget', name: learner.name });
}

export function clearCohort(store: CohortStore): void {
  const count = readCohort(store.getState().records).length;
  store.write((current) => deletions(current, () => true), { act: 'clear', count });
}

/** Everything of the learners chosen, with the rows that were joined to them. */
function deletions(current: Records, isChosen: (learner: string) => boolean): readonly Change[] {
  const doomed = (collection: 'learners' | 'snapshots', keyOf: (key: string) => string): readonly Change[] =>
    Object.entries(current[collection] ?? {})
      .filter(([key, { v }]) => v !== null && isChosen(resolveLearner(current, keyOf(key))))
      .map(([key]) => ({ collection, key, value: null }));
  return [...doomed('snapshots', (key) => key.slice(0, key.indexOf('/'))), ...doomed('learners', (key) => key)];
}

export function saveView(store: CohortStore, view: JsonObject): void {
  store.write(() => [{ collection: 'prefs', key: 'view', value: view }]);
}
