/** Rules of milestones and placement tests: what they name exists, and the test can place a learner on every lesson there is. */
import type { Files } from './build-site';
import type { Problems } from './problems';
import type { LabDraft } from './read-lab';
import type { LessonDraft } from './read-lesson';
import type { PlacementDraft, StageFiles } from './read-stage';

/** One question may be guessed, and an adaptive test asks again where it doubts. */
export const fewestQuestions = 2;

export function checkStageFiles(
  { milestones, placements }: StageFiles,
  { lessons, labs }: { readonly lessons: readonly LessonDraft[]; readonly labs: readonly LabDraft[] },
  { roadmap }: Files,
  problems: Problems,
): void {
  const stageOfModule = new Map(
    roadmap.data.stages.flatMap(({ id, modules }) => modules.map((module) => [module.id, id] as const)),
  );
  const stageOf = new Map(roadmap.data.plan.map(({ slug, module }) => [slug, stageOfModule.get(module)]));
  const labIds = new Set(labs.map(({ info }) => info.id));
  for (const { file, data, lineOf } of milestones) {
    const say = (path: readonly PropertyKey[], message: string) =>
      problems.add(file, lineOf(['steps', ...path]), message);
    for (const i of findRepeats(data.steps)) say([i, 'id'], `The step "${data.steps[i]?.id}" stands twice.`);
    data.steps.forEach((step, i) => {
      step.lessons.forEach((slug, j) => {
        if (!stageOf.has(slug)) say([i, 'lessons', j], `No lesson "${slug}" in roadmap.yaml.`);
      });
      step.labs.forEach((id, j) => {
        if (!labIds.has(id)) say([i, 'labs', j], `No lab "${id}".`);
      });
    });
  }
  for (const draft of placements) checkPlacement(draft, stageOf, lessons, problems);
}

function checkPlacement(
  { stage, file, data, lineOf }: PlacementDraft,
  stageOf: ReadonlyMap<string, string | undefined>,
  lessons: readonly LessonDraft[],
  problems: Problems,
): void {
  const { questions } = data;
  const say = (path: readonly PropertyKey[], message: string) =>
    problems.add(file, lineOf(['questions', ...path]), message);
  for (const i of findRepeats(questions)) say([i, 'id'], `The question "${questions[i]?.id}" stands twice.`);
  questions.forEach(({ lesson }, i) => {
    if (stageOf.get(lesson) !== stage) say([i, 'lesson'], `"${lesson}" is no lesson of the stage "${stage}".`);
  });
  for (const { slug } of lessons.filter((lesson) => lesson.stage === stage)) {
    const count = questions.filter(({ lesson }) => lesson === slug).length;
    if (count < fewestQuestions)
      say([], `"${slug}" has ${count} of the ${fewestQuestions} questions that a lesson needs.`);
  }
}

/** Places at which an id stands that stood before. */
function findRepeats(items: readonly { readonly id: string }[]): readonly number[] {
  return items.flatMap(({ id }, i) => (items.findIndex((other) => other.id === id) < i ? [i] : []));
}
