import { expect, test } from 'vitest';
import { wiki } from '@/components/labs/react-stepper/knowledge';
import { createBm25, searchTerms } from '@/lib/agent/bm25';
import type { Locale } from '@/lib/i18n/locale';
import reference from '@/tests/fixtures/reference/bm25.json';

test.each(reference.cases)('scores agree with bm25s: $locale, $query', ({ locale, query, scores }) => {
  const documents = wiki(locale as Locale);
  const hits = new Map(
    createBm25(documents)
      .search(query, { match: 'any', limit: 100 })
      .map(({ id, score }) => [id, score]),
  );
  documents.forEach(({ id }, i) => {
    expect(hits.get(id) ?? 0, id).toBeCloseTo(scores[i] ?? Number.NaN, 6);
  });
});

test('terms are words, numbers and pairs of Han characters', () => {
  expect(searchTerms('Tern-2 has 1642 layers.')).toEqual(['tern-2', 'has', '1642', 'layers']);
  expect(searchTerms('里斯本办公室 5 楼')).toEqual(['里斯', '斯本', '本办', '办公', '公室', '5', '楼']);
});

test('asking for every word finds less, never more', () => {
  const index = createBm25(wiki('en'));
  expect(index.search('cluster Heron', { match: 'all', limit: 9 }).map(({ id }) => id)).toEqual(['heron']);
  expect(index.search('cluster Heron', { match: 'any', limit: 9 }).length).toBeGreaterThan(1);
  expect(index.search('cluster Heron penguin', { match: 'all', limit: 9 })).toEqual([]);
  expect(createBm25([]).search('x', { match: 'any', limit: 1 })).toEqual([]);
});
