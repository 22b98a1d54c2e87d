/** Where lessons go that are chosen from the list or the map, as the step that puts them there. */
import type { DraftAction } from './draft-actions';
import { type LessonGraph, roadPlace } from './prerequisites';

/** At the end, where the road has them, or after a lesson of the path, by its id. */
export type PlaceChoice = 'end' | 'road' | number;

export function placeOf(
  choice: PlaceChoice,
  order: readonly number[],
  ids: readonly number[],
  graph: LessonGraph,
): Extract<DraftAction, { do: 'add' | 'arrange' }> {
  if (choice === 'end') return { do: 'add', ids };
  if (choice !== 'road') {
    const after = order.indexOf(choice);
    return after < 0 ? { do: 'add', ids } : { do: 'add', ids, at: after + 1 };
  }
  return {
    do: 'arrange',
    ids: ids.reduce((path, id) => path.toSpliced(roadPlace(path, id, graph), 0, id), [...order]),
  };
}
