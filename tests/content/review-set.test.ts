/** Mixed review draws on checks that say which concepts they examine. A concept with one such check would always ask the same. */
import { expect, test } from 'vitest';
import { readContent } from '@/lib/content/build-site';

/** Stages whose lessons are all held to it. */
const reviewed = ['math'];
const fewestChecks = 2;

const { site } = readContent('.');
const checksOf = (concept: string) =>
  site.lessons.flatMap(({ id, examines }) =>
    Object.entries(examines)
      .filter(([, concepts]) => concepts.includes(concept))
      .map(([check]) => `${id}/${check}`),
  );

const taught = site.lessons
  .filter(({ stage }) => reviewed.includes(stage))
  .flatMap(({ slug, concepts }) => concepts.map((concept) => ({ slug, concept })));

test.each(taught)('$concept, taught by $slug, is examined by at least two checks', ({ concept }) => {
  expect(
    checksOf(concept).length,
    `checks of ${concept}: ${checksOf(concept).join(', ') || 'none'}`,
  ).toBeGreaterThanOrEqual(fewestChecks);
});
