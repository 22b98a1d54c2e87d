/** The three files of a lesson's exercise. They are served as they are, under `/exercises/{slug}/`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const exerciseFiles = ['exercise.py', 'solution.py', 'test_exercise.py'] as const;
export type ExerciseFile = (typeof exerciseFiles)[number];

export function readExerciseFile(
  lesson: { readonly stage: string; readonly slug: string },
  file: ExerciseFile,
): string {
  return readFileSync(path.join(process.cwd(), 'content', lesson.stage, lesson.slug, file), 'utf8');
}
