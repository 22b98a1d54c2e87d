/**
 * Whether learners find what they look for: the queries of search-queries/*.yaml against the real index, in the order of the rows
 * on screen. A new lesson or lab brings its queries; a change of the ranking is judged here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readContent } from '@/lib/content/build-site';
import { type Locale, locales } from '@/lib/i18n/locale';
import { answerQuery } from '@/lib/search/answer';
import { buildIndex } from '@/lib/search/build-index';
import { kinds, parseIndexFile } from '@/lib/search/index-file';
import { loadIndex } from '@/lib/search/load-index';

const { site } = readContent('.');
const target = z.string().regex(new RegExp(`^(${kinds.join('|')}):[a-z0-9-]+(#[a-z0-9-]+)?$`));
const querySet = z.array(z.strictObject({ q: z.string().min(1), want: z.array(target).min(1) }));

const fileOf = (locale: Locale) => `tests/content/search-queries/${locale}.yaml`;
const readQueries = (locale: Locale) => querySet.parse(parse(readFileSync(fileOf(locale), 'utf8')));

type Outcome = {
  readonly q: string;
  readonly want: readonly string[];
  /** Rows as they stand on screen, each with and without its heading. */
  readonly shown: readonly (readonly string[])[];
  /** From 1; 0 when it is not among the first ten. */
  readonly rank: number;
  /** Of a wanted lesson, wherever on its page the row leads; null when no lesson is wanted. */
  readonly lessonRank: number | null;
};

const DEPTH = 10;

async function askAll(locale: Locale): Promise<readonly Outcome[]> {
  const file = parseIndexFile(JSON.parse(JSON.stringify(buildIndex(site, locale))));
  if (!file) throw new Error('The index that was built cannot be read.');
  const index = await loadIndex(file);
  return readQueries(locale).map(({ q, want }) => {
    const rows = answerQuery(index, q).groups.flatMap((group) => group.rows);
    const shown = rows
      .slice(0, DEPTH)
      .map(({ item, anchor }) => [`${item.kind}:${item.id}`, ...(anchor ? [`${item.kind}:${item.id}#${anchor}`] : [])]);
    const rankOf = (names: readonly string[]) => shown.findIndex((row) => row.some((name) => names.includes(name))) + 1;
    const lessons = want.filter((name) => name.startsWith('lesson:')).map((name) => name.replace(/#.*/, ''));
    return { q, want, shown, rank: rankOf(want), lessonRank: lessons.length > 0 ? rankOf(lessons) : null };
  });
}

const outcomes = { zh: askAll('zh'), en: askAll('en') } satisfies Record<Locale, Promise<readonly Outcome[]>>;

const share = (of: readonly Outcome[], holds: (outcome: Outcome) => boolean) => of.filter(holds).length / of.length;
const describeWorst = (of: readonly Outcome[]) =>
  of
    .map(
      ({ q, want, rank, shown }) =>
        `"${q}" wants ${want.join(' or ')}, is row ${rank || 'none'} of: ${shown
          .slice(0, 4)
          .map((row) => row.at(-1))
          .join(', ')}`,
    )
    .join('\n');

describe.each(locales)('queries in %s', (locale) => {
  const queries = readQueries(locale);

  test('are at least eighty, and none stands twice', () => {
    expect(queries.length).toBeGreaterThanOrEqual(80);
    const twice = queries.filter(({ q }, i) => queries.findIndex((other) => other.q === q) !== i);
    expect(twice).toEqual([]);
  });

  test('want what exists', () => {
    const known = new Set([
      ...site.lessons.flatMap(({ slug, text }) => [
        `lesson:${slug}`,
        ...text[locale].headings.map(({ id }) => `lesson:${slug}#${id}`),
      ]),
      ...site.concepts.map(({ id }) => `concept:${id}`),
      ...site.labs.map(({ id }) => `lab:${id}`),
      ...site.stages.map(({ id }) => `stage:${id}`),
      ...site.placements.map(({ stage }) => `placement:${stage}`),
      ...site.milestones.map(({ stage }) => `stage:${stage}#milestone`),
      ...site.careers.map(({ id }) => `career:${id}`),
      ...site.resources.flatMap(({ items }) => items.map(({ source }) => `resource:${source}`)),
    ]);
    expect(queries.flatMap(({ want }) => want.filter((name) => !known.has(name)))).toEqual([]);
  });

  test('ask for every lesson at least four times and for every lab twice', () => {
    const asked = (name: string) =>
      queries.filter(({ want }) => want.some((each) => each.replace(/#.*/, '') === name)).length;
    const wanted = [
      ...site.lessons.map(({ slug }) => ({ name: `lesson:${slug}`, least: 4 })),
      ...site.labs.map(({ id }) => ({ name: `lab:${id}`, least: 2 })),
    ];
    const missing = wanted
      .filter(({ name, least }) => asked(name) < least)
      .map(
        ({ name, least }) =>
          `${fileOf(locale)}: ${name} has ${asked(name)} of ${least} queries; add what learners would type.`,
      );
    expect(missing).toEqual([]);
  });

  test('have a mean reciprocal rank of at least 0.9 in the first ten rows', async () => {
    const all = await outcomes[locale];
    const mean = all.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0) / all.length;
    const worst = all.filter(({ rank }) => rank !== 1).sort((a, b) => (a.rank || DEPTH + 1) - (b.rank || DEPTH + 1));
    expect(mean, describeWorst(worst.reverse().slice(0, 12))).toBeGreaterThanOrEqual(0.9);
  });

  test('find one of their targets in the first three rows at least 95 times in 100', async () => {
    const all = await outcomes[locale];
    const isHigh = ({ rank }: Outcome) => rank > 0 && rank <= 3;
    expect(share(all, isHigh), describeWorst(all.filter((each) => !isHigh(each)))).toBeGreaterThanOrEqual(0.95);
  });

  test('find the right lesson in the first three rows at least 95 times in 100', async () => {
    const all = (await outcomes[locale]).filter(({ lessonRank }) => lessonRank !== null);
    const isHigh = ({ lessonRank }: Outcome) => lessonRank !== null && lessonRank > 0 && lessonRank <= 3;
    expect(share(all, isHigh), describeWorst(all.filter((each) => !isHigh(each)))).toBeGreaterThanOrEqual(0.95);
  });
});

test('terms of one language find their page from the other', async () => {
  const firstRow = async (locale: Locale, query: string) => (await outcomes[locale]).find(({ q }) => q === query)?.rank;
  expect(await firstRow('zh', 'KV cache')).toBe(1);
  expect(await firstRow('zh', 'attention is all you need')).toBe(1);
  expect(await firstRow('en', '注意力')).toBe(1);
  expect(await firstRow('en', '量化')).toBe(1);
  expect(await firstRow('en', '困惑度')).toBe(1);
});
