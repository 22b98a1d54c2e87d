/** What the page of a placement test needs of the Site, in one language. */
import type { PlacementItem, Site, StageId } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { routes } from '@/lib/i18n/routes';
import type { AskedQuestion } from './grade';
import type { LessonNode } from './knowledge-states';

export type TestLesson = LessonNode & { readonly title: string; readonly href: string };

export type StageTest = {
  readonly stage: StageId;
  /** In road order. */
  readonly lessons: readonly TestLesson[];
  readonly questions: readonly AskedQuestion[];
};

/** Undefined for a stage without a test. */
export function stageTest(
  { lessons, placements }: Pick<Site, 'lessons' | 'placements'>,
  stage: string,
  locale: Locale,
): StageTest | undefined {
  const placement = placements.find((each) => each.stage === stage);
  if (!placement) return undefined;
  const ids = new Map(lessons.map(({ slug, id }) => [slug, id]));
  return {
    stage: placement.stage,
    lessons: lessons
      .filter((lesson) => lesson.stage === stage)
      .map(({ id, slug, title, prerequisites }) => ({
        id,
        title: title[locale],
        href: routes.lesson(locale, stage, slug),
        prerequisites: prerequisites.flatMap((needed) => ids.get(needed) ?? []),
      })),
    questions: placement.questions.map((item) => inLanguage(item, locale)),
  };
}

function inLanguage(item: PlacementItem, locale: Locale): AskedQuestion {
  const { id, lesson, code } = item;
  const asked = { id, lesson, prompt: item.prompt[locale], ...(code === undefined ? {} : { code }) };
  if (item.kind === 'choice') {
    const choices = item.choices.map(({ right, text, why }) => ({ right, text: text[locale], why: why[locale] }));
    return { ...asked, kind: 'choice', choices };
  }
  const { answer, tolerance, unit, why } = item;
  return { ...asked, kind: 'number', answer, tolerance, unit: unit?.[locale] ?? '', why: why[locale] };
}
