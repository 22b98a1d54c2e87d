import { expect, test } from 'vitest';
import { makeSections } from '@/components/search/sections';
import type { Command } from '@/components/search/use-commands';
import { answerQuery, noAnswer } from '@/lib/search/answer';
import type { RecentPlace } from '@/lib/search/recent';
import { smallIndex } from '@/tests/unit/lib/search/small-index';

const commands: readonly Command[] = [
  { id: 'progress', title: 'My progress', act: { to: '/en/me/' } },
  { id: 'offline', title: 'Offline use', act: { to: '/en/offline/' } },
];
const recent: readonly RecentPlace[] = [
  { kind: 'lesson', id: 'caching', anchor: 'memory' },
  { kind: 'lesson', id: 'caching', anchor: 'a-heading-that-is-gone' },
  { kind: 'lab', id: 'a-lab-that-is-gone', anchor: '' },
];

async function sectionsFor(query: string) {
  const index = await smallIndex('en');
  const answer = query ? answerQuery(index, query) : noAnswer;
  const sections = makeSections({ locale: 'en', query, answer, items: index.items, recent, commands });
  return sections.map(({ key, options }) => [key, ...options.map((option) => option.key)]);
}

test('an empty field shows recent places that are still there, and all commands', async () => {
  expect(await sectionsFor('')).toEqual([
    ['recent', 'recent:lesson:caching#memory'],
    ['commands', 'command:progress', 'command:offline'],
  ]);
});

test('before the index is there, commands are', () => {
  const sections = makeSections({ locale: 'en', query: '', answer: noAnswer, items: [], recent, commands });
  expect(sections.map(({ key }) => key)).toEqual(['commands']);
});

test('a command that is named comes before pages that only mention its words', async () => {
  expect((await sectionsFor('my progress')).map(([key]) => key)[0]).toBe('commands');
});

test('a page called so comes before a command', async () => {
  const index = await smallIndex('en');
  const answer = { ...answerQuery(index, 'caching'), isTitle: true };
  const shown = makeSections({ locale: 'en', query: 'off', answer, items: index.items, recent, commands });
  expect(shown.map(({ key }) => key).slice(0, 2)).toEqual(['best', 'commands']);
});

test('rows lead to the page or to the place on it', async () => {
  const index = await smallIndex('en');
  const answer = answerQuery(index, 'oldest entries');
  const [best] = makeSections({ locale: 'en', query: 'oldest entries', answer, items: index.items, recent, commands });
  expect(best?.options[0]).toMatchObject({ kind: 'row', href: '/en/learn/math/caching/#eviction', showsKind: true });
});

test('no two options share a key', async () => {
  const keys = (await sectionsFor('cache')).flatMap(([, ...options]) => options);
  expect(new Set(keys).size).toBe(keys.length);
});
