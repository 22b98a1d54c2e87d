/**
 * Every number of a stage-1 lesson is computed, tested or cited. `numbers/{slug}.yaml` says how, for each block that states
 * numbers, and this holds the list against the lesson: a new block without an entry fails, and so does an entry that points nowhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '@/lib/content/build-site';
import { parseMdx } from '@/lib/content/mdx-read';
import { Problems } from '@/lib/content/problems';
import { numberBlocks } from './number-blocks';

const { lessons } = readContent('.');
const stage = lessons.filter(({ folder }) => folder.includes('/math/'));
const folder = 'tests/content/numbers';

type List = Readonly<Record<string, string>>;
/** Empty where there is none yet: then the failure shows what it must name. */
function readList(slug: string): List {
  const file = `${folder}/${slug}.yaml`;
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as List) : {};
}

function blocksOf(file: string): string[] {
  const tree = parseMdx(readFileSync(file, 'utf8'), file, new Problems());
  return tree ? numberBlocks(tree) : [];
}

test('each lesson of the stage has its list, and no list is left over', () => {
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort(),
  ).toEqual(stage.map(({ slug }) => `${slug}.yaml`).sort());
});

test.each(stage.map(({ slug, folder: at }) => [slug, at]))(
  '%s: the list names every block, once, in order',
  (slug, at) => {
    expect(Object.keys(readList(slug))).toEqual(blocksOf(`${at}/en.mdx`));
    expect(blocksOf(`${at}/zh.mdx`)).toEqual(blocksOf(`${at}/en.mdx`));
  },
);

test.each(stage.map((lesson) => [lesson.slug, lesson] as const))('%s: what holds a block exists', (slug, lesson) => {
  const { code, cites } = lesson.outlines.en;
  const titles = code.filter(({ meta }) => /\brun\b/.test(meta)).map(({ meta }) => /title="([^"]+)"/.exec(meta)?.[1]);
  const known: Readonly<Record<string, (name: string) => boolean>> = {
    /** A code block of the lesson that `npm run test:snippets` runs and whose printed result it compares. */
    run: (title) => titles.includes(title),
    /** A test file with the value from elsewhere. */
    test: (file) => existsSync(file),
    /** A source the lesson cites. */
    cite: (ref) => cites.some((cite) => cite.ref === ref),
    /** Worked out in the block or its reason, in sums a reader can follow. */
    shown: (how) => how.length > 3,
    /** Says what something is called, and no value. */
    names: () => true,
  };
  const wrong = Object.entries(readList(slug)).flatMap(([block, holders]) =>
    holders.split(' + ').flatMap((holder) => {
      const [, kind = '', name = ''] = /^(\w+)\s*(.*)$/.exec(holder) ?? [];
      return known[kind]?.(name) ? [] : [`${block}: ${holder}`];
    }),
  );
  expect(wrong).toEqual([]);
});
