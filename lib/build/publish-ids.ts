/** `npm run publish-ids`: appends every id that exists and is not yet on the list. Never removes one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readContent } from '@/lib/content/build-site';
import { publishedCareer } from '@/lib/content/read-career';

const FILE = 'content/published-ids.json';
type Published = Record<'lessons' | 'concepts' | 'labs' | 'checks' | 'milestones' | 'careers', string[]>;

const { site } = readContent('.');
const published = JSON.parse(readFileSync(FILE, 'utf8')) as Published;
const now: Published = {
  lessons: site.lessons.map(({ id, stage, slug }) => `${id} ${stage}/${slug}`),
  concepts: site.concepts.map(({ id }) => id),
  labs: site.labs.map(({ id }) => id),
  checks: site.lessons.flatMap(({ id, checks }) => checks.map((check) => `${id}/${check}`)),
  milestones: site.milestones.flatMap(({ stage, steps }) => steps.map(({ id }) => `${stage}/${id}`)),
  // Of one version only one list: another under the same number is for the content check to refuse.
  careers: site.careers
    .filter(({ id, version }) => !published.careers.some((mark) => mark.startsWith(`${id} ${version} `)))
    .map(publishedCareer),
};
for (const kind of Object.keys(now) as (keyof Published)[]) {
  const added = now[kind].filter((id) => !published[kind].includes(id));
  published[kind].push(...added);
  if (added.length > 0) console.log(`${kind}: ${added.join(', ')}`);
}
writeFileSync(FILE, `${JSON.stringify(published, null, 2)}\n`);
