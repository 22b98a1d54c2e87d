/** What screens about paths know of the road, in one language: a few dozen bytes a lesson. */
import type { Career, Site, StageId } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { Aliases } from '@/lib/progress/aliases';
import type { SharedPath } from '@/lib/share/path-code';

export type RoadLesson = {
  readonly id: number;
  readonly stage: StageId;
  readonly href: string;
  readonly title: string;
  readonly minutes: number;
};

export type PathRoad = {
  /** In road order. */
  readonly lessons: readonly RoadLesson[];
  readonly aliases: Aliases;
  /** Titles of the paths that come with the site, by their ids: the stored title is in the language of that day. */
  readonly names: Readonly<Record<string, string>>;
};

/** One of the long paths in one language, and as a path to adopt. */
export type CareerOffer = { readonly summary: string; readonly path: SharedPath };

type Written = Pick<Site, 'lessons' | 'aliases' | 'careers'>;

export function pathRoad({ lessons, aliases, careers }: Written, locale: Locale): PathRoad {
  return {
    lessons: lessons.map(({ id, stage, slug, title, minutes }) => ({
      id,
      stage,
      href: routes.lesson(locale, stage, slug),
      title: title[locale],
      minutes,
    })),
    aliases,
    names: Object.fromEntries(careers.map((career) => [careerPathId(career), career.name[locale]])),
  };
}

/** Holds every lesson of the list: one that is not written yet is there when it is. */
export function careerOffers({ careers }: Written, locale: Locale): readonly CareerOffer[] {
  return careers.map((career) => ({
    summary: career.summary[locale],
    path: {
      id: careerPathId(career),
      version: career.version,
      title: career.name[locale],
      lessons: career.lessons.map(({ id }) => ({ id })),
    },
  }));
}

export const careerPathId = ({ id }: Career) => `career-${id}`;

/** In the reader's language where the site knows the path; else as it was written. May be empty. */
export function pathTitle({ id, title, mentor }: SharedPath, names: PathRoad['names']): string {
  const own = mentor === undefined && Object.hasOwn(names, id) ? names[id] : undefined;
  return own ?? title.trim();
}
