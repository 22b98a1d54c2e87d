/**
 * What an order of lessons asks of its learners before it has taught it. Only lessons that exist are prerequisites here: one
 * that is not written yet cannot be put into a path, so nobody is warned of it.
 */
import { type Aliases, resolveLesson } from '@/lib/progress/aliases';

export type LessonGraph = {
  /** Ids of the lessons that exist, in road order. */
  readonly road: readonly number[];
  /** Lesson → the lessons it builds on directly. */
  readonly needs: Readonly<Record<number, readonly number[]>>;
  readonly aliases: Aliases;
};

export type OrderWarning = {
  readonly id: number;
  /** The lesson it builds on. */
  readonly needs: number;
  /** Place from 0 where that comes, too late; null where it is not in the path at all. */
  readonly at: number | null;
};

export function orderWarnings(order: readonly number[], graph: LessonGraph): readonly OrderWarning[] {
  const living = livingIds(order, graph);
  const places = placesOf(living);
  return living.flatMap((id, i) =>
    needsOf(id, graph).flatMap((needs): OrderWarning[] => {
      const at = places.get(needs) ?? null;
      return at !== null && at < i ? [] : [{ id: order[i] ?? id, needs, at }];
    }),
  );
}

/** Lessons the order needs, directly or not, and does not have; in road order. */
export function missingLessons(order: readonly number[], graph: LessonGraph): readonly number[] {
  const living = livingIds(order, graph);
  const needed = new Set(living.flatMap((id) => [...everythingBefore(id, graph)]));
  return graph.road.filter((id) => needed.has(id) && !living.includes(id));
}

/**
 * The order with what is missing put in, each before all that builds on it, after what it builds on itself, and there as the
 * road has it. The lessons chosen already keep their order.
 */
export function addMissing(order: readonly number[], graph: LessonGraph): readonly number[] {
  const result = [...order];
  for (const id of missingLessons(order, graph)) {
    const living = livingIds(result, graph);
    const before = everythingBefore(id, graph);
    const last = living.findIndex((other) => everythingBefore(other, graph).has(id));
    const first = Math.min(last, living.findLastIndex((other) => before.has(other)) + 1);
    result.splice(first + roadPlace(living.slice(first, last), id, graph), 0, id);
  }
  return result;
}

/** Where the road puts a lesson among others: before the first one that comes later on it, else at their end. */
export function roadPlace(order: readonly number[], id: number, graph: LessonGraph): number {
  const rank = new Map(graph.road.map((each, i) => [each, i]));
  const own = rank.get(id) ?? graph.road.length;
  const at = livingIds(order, graph).findIndex((other) => (rank.get(other) ?? -1) > own);
  return at < 0 ? order.length : at;
}

/** Everything a lesson builds on, directly or not. A circle, which the content checks forbid, ends where it began. */
export function everythingBefore(id: number, graph: LessonGraph): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...needsOf(id, graph)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id || found.has(next)) continue;
    found.add(next);
    open.push(...needsOf(next, graph));
  }
  return found;
}

/** The ids by which the road knows the lessons today. */
export function livingIds(order: readonly number[], { aliases }: LessonGraph): readonly number[] {
  return order.map((id) => resolveLesson(id, aliases)[0] ?? id);
}

function needsOf(id: number, { needs }: LessonGraph): readonly number[] {
  return Object.hasOwn(needs, id) ? (needs[id] ?? []) : [];
}

function placesOf(order: readonly number[]): ReadonlyMap<number, number> {
  // From the end, so that of two that are one lesson by now the first counts.
  return new Map(order.map((id, i) => [id, i] as const).toReversed());
}
