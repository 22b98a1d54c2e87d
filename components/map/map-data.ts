/** What the map's island needs of the site, in one language: enough to search, to order a path and to list it. */
import type { Site, StageId } from '@/lib/content/site-types';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { routes, withBasePath } from '@/lib/i18n/routes';

export type MapItem = {
  readonly id: string;
  readonly name: string;
  /** The name in the other language: people search in both. */
  readonly alias: string;
  readonly definition: string;
  readonly module: string;
  readonly stage: StageId;
  /** Number of the lesson that teaches it, null while that is not written. */
  readonly lesson: number | null;
  readonly prerequisites: readonly string[];
};
export type MapGroup = { readonly id: string; readonly title: string; readonly named: boolean };
export type MapLesson = { readonly id: number; readonly title: string; readonly href: string };
export type MapData = {
  /** In road order: what a concept rests on comes before it. */
  readonly items: readonly MapItem[];
  readonly groups: readonly MapGroup[];
  readonly lessons: readonly MapLesson[];
};

export function mapData(site: Site, locale: Locale): MapData {
  const lessonId = new Map(site.lessons.map(({ slug, id }) => [slug, id]));
  return {
    items: site.concepts.map(({ id, name, definition, module, stage, lesson, prerequisites }) => ({
      id,
      name: name[locale],
      alias: name[otherLocale(locale)],
      definition: definition[locale],
      module,
      stage,
      lesson: (lesson && lessonId.get(lesson)) || null,
      prerequisites,
    })),
    groups: site.conceptModules.map(({ id, title, named }) => ({ id, title: title[locale], named })),
    lessons: site.lessons.map(({ id, stage, slug, title }) => ({
      id,
      title: title[locale],
      href: withBasePath(routes.lesson(locale, stage, slug)),
    })),
  };
}
