/** What can be found, made from the Site in one language: one item a page, or an entry on a page. */
import type { Lesson, Placement, Site, Stage } from '@/lib/content/site-types';
import { type Locale, otherLocale, type Text } from '@/lib/i18n/locale';
import type { Item, Part } from './index-file';

export type SearchDocument = {
  readonly item: Item;
  /**
   * What else it is called, in either language; searched, never shown. Definitions of the other language are left out: they cost
   * a seventh of the index and found nothing that names do not.
   */
  readonly aliases: readonly string[];
};

export function makeDocuments(site: Site, locale: Locale): readonly SearchDocument[] {
  const other = otherLocale(locale);
  return [
    ...site.lessons.map((lesson) => lessonDocument(site, lesson, locale)),
    ...site.concepts.map(({ id, name, definition, stage, aliases }) => ({
      item: { kind: 'concept' as const, id, title: name[locale], stage, parts: onePart(definition[locale]) },
      aliases: [name[other], ...aliases],
    })),
    ...site.labs.map(({ id, title, claim, goal, about, stage, aliases }) => ({
      item: {
        kind: 'lab' as const,
        id,
        title: title[locale],
        stage,
        parts: onePart(claim[locale], about?.[locale] ?? '', goal[locale]),
      },
      aliases: [title[other], ...aliases],
    })),
    ...site.stages.map((stage) => stageDocument(site, stage, locale)),
    ...site.placements.map((placement) => placementDocument(site, placement, locale)),
    ...site.careers.map(({ id, name, summary }) => ({
      item: { kind: 'career' as const, id, title: name[locale], stage: null, parts: onePart(summary[locale]) },
      aliases: [name[other]],
    })),
    ...site.resources.flatMap((shelf) =>
      shelf.items.map(({ source, title, aliases, why }) => ({
        item: {
          kind: 'resource' as const,
          id: source,
          title: title ?? titleOf(site, source),
          stage: null,
          parts: onePart(why[locale]),
        },
        aliases: [source, ...aliases, shelf.title.zh, shelf.title.en],
      })),
    ),
  ];
}

const placementName: Text = { zh: '摸底测试：', en: 'Placement test: ' };
const placementAliases = [
  ...['placement quiz', 'assessment', 'pretest', 'diagnostic', 'what can I skip', 'test out', 'where to start'],
  ...['入学测试', '水平测试', '分级测试', '摸底考试', '测一测', '能跳过哪些课', '从哪里开始'],
];

function placementDocument({ stages }: Site, { stage: id, summary }: Placement, locale: Locale): SearchDocument {
  const stage = stages.find((each) => each.id === id);
  const nameIn = (language: Locale) => placementName[language] + (stage?.title[language] ?? '');
  return {
    item: { kind: 'placement', id, title: nameIn(locale), stage: id, parts: onePart(summary[locale]) },
    aliases: [nameIn(otherLocale(locale)), ...placementAliases],
  };
}

function stageDocument(site: Site, { id, title, goal, about, modules }: Stage, locale: Locale): SearchDocument {
  const milestone = site.milestones.find(({ stage }) => stage === id);
  const steps = milestone?.steps.map((step) => step.title[locale]) ?? [];
  const page: Part = { anchor: '', heading: '', text: `${goal[locale]}\n${about[locale]}` };
  const work: readonly Part[] = milestone
    ? [
        {
          anchor: 'milestone',
          heading: milestone.title[locale],
          text: [milestone.summary[locale], ...steps].join('\n'),
        },
      ]
    : [];
  return {
    item: { kind: 'stage', id, title: title[locale], stage: id, parts: [page, ...work] },
    aliases: [
      title[otherLocale(locale)],
      ...modules.flatMap((module) => [module.title.zh, module.title.en]),
      ...(milestone ? [milestone.title[otherLocale(locale)]] : []),
    ],
  };
}

const onePart = (...lines: readonly string[]): readonly [Part] => [
  { anchor: '', heading: '', text: lines.filter(Boolean).join('\n') },
];

const titleOf = (site: Site, source: string): string => site.sources.find(({ id }) => id === source)?.title ?? source;

function lessonDocument(site: Site, lesson: Lesson, locale: Locale): SearchDocument {
  const { title, summary, outcomes, headings, sections } = lesson.text[locale];
  const textOf = (id: string) => sections.find((section) => section.id === id)?.text ?? '';
  const both = (text: Text) => [text.zh, text.en];
  const taught = site.concepts.filter(({ id }) => lesson.concepts.includes(id));
  return {
    item: {
      kind: 'lesson',
      id: lesson.slug,
      title,
      stage: lesson.stage,
      lesson: lesson.id,
      parts: [
        { anchor: '', heading: '', text: [summary, ...outcomes, textOf('')].join('\n') },
        ...headings.map(({ id, text }) => ({
          anchor: id,
          heading: text,
          // The page names its papers where it lists its sources.
          text:
            id === 'sources'
              ? [textOf(id), ...lesson.sources.map((source) => titleOf(site, source))].join('\n')
              : textOf(id),
        })),
      ],
    },
    aliases: [
      lesson.title[otherLocale(locale)],
      ...lesson.aliases.zh,
      ...lesson.aliases.en,
      ...taught.flatMap(({ name }) => both(name)),
    ],
  };
}
