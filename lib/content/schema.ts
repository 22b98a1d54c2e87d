/** Strict schemas of everything authors write in YAML. An unknown key is an error: it is a misspelling or a wish. */
import { z } from 'zod';
import { stageIds } from './site-types';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const unique = <T>(items: readonly T[]) => new Set(items).size === items.length;
const list = <S extends z.ZodType>(item: S) => z.array(item).refine(unique, 'has the same entry twice');
/** Other names people look for it by, in any language, beyond what its title says. */
const searchNames = list(z.string().min(1)).default([]);
const lessonId = z.number().int().positive().max(65535);

export const roadmapSchema = z.strictObject({
  stages: z
    .array(
      z.strictObject({
        id: z.enum(stageIds),
        title: text,
        time: text,
        months: z.tuple([z.number().int(), z.number().int()]).nullable(),
        goal: text,
        /** Whom the stage is for and what it takes, in plain words. */
        about: text,
        modules: z.array(z.strictObject({ id: slug, title: text })).min(1),
      }),
    )
    .length(stageIds.length),
  plan: z.array(z.strictObject({ id: lessonId, slug, module: slug })),
});

export const conceptsSchema = z.strictObject({
  modules: z.array(z.strictObject({ id: slug, named: z.boolean(), title: text })).min(1),
  concepts: z.array(
    z.strictObject({
      id: slug,
      module: slug,
      lesson: slug,
      prerequisites: list(slug),
      name: text,
      definition: text,
      aliases: searchNames,
    }),
  ),
});

export const sourcesSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9.-]+$/),
      type: z.enum(['arxiv', 'other']),
      title: z.string().min(1),
      url: z.url({ protocol: /^https$/ }),
    }),
  ),
});

export const lessonSchema = z.strictObject({
  id: lessonId,
  module: slug,
  minutes: z.number().int().min(5).max(120),
  prerequisites: list(slug),
  concepts: list(slug).min(1),
  sources: list(z.string()).min(1),
  aliases: z.strictObject({ zh: list(z.string().min(1)).min(1), en: list(z.string().min(1)).min(1) }),
  /** Items of the founding outline that this lesson covers, with their corrections. */
  seeds: list(z.string().regex(/^seed-\d{3}$/)),
});

export const frontmatterSchema = z.strictObject({
  title: z.string().min(1).max(80),
  summary: z.string().min(20).max(200),
  outcomes: z.array(z.string().min(4)).length(3),
});

export const labSchema = z.strictObject({
  title: text,
  claim: text,
  goal: text,
  /** The lesson it belongs to, written or planned. */
  lesson: slug.nullable(),
  /** A short introduction for the lab's own page: what it is for, and what carries over to models of real size. */
  about: text.optional(),
  aliases: searchNames,
  predict: z.strictObject({
    question: text,
    options: z.array(z.strictObject({ id: slug, text })).min(2),
    reveal: text,
  }),
  code: z.strictObject({ file: z.string(), region: z.string() }),
  pytorch: z.string().min(1),
  reference: text,
});

const stepKey = z.string().regex(/^[a-z]+\/[a-z0-9-]+$/);

export const aliasesSchema = z.strictObject({
  /** A lesson that was renamed, split or merged: what its number, stage and slug were, and the number it resolves to now. */
  lessons: z.array(z.strictObject({ id: lessonId, stage: z.enum(stageIds), slug, to: lessonId })),
  concepts: z.array(z.strictObject({ id: slug, to: slug })),
  labs: z.array(z.strictObject({ id: slug, to: slug })),
  checks: z.array(z.strictObject({ id: z.string(), to: z.string() })),
  /** Steps of milestones, as `stage/step`; `to` is null where nothing took a step's place. */
  milestones: z.array(z.strictObject({ id: stepKey, to: stepKey.nullable() })),
});

export const publishedSchema = z.strictObject({
  lessons: z.array(z.string().regex(/^\d+ [a-z]+\/[a-z0-9-]+$/)),
  concepts: z.array(slug),
  labs: z.array(slug),
  checks: z.array(z.string().regex(/^\d+\/[a-z0-9-]+$/)),
  /** Steps of milestones, as `stage/step`. */
  milestones: z.array(stepKey),
  /** Id, version, and a mark of the lessons and their order at that version. */
  careers: z.array(z.string().regex(/^[a-z0-9-]+ \d+ [0-9a-f]{8}$/)),
});

/** One of the long paths: a lens over the road. */
export const careerSchema = z.strictObject({
  /** Rises with every change of the list: a learner who has the path is offered the newer one. */
  version: z.number().int().positive(),
  name: text,
  summary: text,
  lessons: z.array(slug).min(1),
});

/** The work that closes a stage. The ids of its steps are permanent: ticks and evidence hang on them. */
export const milestoneSchema = z.strictObject({
  title: text,
  summary: text,
  /** An honest guess at all steps together. */
  minutes: z.number().int().min(30).max(6000),
  steps: z
    .array(
      z.strictObject({
        id: slug,
        title: text,
        /** What to do. */
        task: text,
        /** What counts as done: the learner can tell. */
        done: text,
        /** How a mentor would judge it: what separates understood from copied. */
        judge: text,
        lessons: list(slug).default([]),
        labs: list(slug).default([]),
      }),
    )
    .min(3)
    .max(12),
});

const placementChoice = z.strictObject({ right: z.literal(true).optional(), text, why: text });
const placementNumber = z.strictObject({
  answer: z.number(),
  tolerance: z.number().nonnegative(),
  unit: text.optional(),
});

/** A question has choices, each with its reason, or it has a number with one reason. */
const placementQuestion = z
  .strictObject({
    id: slug,
    lesson: slug,
    prompt: text,
    /** Shown below the prompt as it stands, the same in both languages. */
    code: z.string().min(1).optional(),
    choices: z
      .array(placementChoice)
      .min(3)
      .max(5)
      .refine((choices) => choices.filter(({ right }) => right).length === 1, 'needs exactly one right choice')
      .optional(),
    number: placementNumber.optional(),
    why: text.optional(),
  })
  .refine(({ choices, number }) => (choices === undefined) !== (number === undefined), 'has either choices or a number')
  .refine(({ number, why }) => (number === undefined) === (why === undefined), {
    path: ['why'],
    message: 'goes with a number, and only there; a choice has a reason of its own',
  });

export const placementSchema = z.strictObject({ summary: text, questions: z.array(placementQuestion).min(1) });

export const resourcesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      id: slug,
      title: text,
      items: z
        .array(
          z.strictObject({
            source: z.string(),
            title: z.string().optional(),
            aliases: z.array(z.string()).default([]),
            reviewed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
            why: text,
          }),
        )
        .min(1),
    }),
  ),
});
