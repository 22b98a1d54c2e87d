/** Which social images the site has, and what each one says. The names are those `pageMetadata` links to. */
import type { Site, StageId } from '@/lib/content/site-types';
import { type Locale, locales } from '@/lib/i18n/locale';
import { socialStrings } from './strings';

export type Card = {
  readonly locale: Locale;
  /** File name without extension: a lesson's slug, `home` or `map`. */
  readonly name: string;
  readonly title: string;
  /** The line below the title. */
  readonly note: string;
  readonly brand: string;
  /** Bottom layer first, as the road is walked. */
  readonly layers: readonly { readonly stage: StageId; readonly order: string; readonly title: string }[];
  /** The lesson's own stage; null stands for the whole road. */
  readonly stage: StageId | null;
};

export function listCards(site: Site): Card[] {
  return locales.flatMap((locale) => {
    const t = socialStrings[locale];
    const layers = site.stages.map((stage, i) => ({
      stage: stage.id,
      order: t.layer(i + 1),
      title: stage.title[locale],
    }));
    const common = { locale, brand: t.brand, layers };
    const modules = new Map(site.stages.flatMap((stage) => stage.modules.map((module) => [module.id, module.title])));
    return [
      { ...common, name: 'home', title: t.homeTitle, note: t.homeNote, stage: null },
      { ...common, name: 'map', title: t.mapTitle, note: t.mapNote(site.concepts.length), stage: null },
      ...site.lessons.map((lesson) => ({
        ...common,
        name: lesson.slug,
        title: lesson.title[locale],
        note: [modules.get(lesson.module)?.[locale], t.minutes(lesson.minutes)].filter(Boolean).join(' · '),
        stage: lesson.stage,
      })),
    ];
  });
}
