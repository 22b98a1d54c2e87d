/**
 * Puts an order right by moving as few lessons as can be. Two lessons are at odds when the later one is needed by the earlier.
 * Lessons of which no two are at odds can all stay in their order, whatever the others do; being at odds is transitive, so the
 * largest such set is a largest antichain, found by a largest matching (Dilworth's and Kőnig's theorems).
 */
import { everythingBefore, type LessonGraph, livingIds } from './prerequisites';

/** The repaired order, and the lessons that moved. */
export function putInOrder(
  order: readonly number[],
  graph: LessonGraph,
): { readonly order: readonly number[]; readonly moved: readonly number[] } {
  const living = livingIds(order, graph);
  const before = living.map((id) => everythingBefore(id, graph));
  const indices = living.map((_, i) => i);
  const needs = indices.map((i) => indices.filter((j) => j !== i && before[i]?.has(living[j] ?? 0)));
  const isStaying = largestPeace(needs.map((list, i) => list.filter((j) => j > i)));
  const repaired = takeReady(needs, isStaying);
  const ids = (list: readonly number[]) => list.flatMap((i) => order[i] ?? []);
  return { order: ids(repaired), moved: ids(indices.filter((i) => !isStaying[i])) };
}

/** For each lesson, whether it is in a largest set of which no two are at odds. `odds[i]`: later lessons that `i` needs. */
function largestPeace(odds: readonly (readonly number[])[]): readonly boolean[] {
  const partner = new Map<number, number>();
  const matched = new Set<number>();
  const find = (i: number, tried: Set<number>): boolean =>
    (odds[i] ?? []).some((j) => {
      if (tried.has(j)) return false;
      tried.add(j);
      const other = partner.get(j);
      if (other !== undefined && !find(other, tried)) return false;
      partner.set(j, i);
      return true;
    });
  odds.forEach((_, i) => {
    if (find(i, new Set())) matched.add(i);
  });
  // Kőnig: reachable from the unmatched left sides by alternating steps. Cover = left not reached, right reached.
  const left = new Set(odds.map((_, i) => i).filter((i) => !matched.has(i)));
  const right = new Set<number>();
  for (const i of left) {
    for (const j of odds[i] ?? []) {
      right.add(j);
      const other = partner.get(j);
      if (other !== undefined) left.add(other);
    }
  }
  return odds.map((_, i) => left.has(i) && !right.has(i));
}

/** Those that stay follow each other; the rest go where the first chance is, the one that stood first before. */
function takeReady(needs: readonly (readonly number[])[], isStaying: readonly boolean[]): readonly number[] {
  const staying = needs.map((_, i) => i).filter((i) => isStaying[i]);
  const previous = new Map(staying.map((i, k) => [i, staying[k - 1]]));
  const left = new Set(needs.keys());
  const result: number[] = [];
  while (left.size > 0) {
    const isReady = (i: number) =>
      !needs[i]?.some((j) => left.has(j)) && !(previous.get(i) !== undefined && left.has(previous.get(i) ?? 0));
    const candidates = [...left];
    // A circle has no order; it keeps the one it has.
    const next = candidates.find(isReady) ?? candidates[0] ?? 0;
    left.delete(next);
    result.push(next);
  }
  return result;
}
