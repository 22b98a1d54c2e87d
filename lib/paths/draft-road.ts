/** What the editor must know of the road, in one language: enough to choose, search, count and order. */
import type { Site } from '@/lib/content/site-types';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { matchConcept } from '@/lib/map/match';
import { type Aliases, resolveLesson } from '@/lib/progress/aliases';
import type { ShareLesson, ShareRoad, ShareStage } from '@/lib/share/road-view';
import type { LessonGraph } from './prerequisites';

export type DraftLessonInfo = ShareLesson & {
  readonly module: string;
  /** What it is searched by beside its title: other language, address, aliases, concepts. */
  readonly words: string;
  /** Ids of the lessons it builds on, those that are written. */
  readonly needs: readonly number[];
};
export type DraftStage = ShareStage & { readonly modules: readonly { readonly id: string; readonly title: string }[] };
export type DraftCareer = {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Those this site has; a path holds nothing that cannot be read yet. */
  readonly lessons: readonly number[];
  /** Those that are planned. */
  readonly planned: number;
};
export type DraftRoad = Pick<ShareRoad, 'aliases'> & {
  readonly stages: readonly DraftStage[];
  readonly lessons: readonly DraftLessonInfo[];
  readonly careers: readonly DraftCareer[];
};

export function draftRoad(site: Site, locale: Locale): DraftRoad {
  const idOf = new Map(site.lessons.map(({ slug, id }) => [slug, id]));
  const ids = new Set(idOf.values());
  const other = otherLocale(locale);
  return {
    stages: site.stages.map(({ id, title, modules }) => ({
      id,
      title: title[locale],
      modules: modules.map((module) => ({ id: module.id, title: module.title[locale] })),
    })),
    lessons: site.lessons.map((lesson) => {
      const { id, slug, stage, module, minutes, title, aliases, prerequisites } = lesson;
      const taught = site.concepts.filter((concept) => concept.lesson === slug);
      const names = taught.flatMap(({ name }) => [name.zh, name.en]);
      return {
        id,
        slug,
        stage,
        module,
        minutes,
        title: title[locale],
        words: [...new Set([title[other], slug.replaceAll('-', ' '), ...aliases.zh, ...aliases.en, ...names])].join(
          ' ',
        ),
        needs: prerequisites.flatMap((needed) => idOf.get(needed) ?? []),
      };
    }),
    careers: site.careers.map(({ id, name, summary, lessons }) => ({
      id,
      name: name[locale],
      summary: summary[locale],
      lessons: lessons.map((lesson) => lesson.id).filter((lesson) => ids.has(lesson)),
      planned: lessons.filter((lesson) => !ids.has(lesson.id)).length,
    })),
    aliases: site.aliases,
  };
}

export function graphOfRoad({ lessons, aliases }: DraftRoad): LessonGraph {
  return {
    road: lessons.map(({ id }) => id),
    needs: Object.fromEntries(lessons.map(({ id, needs }) => [id, needs])),
    aliases,
  };
}

export function minutesOfRoad({ lessons, aliases }: DraftRoad): Readonly<Record<number, number>> {
  const known = new Map(lessons.map(({ id, minutes }) => [id, minutes]));
  const retired = Object.keys(aliases).flatMap((id): [number, number][] => {
    const minutes = known.get(living(Number(id), aliases));
    return minutes === undefined ? [] : [[Number(id), minutes]];
  });
  return Object.fromEntries([...retired, ...known]);
}

/** The lesson an id stands for on this site; undefined for one it does not have. */
export function lessonOf({ lessons, aliases }: DraftRoad, id: number): DraftLessonInfo | undefined {
  const now = living(id, aliases);
  return lessons.find((lesson) => lesson.id === now);
}

/** Every word typed must stand in a lesson's title or in what it is searched by. */
export function searchLessons(lessons: readonly DraftLessonInfo[], query: string): readonly DraftLessonInfo[] {
  return lessons.filter(({ slug, title, words }) => matchConcept({ id: slug, name: title, alias: words }, query));
}

function living(id: number, aliases: Aliases): number {
  return resolveLesson(id, aliases)[0] ?? id;
}
