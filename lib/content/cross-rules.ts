/** Rules that span files: graphs without circles, no look-ahead, everything named exists, and published ids live for ever. */
import type { Files } from './build-site';
import { findCycle } from './graph';
import type { Problems } from './problems';
import type { LabDraft } from './read-lab';
import type { LessonDraft } from './read-lesson';
import type { Site } from './site-types';

const CONCEPTS = 'content/concepts.yaml';
const PUBLISHED = 'content/published-ids.json';

export function checkConcepts({ concepts, roadmap }: Files, problems: Problems): void {
  const { modules, concepts: list } = concepts.data;
  const moduleIds = new Set(modules.map(({ id }) => id));
  const planned = new Set(roadmap.data.plan.map(({ slug }) => slug));
  const ids = new Set<string>();
  const say = (index: number, key: string, message: string) =>
    problems.add(CONCEPTS, concepts.lineOf(['concepts', index, key]), message);
  list.forEach((concept, index) => {
    if (ids.has(concept.id)) say(index, 'id', `The concept "${concept.id}" stands twice.`);
    ids.add(concept.id);
    if (!moduleIds.has(concept.module)) say(index, 'module', `No concept module "${concept.module}".`);
    if (!planned.has(concept.lesson)) say(index, 'lesson', `No lesson "${concept.lesson}" in roadmap.yaml.`);
  });
  list.forEach((concept, index) => {
    for (const id of concept.prerequisites) if (!ids.has(id)) say(index, 'prerequisites', `No concept "${id}".`);
  });
  const cycle = findCycle(new Map(list.map((concept) => [concept.id, concept.prerequisites])));
  if (cycle) {
    const index = list.findIndex((concept) => concept.id === cycle[0]);
    say(index, 'prerequisites', `Concepts need each other in a circle: ${cycle.join(' → ')}.`);
  }
}

export function checkResources({ resources, sources }: Files, problems: Problems): void {
  const known = new Set(sources.data.sources.map(({ id }) => id));
  resources.data.groups.forEach((group, i) => {
    group.items.forEach(({ source }, j) => {
      const path = ['groups', i, 'items', j, 'source'];
      if (!known.has(source)) problems.add('content/resources.yaml', resources.lineOf(path), `No source "${source}".`);
    });
  });
}

export function checkLessons(
  drafts: readonly LessonDraft[],
  labs: readonly LabDraft[],
  files: Files,
  problems: Problems,
): void {
  const { stages, plan } = files.roadmap.data;
  const planned = new Map(plan.map((entry, order) => [entry.slug, { ...entry, order }]));
  const stageOfModule = new Map(
    stages.flatMap((stage) => stage.modules.map((module) => [module.id, stage.id] as const)),
  );
  const concepts = new Map(files.concepts.data.concepts.map((concept) => [concept.id, concept]));
  const sources = new Set(files.sources.data.sources.map(({ id }) => id));
  const labIds = new Set(labs.map((lab) => lab.info.id));

  for (const draft of drafts) {
    const { folder, slug, meta } = draft;
    const inMeta = (path: readonly PropertyKey[], message: string) =>
      problems.add(`${folder}/lesson.yaml`, draft.lineOf(path), message);
    const place = planned.get(slug);
    if (!place) inMeta(['id'], `"${slug}" is not in the plan of roadmap.yaml.`);
    else {
      if (place.id !== meta.id) inMeta(['id'], `roadmap.yaml reserves the id ${place.id} for "${slug}".`);
      if (place.module !== meta.module) inMeta(['module'], `roadmap.yaml puts "${slug}" in module ${place.module}.`);
    }
    if (stageOfModule.get(meta.module) !== draft.stage)
      inMeta(['module'], `Module ${meta.module} is not in the stage "${draft.stage}".`);
    meta.prerequisites.forEach((needed, i) => {
      const other = planned.get(needed);
      if (!other) inMeta(['prerequisites', i], `No lesson "${needed}" in roadmap.yaml.`);
      else if (place && other.order >= place.order)
        inMeta(['prerequisites', i], `"${needed}" comes later on the road.`);
    });
    meta.concepts.forEach((id, i) => {
      const concept = concepts.get(id);
      if (!concept) inMeta(['concepts', i], `No concept "${id}" in concepts.yaml.`);
      else if (concept.lesson !== slug)
        inMeta(['concepts', i], `concepts.yaml says "${id}" is taught by "${concept.lesson}".`);
    });
    for (const concept of concepts.values()) {
      if (concept.lesson === slug && !meta.concepts.includes(concept.id))
        inMeta(['concepts'], `"${concept.id}" is taught here and missing.`);
    }
    meta.sources.forEach((id, i) => {
      if (!sources.has(id)) inMeta(['sources', i], `No source "${id}" in sources.yaml.`);
    });
    checkTexts(draft, { concepts, planned, labIds }, problems);
  }
  for (const lab of labs) {
    const { lesson, about } = lab.info;
    if (lesson && !planned.has(lesson))
      problems.add(lab.file, lab.lineOf(['lesson']), `No lesson "${lesson}" in roadmap.yaml.`);
    if (!about && !drafts.some(({ slug }) => slug === lesson))
      problems.add(lab.file, 1, 'A lab whose lesson is not written needs an "about" for its own page.');
  }
}

type Known = {
  readonly concepts: ReadonlyMap<string, { readonly lesson: string }>;
  readonly planned: ReadonlyMap<string, { readonly order: number }>;
  readonly labIds: ReadonlySet<string>;
};

function checkTexts(draft: LessonDraft, { concepts, planned, labIds }: Known, problems: Problems): void {
  const order = planned.get(draft.slug)?.order ?? Number.POSITIVE_INFINITY;
  for (const [locale, outline] of Object.entries(draft.outlines)) {
    const file = `${draft.folder}/${locale}.mdx`;
    for (const mark of outline.marks) {
      if (mark.kind === 'lab' && !labIds.has(mark.id)) problems.add(file, mark.line, `No lab "${mark.id}".`);
      if (mark.kind !== 'term') continue;
      const concept = concepts.get(mark.id);
      if (!concept) problems.add(file, mark.line, `No concept "${mark.id}".`);
      else if ((planned.get(concept.lesson)?.order ?? 0) > order) {
        problems.add(
          file,
          mark.line,
          `Look-ahead: "${mark.id}" is taught later, by "${concept.lesson}". Say it in plain words.`,
        );
      }
    }
    for (const id of draft.meta.concepts) {
      if (!outline.marks.some((mark) => mark.kind === 'term' && mark.id === id)) {
        problems.add(file, 1, `The concept "${id}" is taught here but no <Term id="${id}"> introduces it.`);
      }
    }
    for (const { id: check, concepts: examined, line } of outline.answers) {
      for (const id of examined) {
        const concept = concepts.get(id);
        if (!concept) problems.add(file, line, `Check "${check}": no concept "${id}".`);
        else if ((planned.get(concept.lesson)?.order ?? 0) > order)
          problems.add(file, line, `Check "${check}": "${id}" is taught later, by "${concept.lesson}".`);
      }
    }
    for (const { ref, line } of outline.cites) {
      if (!draft.meta.sources.includes(ref))
        problems.add(file, line, `<Cite ref="${ref}"> is not among the sources of lesson.yaml.`);
    }
    const checks = outline.marks.filter((mark) => mark.kind === 'check').length;
    if (checks < 4 || checks > 7) problems.add(file, 1, `A lesson has 4–7 checks; this one has ${checks}.`);
  }
}

/** Every id ever published resolves, to itself or through an alias, and every id that exists is on the list. */
export function checkPublished(site: Site, { published, aliases }: Files, problems: Problems): void {
  const lists = {
    lessons: site.lessons.map(({ id, stage, slug }) => `${id} ${stage}/${slug}`),
    concepts: site.concepts.map(({ id }) => id),
    labs: site.labs.map(({ id }) => id),
    checks: site.lessons.flatMap(({ id, checks }) => checks.map((check) => `${id}/${check}`)),
    milestones: site.milestones.flatMap(({ stage, steps }) => steps.map(({ id }) => `${stage}/${id}`)),
  };
  const moved: Record<keyof typeof lists, ReadonlySet<string>> = {
    lessons: new Set(aliases.data.lessons.map(({ id, stage, slug }) => `${id} ${stage}/${slug}`)),
    concepts: new Set(aliases.data.concepts.map(({ id }) => id)),
    labs: new Set(aliases.data.labs.map(({ id }) => id)),
    checks: new Set(aliases.data.checks.map(({ id }) => id)),
    milestones: new Set(aliases.data.milestones.map(({ id }) => id)),
  };
  for (const kind of Object.keys(lists) as (keyof typeof lists)[]) {
    const now = new Set(lists[kind]);
    published.data[kind].forEach((id, i) => {
      if (!now.has(id) && !moved[kind].has(id)) {
        const message = `"${id}" was published and is gone: bring it back or name its successor in content/aliases.yaml.`;
        problems.add(PUBLISHED, published.lineOf([kind, i]), message);
      }
    });
    for (const id of now) {
      if (!published.data[kind].includes(id))
        problems.add(PUBLISHED, published.lineOf([kind]), `"${id}" is new: run npm run publish-ids.`);
    }
  }
  const lessonIds = new Set(site.lessons.map(({ id }) => id));
  aliases.data.lessons.forEach(({ id, to }, i) => {
    const say = (message: string) =>
      problems.add('content/aliases.yaml', aliases.lineOf(['lessons', i, 'to']), message);
    if (!lessonIds.has(to)) say(`No lesson has the id ${to}; point to where it is now, not along a chain.`);
    if (lessonIds.has(id) && id !== to) say(`The id ${id} still belongs to a lesson.`);
  });
  for (const kind of ['concepts', 'labs', 'checks'] as const) {
    const now = new Set(lists[kind]);
    aliases.data[kind].forEach(({ to }, i) => {
      if (!now.has(to))
        problems.add('content/aliases.yaml', aliases.lineOf([kind, i, 'to']), `No ${kind.slice(0, -1)} "${to}".`);
    });
  }
  checkRetiredSteps(aliases, new Set(lists.milestones), problems);
}

/** A step is succeeded within its stage, for a learner who starts a stage over takes back the ticks of that stage alone. */
function checkRetiredSteps(aliases: Files['aliases'], living: ReadonlySet<string>, problems: Problems): void {
  aliases.data.milestones.forEach(({ id, to }, i) => {
    const say = (key: string, message: string) =>
      problems.add('content/aliases.yaml', aliases.lineOf(['milestones', i, key]), message);
    if (living.has(id)) say('id', `"${id}" is still a step of its milestone.`);
    if (to === null) return;
    if (!living.has(to)) say('to', `No step "${to}"; point to where it is now, not along a chain.`);
    if (to.split('/', 1)[0] !== id.split('/', 1)[0]) say('to', `"${to}" is a step of another stage.`);
  });
}
