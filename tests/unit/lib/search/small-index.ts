/** An index over a handful of pages with known words, made by the real build. */
import type { Lesson, Site } from '@/lib/content/site-types';
import type { Locale } from '@/lib/i18n/locale';
import { buildIndex } from '@/lib/search/build-index';
import { parseIndexFile } from '@/lib/search/index-file';
import { loadIndex, type SearchIndex } from '@/lib/search/load-index';
import { readFiles, validFiles } from '@/tests/content/small-site';

function lesson(base: Lesson): Lesson {
  return {
    ...base,
    slug: 'caching',
    title: { zh: '缓存入门', en: 'Caching for servers' },
    aliases: { zh: ['键值缓存'], en: ['KV cache', 'prefix caching'] },
    text: {
      en: {
        title: 'Caching for servers',
        summary: 'Why a server keeps what it has computed.',
        outcomes: ['Size a cache'],
        headings: [
          { depth: 2, id: 'memory', text: 'What it costs' },
          { depth: 2, id: 'eviction', text: 'Eviction' },
          { depth: 2, id: 'sources', text: 'Sources' },
        ],
        sections: [
          { id: '', text: 'A server answers the same prefix again and again.' },
          {
            id: 'memory',
            text: 'Every token leaves a key and a value.\nThe memory grows with the length of the text.',
          },
          {
            id: 'eviction',
            text: 'When memory is full, the oldest entries leave first. Fine-tuning changes nothing here.',
          },
          { id: 'sources', text: 'Memory, memory and memory.' },
        ],
        words: 40,
      },
      zh: {
        title: '缓存入门',
        summary: '服务器为什么要保留算过的东西。',
        outcomes: ['估算缓存大小'],
        headings: [{ depth: 2, id: 'memory', text: '显存代价' }],
        sections: [
          { id: '', text: '同样的前缀会被问很多遍。' },
          { id: 'memory', text: '每个词元留下一个键和一个值，显存随文本长度增长。' },
        ],
        words: 40,
      },
    },
  };
}

export function smallSite(): Site {
  const { site } = readFiles(validFiles());
  const [first] = site.lessons;
  const [concept] = site.concepts;
  const [lab] = site.labs;
  if (!first || !concept || !lab) throw new Error('The small site has lost its pages.');
  return {
    ...site,
    lessons: [lesson(first)],
    concepts: [
      {
        ...concept,
        id: 'rag',
        name: { zh: '检索增强生成（RAG）', en: 'Retrieval-augmented generation (RAG)' },
        definition: { zh: '先检索，再生成。', en: 'Retrieve first, then generate.' },
        aliases: [],
      },
      {
        ...concept,
        id: 'rag-evaluation',
        name: { zh: 'RAG 评测', en: 'RAG evaluation' },
        definition: { zh: '检索与生成分开评。', en: 'Judging retrieval and generation apart.' },
        aliases: ['RAGAS'],
      },
    ],
    labs: [
      {
        ...lab,
        id: 'cache-lab',
        title: { zh: '缓存实验', en: 'A server with a cache' },
        claim: { zh: '命中率决定速度。', en: 'The hit rate decides the speed of a server.' },
        aliases: [],
      },
    ],
  };
}

const built = new Map<Locale, Promise<SearchIndex>>();

export function smallIndex(locale: Locale): Promise<SearchIndex> {
  const index = built.get(locale) ?? makeIndex(locale);
  built.set(locale, index);
  return index;
}

/** As it travels. */
export const smallIndexFile = (locale: Locale): unknown => JSON.parse(JSON.stringify(buildIndex(smallSite(), locale)));

async function makeIndex(locale: Locale): Promise<SearchIndex> {
  const file = parseIndexFile(smallIndexFile(locale));
  if (!file) throw new Error('The index cannot be read.');
  return loadIndex(file);
}
