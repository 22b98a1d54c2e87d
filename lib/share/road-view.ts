/** Lesson numbers of a code, matched with the lessons this build knows, for the share screens. */
import type { StageId } from '@/lib/content/site-types';
import { pathDetail } from './lighten-path';
import type { SharedPath } from './path-code';

/** What the share screens know of a lesson: a few dozen bytes each, in one language. */
export type ShareLesson = {
  readonly id: number;
  readonly slug: string;
  readonly stage: StageId;
  readonly title: string;
  readonly minutes: number;
};
export type ShareStage = { readonly id: StageId; readonly title: string };

/** One of the roadmap's own paths. `id` is the one it has as a path. */
export type ShareCareer = {
  readonly id: string;
  readonly version: number;
  /** In the reader's language. */
  readonly name: string;
  /** In every language: a path keeps the title of the language it was added in. */
  readonly titles: readonly string[];
  readonly lessons: readonly number[];
};

export type ShareRoad = {
  readonly stages: readonly ShareStage[];
  readonly lessons: readonly ShareLesson[];
  readonly careers: readonly ShareCareer[];
  /** Retired lesson id → the one that took its place. */
  readonly aliases: Readonly<Record<string, number>>;
};

export type Matched<T> = T & { readonly lesson: ShareLesson };
export type MatchedStage<T> = ShareStage & { readonly items: readonly Matched<T>[] };

/** Pairs each item with its lesson, in the order given; counts those whose lesson this build does not have. */
export function matchLessons<T extends { readonly id: number }>(
  road: ShareRoad,
  items: readonly T[],
): { readonly known: readonly Matched<T>[]; readonly unknown: number } {
  const byId = new Map(road.lessons.map((lesson) => [lesson.id, lesson]));
  const known = items.flatMap((item) => {
    const lesson = byId.get(resolve(item.id, road.aliases));
    return lesson ? [{ ...item, lesson }] : [];
  });
  return { known, unknown: items.length - known.length };
}

/** The same items stage by stage, all stages in road order, those without any too. */
export function byStage<T>(road: ShareRoad, items: readonly Matched<T>[]): readonly MatchedStage<T>[] {
  return road.stages.map((stage) => ({ ...stage, items: items.filter((item) => item.lesson.stage === stage.id) }));
}

/** The lesson that a number stands for, if this build has it. */
export function findLesson(road: ShareRoad, id: number): ShareLesson | undefined {
  const living = resolve(id, road.aliases);
  return road.lessons.find((lesson) => lesson.id === living);
}

/**
 * The roadmap's own path whose number a path carries, and whether it is that path as the roadmap has it today: the number alone
 * proves nothing, for anybody can write it into a link.
 */
export function careerOf(
  road: ShareRoad,
  path: SharedPath,
): { readonly name: string; readonly isTrue: boolean } | undefined {
  const career = road.careers.find(({ id }) => id === path.id);
  if (!career) return undefined;
  const { notes, dates, mentor } = pathDetail(path);
  const isTrue =
    path.version === career.version &&
    !(notes || dates || mentor) &&
    career.titles.includes(path.title) &&
    path.lessons.map((lesson) => lesson.id).join() === career.lessons.join();
  return { name: career.name, isTrue };
}

/** Follows aliases to the end; a loop, which only a faulty table has, ends where it began to repeat. */
function resolve(id: number, aliases: ShareRoad['aliases']): number {
  const seen = new Set<number>();
  let at = id;
  for (let next = aliases[at]; next !== undefined && !seen.has(at); next = aliases[at]) {
    seen.add(at);
    at = next;
  }
  return at;
}
