/** The one function that turns `content/` and the labs' `lab.yaml` into the typed Site, or throws one error with every problem. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { checkCareers, checkPublishedCareers } from './career-rules';
import { checkConcepts, checkLessons, checkPublished, checkResources } from './cross-rules';
import { Problems } from './problems';
import { type CareerDraft, readCareer } from './read-career';
import { type LabDraft, readLab } from './read-lab';
import { type LessonDraft, readLesson } from './read-lesson';
import { readStageFiles, type StageFiles, toMilestone, toPlacement } from './read-stage';
import {
  aliasesSchema,
  conceptsSchema,
  publishedSchema,
  resourcesSchema,
  roadmapSchema,
  sourcesSchema,
} from './schema';
import { type Lesson, type Site, type StageId, stageIds } from './site-types';
import { checkStageFiles } from './stage-rules';
import { parseYaml } from './yaml-file';

type Read<S extends z.ZodType> = {
  readonly data: z.infer<S>;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};
export type Files = {
  readonly roadmap: Read<typeof roadmapSchema>;
  readonly concepts: Read<typeof conceptsSchema>;
  readonly sources: Read<typeof sourcesSchema>;
  readonly aliases: Read<typeof aliasesSchema>;
  readonly resources: Read<typeof resourcesSchema>;
  readonly published: Read<typeof publishedSchema>;
};

export type Content = {
  readonly site: Site;
  readonly lessons: readonly LessonDraft[];
  readonly labs: readonly LabDraft[];
  /** Empty in a published site: see `buildSite`. */
  readonly problems: Problems;
};

/** `root` is the folder that holds `content/` and `components/labs/`. Throws ContentError. */
export function buildSite(root: string): Site {
  const { site, problems } = readContent(root);
  problems.throwIfAny();
  return site;
}

/** Everything that could be read, with what is wrong. Throws only when the road itself cannot be read. */
export function readContent(root: string): Content {
  const problems = new Problems();
  const files = readFiles(root, problems);
  const folders = stageIds.flatMap((stage) => subfolders(root, `content/${stage}`));
  const read = folders.map((folder) => readLesson(root, folder, problems));
  const drafts = read.filter((draft) => draft !== null);
  const labs = subfolders(root, 'components/labs')
    .map((folder) => path.basename(folder))
    .filter((id) => id !== 'frame')
    .map((id) => readLab(root, id, problems))
    .filter((lab) => lab !== null);
  const careers = subfolders(root, 'content/careers')
    .map((folder) => readCareer(root, folder, problems))
    .filter((career) => career !== null);
  const stageFiles = readStageFiles(root, problems);
  if (!files) problems.throwIfAny();
  if (!files) throw new Error('unreachable: missing files are problems');

  const plan = new Map(files.roadmap.data.plan.map((entry, order) => [entry.slug, { ...entry, order }]));
  drafts.sort((a, b) => (plan.get(a.slug)?.order ?? 0) - (plan.get(b.slug)?.order ?? 0));
  checkConcepts(files, problems);
  checkResources(files, problems);
  checkLessons(drafts, labs, files, problems);
  checkCareers(careers, drafts, files, problems);
  checkStageFiles(stageFiles, { lessons: drafts, labs }, files, problems);
  const site = assemble({ drafts, labs, careers, stageFiles }, files);
  checkPublished(site, files, problems);
  checkPublishedCareers(careers, site.careers, files, problems);
  return { site, lessons: drafts, labs, problems };
}

function subfolders(root: string, folder: string): string[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

function readFiles(root: string, problems: Problems): Files | null {
  const read = <S extends z.ZodType>(name: string, schema: S): Read<S> | null => {
    const file = `content/${name}`;
    if (!existsSync(path.join(root, file))) {
      problems.add(file, 1, 'This file is missing.');
      return null;
    }
    return parseYaml(schema, { text: readFileSync(path.join(root, file), 'utf8'), file }, problems);
  };
  const roadmap = read('roadmap.yaml', roadmapSchema);
  const concepts = read('concepts.yaml', conceptsSchema);
  const sources = read('sources.yaml', sourcesSchema);
  const aliases = read('aliases.yaml', aliasesSchema);
  const resources = read('resources.yaml', resourcesSchema);
  const published = read('published-ids.json', publishedSchema);
  if (!roadmap || !concepts || !sources || !aliases || !resources || !published) return null;
  return { roadmap, concepts, sources, aliases, resources, published };
}

type Drafts = {
  readonly drafts: readonly LessonDraft[];
  readonly labs: readonly LabDraft[];
  readonly careers: readonly CareerDraft[];
  readonly stageFiles: StageFiles;
};

function assemble({ drafts, labs, careers, stageFiles }: Drafts, files: Files): Site {
  const written = new Map(drafts.map(({ slug, meta }) => [slug, meta.id]));
  const stageOf = new Map(
    files.roadmap.data.stages.flatMap(({ id, modules }) => modules.map((module) => [module.id, id])),
  );
  const { plan } = files.roadmap.data;
  const moduleOf = new Map(plan.map(({ slug, module }) => [slug, module]));
  const stageOfLesson = (slug: string) => stageOf.get(moduleOf.get(slug) ?? '') ?? 'math';
  return {
    stages: files.roadmap.data.stages,
    lessons: drafts.map(toLesson),
    conceptModules: files.concepts.data.modules,
    concepts: files.concepts.data.concepts.map(({ lesson, ...concept }) => ({
      ...concept,
      lesson: written.has(lesson) ? lesson : null,
      plannedLesson: lesson,
      // A lesson that is not in the plan is a problem of its own, reported before this.
      stage: stageOfLesson(lesson),
    })),
    sources: files.sources.data.sources,
    labs: labs.map(({ info }) => ({
      ...info,
      stage: stageOfLesson(info.lesson ?? ''),
      order: plan.findIndex(({ slug }) => slug === info.lesson),
    })),
    resources: files.resources.data.groups,
    careers: careers.map(({ id, meta }) => ({
      ...meta,
      id,
      lessons: meta.lessons.flatMap((slug) => {
        const entry = plan.find((each) => each.slug === slug);
        return entry ? [{ id: entry.id, slug }] : [];
      }),
    })),
    milestones: stageFiles.milestones.map(toMilestone),
    placements: stageFiles.placements.map((draft) => toPlacement(draft, written)),
    aliases: Object.fromEntries(files.aliases.data.lessons.map(({ id, to }) => [String(id), to])),
    retiredSteps: Object.fromEntries(files.aliases.data.milestones.map(({ id, to }) => [id, to])),
    moved: files.aliases.data.lessons.map(({ stage, slug, to }) => ({ stage, slug, to })),
  };
}

function toLesson(draft: LessonDraft): Lesson {
  const { meta, text, outlines } = draft;
  const idsOf = (kind: string) => [
    ...new Set(outlines.en.marks.filter((mark) => mark.kind === kind).map((mark) => mark.id)),
  ];
  return {
    id: meta.id,
    slug: draft.slug,
    stage: draft.stage as StageId,
    module: meta.module,
    minutes: meta.minutes,
    title: { zh: text.zh.title, en: text.en.title },
    summary: { zh: text.zh.summary, en: text.en.summary },
    prerequisites: meta.prerequisites,
    concepts: meta.concepts,
    labs: idsOf('lab'),
    checks: idsOf('check'),
    examines: Object.fromEntries(
      outlines.en.answers.filter(({ concepts }) => concepts.length > 0).map(({ id, concepts }) => [id, concepts]),
    ),
    exercise: draft.exercise,
    terms: idsOf('term'),
    sources: meta.sources,
    aliases: meta.aliases,
    text,
  };
}
