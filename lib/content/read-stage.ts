/**
 * Reads what a stage may have beside its lessons: `milestone.yaml`, the work that closes it, and `placement.yaml`, the test that
 * proposes what to skip. A stage without one of them simply has none.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Problems } from './problems';
import { milestoneSchema, placementSchema } from './schema';
import { type Milestone, type Placement, type PlacementItem, type StageId, stageIds } from './site-types';
import { parseYaml } from './yaml-file';

type Draft<S extends z.ZodType> = {
  readonly stage: StageId;
  readonly file: string;
  readonly data: z.infer<S>;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};
export type MilestoneDraft = Draft<typeof milestoneSchema>;
export type PlacementDraft = Draft<typeof placementSchema>;
export type StageFiles = {
  readonly milestones: readonly MilestoneDraft[];
  readonly placements: readonly PlacementDraft[];
};

export function readStageFiles(root: string, problems: Problems): StageFiles {
  const read = <S extends z.ZodType>(name: string, schema: S): readonly Draft<S>[] =>
    stageIds.flatMap((stage) => {
      const file = `content/${stage}/${name}`;
      if (!existsSync(path.join(root, file))) return [];
      const found = parseYaml(schema, { text: readFileSync(path.join(root, file), 'utf8'), file }, problems);
      return found ? [{ stage, file, ...found }] : [];
    });
  return { milestones: read('milestone.yaml', milestoneSchema), placements: read('placement.yaml', placementSchema) };
}

export function toMilestone({ stage, data }: MilestoneDraft): Milestone {
  return { stage, ...data };
}

/** `written`: slug → number of the lessons there are. A question of a lesson still to come waits for it. */
export function toPlacement({ stage, data }: PlacementDraft, written: ReadonlyMap<string, number>): Placement {
  const questions = data.questions.flatMap(({ lesson: slug, ...item }): readonly PlacementItem[] => {
    const lesson = written.get(slug);
    if (lesson === undefined) return [];
    const { id, prompt, code, choices, number, why } = item;
    const asked = { id, lesson, prompt, code };
    if (choices)
      return [
        { ...asked, kind: 'choice', choices: choices.map(({ right = false, ...words }) => ({ right, ...words })) },
      ];
    // The schema lets no number without a reason through.
    return number && why ? [{ ...asked, kind: 'number', ...number, unit: number.unit, why }] : [];
  });
  return { stage, summary: data.summary, questions };
}
