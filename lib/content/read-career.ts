/** Reads one long path's `career.yaml`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Problems } from './problems';
import { careerSchema } from './schema';
import type { Career } from './site-types';
import { parseYaml } from './yaml-file';

export type CareerDraft = {
  readonly id: string;
  readonly file: string;
  readonly meta: z.infer<typeof careerSchema>;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

export function readCareer(root: string, folder: string, problems: Problems): CareerDraft | null {
  const file = `${folder}/career.yaml`;
  if (!existsSync(path.join(root, file))) {
    problems.add(file, 1, 'The career lacks this file.');
    return null;
  }
  const read = parseYaml(careerSchema, { text: readFileSync(path.join(root, file), 'utf8'), file }, problems);
  return read && { id: path.basename(folder), file, meta: read.data, lineOf: read.lineOf };
}

/** How a version stands in `published-ids.json`: the same lessons in the same order, by their permanent numbers, have the same mark. */
export function publishedCareer({ id, version, lessons }: Career): string {
  const mark = createHash('sha256')
    .update(lessons.map((lesson) => lesson.id).join(' '))
    .digest('hex')
    .slice(0, 8);
  return `${id} ${version} ${mark}`;
}
