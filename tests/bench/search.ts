/** Search: what the index weighs and what it would with the whole road written, what opening it costs, and a query against a plain scan. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Site } from '@/lib/content/site-types';
import { locales } from '@/lib/i18n/locale';
import { answerQuery } from '@/lib/search/answer';
import { buildIndex } from '@/lib/search/build-index';
import { type IndexFile, parseIndexFile } from '@/lib/search/index-file';
import { loadIndex } from '@/lib/search/load-index';
import { fold } from '@/lib/search/tokenize';
import { kilobytes, milliseconds, printTable, time } from './table';

/** Lessons the road will hold. */
const WHOLE_ROAD = 60;

export async function benchSearch(site: Site): Promise<void> {
  for (const locale of locales) {
    const text = JSON.stringify(buildIndex(site, locale));
    const written = site.lessons.length;
    const half = Math.ceil(written / 2);
    const withHalf = weigh(buildIndex({ ...site, lessons: site.lessons.slice(0, half) }, locale));
    const now = weigh(JSON.parse(text) as IndexFile);
    const each = (now - withHalf) / (written - half);
    printTable(
      `Search index, ${locale} (brotli)`,
      [
        { name: `${written} lessons`, value: now, note: `${kilobytes(text.length)} characters of JSON` },
        { name: 'what the list shows', value: weigh(JSON.parse(text).items) },
        { name: 'MiniSearch', value: weigh(JSON.parse(text).index) },
        { name: 'one lesson more', value: each, note: `mean of the last ${written - half}` },
        { name: `${WHOLE_ROAD} lessons`, value: now + each * (WHOLE_ROAD - written), note: 'at that rate' },
      ],
      kilobytes,
    );
    await benchQueries(text, locale);
  }
}

const weigh = (data: unknown): number => brotliCompressSync(JSON.stringify(data)).length;

async function benchQueries(text: string, locale: string): Promise<void> {
  const queries = (parse(readFileSync(`tests/content/search-queries/${locale}.yaml`, 'utf8')) as { q: string }[]).map(
    ({ q }) => q,
  );
  const open = async () => {
    const start = performance.now();
    const file = parseIndexFile(JSON.parse(text));
    if (!file) throw new Error('The index cannot be read.');
    const index = await loadIndex(file);
    const loaded = performance.now();
    answerQuery(index, queries[0] ?? '');
    return { index, load: loaded - start, first: performance.now() - loaded };
  };
  await open();
  const { index, load, first } = await open();
  const pages = index.items.map(({ title, parts }) => fold([title, ...parts.map((part) => part.text)].join('\n')));
  const scan = (query: string) =>
    pages.filter((page) =>
      fold(query)
        .split(/\s+/)
        .every((word) => page.includes(word)),
    );
  const perQuery = (act: (query: string) => unknown) => time(() => queries.forEach(act), 5) / queries.length;
  const plain = perQuery(scan);
  const slowest = Math.max(...queries.map((query) => time(() => answerQuery(index, query), 3)));
  printTable(
    `Search, ${locale}: ${queries.length} queries of the relevance set`,
    [
      { name: 'plain scan for every word', value: plain, note: 'no order, no slips, no other language' },
      { name: 'warm query', value: perQuery((query) => answerQuery(index, query)) },
      { name: 'slowest warm query', value: slowest },
      { name: 'first query after loading', value: first },
      { name: 'cold: parse and load the index', value: load },
    ],
    milliseconds,
  );
}
