/** `/roadmap.json`: the whole road as open data. Version 1; fields are only ever added. Documented in CONTRIBUTING.md. */
import { locales, type Text } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Site } from './site-types';

type Url = { readonly zh: string; readonly en: string };
const both = (route: (locale: 'zh' | 'en') => string): Url => ({ zh: route('zh'), en: route('en') });

export type OpenRoadmap = {
  readonly version: 1;
  readonly stages: readonly {
    readonly id: string;
    readonly title: Text;
    readonly months: readonly [number, number] | null;
    readonly modules: readonly { readonly id: string; readonly title: Text }[];
  }[];
  readonly lessons: readonly {
    readonly id: number;
    readonly slug: string;
    readonly stage: string;
    readonly module: string;
    readonly title: Text;
    readonly minutes: number;
    readonly prerequisites: readonly string[];
    readonly concepts: readonly string[];
    readonly labs: readonly string[];
    readonly exercise: boolean;
    readonly url: Url;
  }[];
  readonly concepts: readonly {
    readonly id: string;
    readonly name: Text;
    readonly group: string;
    readonly prerequisites: readonly string[];
    readonly lesson: string | null;
  }[];
  readonly labs: readonly {
    readonly id: string;
    readonly title: Text;
    readonly lesson: string | null;
    readonly url: Url;
  }[];
  readonly guides: readonly never[];
  readonly careers: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: Text;
    readonly summary: Text;
    readonly lessons: readonly string[];
  }[];
};

export function openRoadmap(site: Site): OpenRoadmap {
  return {
    version: 1,
    stages: site.stages.map(({ id, title, months, modules }) => ({ id, title, months, modules })),
    lessons: site.lessons.map((lesson) => ({
      id: lesson.id,
      slug: lesson.slug,
      stage: lesson.stage,
      module: lesson.module,
      title: lesson.title,
      minutes: lesson.minutes,
      prerequisites: lesson.prerequisites,
      concepts: lesson.concepts,
      labs: lesson.labs,
      exercise: lesson.exercise,
      url: both((locale) => routes.lesson(locale, lesson.stage, lesson.slug)),
    })),
    concepts: site.concepts.map(({ id, name, module, prerequisites, lesson }) => ({
      id,
      name,
      group: module,
      prerequisites,
      lesson,
    })),
    labs: site.labs.map(({ id, title, lesson }) => ({
      id,
      title,
      lesson,
      url: both((locale) => routes.lab(locale, id)),
    })),
    guides: [],
    careers: site.careers.map(({ lessons, ...career }) => ({ ...career, lessons: lessons.map(({ slug }) => slug) })),
  };
}

/** Every page of the site as routes, the same in both languages. */
export function allRoutes(site: Site): readonly string[] {
  return locales.flatMap((locale) => [
    routes.home(locale),
    ...site.stages.map(({ id }) => routes.stage(locale, id)),
    ...site.placements.map(({ stage }) => routes.placement(locale, stage)),
    ...site.lessons.map(({ stage, slug }) => routes.lesson(locale, stage, slug)),
    routes.map(locale),
    ...site.concepts.map(({ id }) => routes.concept(locale, id)),
    routes.labs(locale),
    ...site.labs.map(({ id }) => routes.lab(locale, id)),
    routes.paths(locale),
    routes.newPath(locale),
    routes.share(locale),
    routes.cohort(locale),
    routes.offline(locale),
    routes.me(locale),
    routes.handOver(locale),
    routes.stored(locale),
    routes.resources(locale),
  ]);
}
