/** What `me/` needs of the Site, in one language: a few bytes a lesson. */
import type { Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import { stepKey } from '@/lib/milestone/steps';

export type MeLesson = {
  readonly id: number;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly checks: readonly string[];
  readonly labs: readonly string[];
  readonly exercise: boolean;
};
/** A lesson to link to. */
export type MeTarget = Pick<MeLesson, 'id' | 'href' | 'title'> & { readonly stage: string };
export type MeStage = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly ids: readonly number[];
  readonly lessons: readonly MeLesson[];
};

/** A milestone to link to. */
export type MeMilestone = {
  readonly stage: string;
  readonly title: string;
  readonly href: string;
  readonly keys: readonly string[];
};

export function meMilestones({ milestones }: Pick<Site, 'milestones'>, locale: Locale): readonly MeMilestone[] {
  return milestones.map(({ stage, title, steps }) => ({
    stage,
    title: title[locale],
    href: `${routes.stage(locale, stage)}#milestone`,
    keys: steps.map(({ id }) => stepKey(stage, id)),
  }));
}

/** Stages that have lessons, in road order. */
export function meStages({ stages, lessons }: Pick<Site, 'stages' | 'lessons'>, locale: Locale): readonly MeStage[] {
  return stages
    .map(({ id, title }) => {
      const mine = lessons.filter(({ stage }) => stage === id);
      return {
        id,
        title: title[locale],
        href: routes.stage(locale, id),
        ids: mine.map((lesson) => lesson.id),
        lessons: mine.map((lesson) => ({
          id: lesson.id,
          title: lesson.title[locale],
          href: routes.lesson(locale, id, lesson.slug),
          minutes: lesson.minutes,
          checks: lesson.checks,
          labs: lesson.labs,
          exercise: lesson.exercise,
        })),
      };
    })
    .filter((stage) => stage.lessons.length > 0);
}
