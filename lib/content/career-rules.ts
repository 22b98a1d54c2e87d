/** Rules of the long paths: their lessons exist, in an order that can be learnt, and a list once published under a version stays. */
import type { Files } from './build-site';
import type { Problems } from './problems';
import { type CareerDraft, publishedCareer } from './read-career';
import type { LessonDraft } from './read-lesson';
import type { Career } from './site-types';

const PUBLISHED = 'content/published-ids.json';

export function checkCareers(
  careers: readonly CareerDraft[],
  drafts: readonly LessonDraft[],
  { roadmap }: Files,
  problems: Problems,
): void {
  const planned = new Set(roadmap.data.plan.map(({ slug }) => slug));
  const written = new Map(drafts.map(({ slug, meta }) => [slug, meta]));
  for (const { file, meta, lineOf } of careers) {
    const places = new Map<string, number>();
    meta.lessons.forEach((slug, i) => {
      const say = (message: string) => problems.add(file, lineOf(['lessons', i]), message);
      if (!planned.has(slug)) say(`No lesson "${slug}" in roadmap.yaml.`);
      if (places.has(slug)) say(`"${slug}" stands twice.`);
      else places.set(slug, i);
    });
    // What a path leaves out, its learners know or do without; what it holds comes in time.
    for (const [slug, i] of places) {
      for (const needed of written.get(slug)?.prerequisites ?? []) {
        if ((places.get(needed) ?? -1) > i)
          problems.add(
            file,
            lineOf(['lessons', i]),
            `"${slug}" builds on "${needed}", which comes later in this list.`,
          );
      }
    }
  }
}

export function checkPublishedCareers(
  drafts: readonly CareerDraft[],
  careers: readonly Career[],
  { published }: Files,
  problems: Problems,
): void {
  const marks = published.data.careers;
  const ids = new Map(careers.map((career) => [career.id, career]));
  for (const { id, file, meta, lineOf } of drafts) {
    const career = ids.get(id);
    const mark = career ? publishedCareer(career) : '';
    const versions = marks.filter((each) => each.startsWith(`${id} `)).map((each) => Number(each.split(' ')[1]));
    if (marks.includes(mark)) {
      if (Math.max(...versions) > meta.version)
        problems.add(file, lineOf(['version']), `Version ${Math.max(...versions)} was published; go on from there.`);
    } else if (versions.some((version) => version >= meta.version)) {
      const message = `The list is not the one published as version ${meta.version}: raise the version.`;
      problems.add(file, lineOf(['version']), message);
    } else problems.add(PUBLISHED, published.lineOf(['careers']), `"${mark}" is new: run npm run publish-ids.`);
  }
  marks.forEach((mark, i) => {
    const [id = ''] = mark.split(' ');
    if (!ids.has(id))
      problems.add(
        PUBLISHED,
        published.lineOf(['careers', i]),
        `The career "${id}" was published and is gone: bring it back.`,
      );
  });
}
