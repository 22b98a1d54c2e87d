import { expect, test } from 'vitest';
import { type Answer, answerQuery } from '@/lib/search/answer';
import { smallIndex } from './small-index';

const rowsOf = ({ groups }: Answer) =>
  groups.flatMap(({ rows }) => rows.map(({ item, anchor }) => `${item.kind}:${item.id}${anchor && `#${anchor}`}`));
const ask = async (query: string, locale: 'zh' | 'en' = 'en') => answerQuery(await smallIndex(locale), query);

test('what is called exactly so comes before what only contains it', async () => {
  expect(rowsOf(await ask('RAG')).slice(0, 2)).toEqual(['concept:rag', 'concept:rag-evaluation']);
});

test('a term of the other language finds the page', async () => {
  expect(rowsOf(await ask('检索增强生成'))[0]).toBe('concept:rag');
  expect(rowsOf(await ask('KV cache', 'zh'))[0]).toBe('lesson:caching');
  expect(rowsOf(await ask('键值缓存'))[0]).toBe('lesson:caching');
});

test('an alias is searched and never shown', async () => {
  const answer = await ask('ragas');
  expect(rowsOf(answer)).toEqual(['concept:rag-evaluation']);
  expect(JSON.stringify(answer)).not.toContain('RAGAS');
});

test('a query that a section answers better than the title leads to that section', async () => {
  expect(rowsOf(await ask('oldest entries'))[0]).toBe('lesson:caching#eviction');
  expect(rowsOf(await ask('显存 长度', 'zh'))[0]).toBe('lesson:caching#memory');
});

test('a query that the title answers leads to the top of the page', async () => {
  const answer = await ask('caching for servers');
  expect(rowsOf(answer)[0]).toBe('lesson:caching');
  expect(answer.isTitle).toBe(true);
});

test('a list of sources is no answer where a section has one', async () => {
  expect(rowsOf(await ask('memory'))[0]).toBe('lesson:caching#memory');
});

test('the row shows the line with the words, marked', async () => {
  const [group] = (await ask('oldest entries')).groups;
  const line = group?.rows[0]?.line ?? [];
  expect(line.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['oldest', 'entries']);
});

test('the beginning of a word and another form of it are enough', async () => {
  expect(rowsOf(await ask('evic'))[0]).toBe('lesson:caching#eviction');
  expect(rowsOf(await ask('retrieving'))).toContain('concept:rag');
});

test('the words of a name may be written as one, and one word as two', async () => {
  expect(rowsOf(await ask('kvcache'))[0]).toBe('lesson:caching');
  expect(rowsOf(await ask('finetuning'))[0]).toBe('lesson:caching#eviction');
  expect(rowsOf(await ask('fine tuning'))[0]).toBe('lesson:caching#eviction');
});

test('a slip is mended and said; a word that is there is not touched', async () => {
  const slip = await ask('evitcion');
  expect(slip.corrected).toBe('eviction');
  expect(rowsOf(slip)[0]).toBe('lesson:caching#eviction');
  expect((await ask('eviction')).corrected).toBeNull();
  expect((await ask('zzz')).corrected).toBeNull();
});

test('Han is not mended', async () => {
  expect((await ask('检素增强', 'zh')).corrected).toBeNull();
});

test('a word for a kind brings that kind first', async () => {
  expect(rowsOf(await ask('servers lab'))[0]).toBe('lab:cache-lab');
  expect(rowsOf(await ask('servers'))[0]).toBe('lesson:caching');
});

test('nothing typed and nothing there give nothing', async () => {
  expect((await ask('   ')).groups).toEqual([]);
  expect((await ask('qqqq')).groups).toEqual([]);
});

test('hostile and endless queries are answered', async () => {
  for (const query of [
    '.*+?^{}()|[]\\$',
    '<script>',
    '='.repeat(500),
    '缓存'.repeat(20_000),
    '\u0000',
    '__proto__',
    'constructor',
  ])
    await expect(ask(query)).resolves.toBeDefined();
});
