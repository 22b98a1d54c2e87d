/** Reads one lab's `lab.yaml` and the region of real code that its code view shows. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problems } from './problems';
import { labSchema } from './schema';
import type { LabInfo } from './site-types';
import { parseYaml } from './yaml-file';

const MAX_CODE_LINES = 25;

export type LabDraft = {
  readonly info: Omit<LabInfo, 'stage' | 'order'>;
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly code: { readonly file: string; readonly text: string };
  readonly pytorch: string;
};

export function readLab(root: string, id: string, problems: Problems): LabDraft | null {
  const file = `components/labs/${id}/lab.yaml`;
  if (!existsSync(path.join(root, file))) {
    problems.add(file, 1, 'The lab lacks this file.');
    return null;
  }
  const read = parseYaml(labSchema, { text: readFileSync(path.join(root, file), 'utf8'), file }, problems);
  if (!read) return null;
  const { code, pytorch, about = null, ...info } = read.data;
  const text = readRegion(root, code.file, code.region);
  if (text === null) problems.add(file, read.lineOf(['code']), `No region "${code.region}" in ${code.file}.`);
  else if (text.split('\n').length > MAX_CODE_LINES) {
    problems.add(file, read.lineOf(['code']), `The code view holds at most ${MAX_CODE_LINES} lines.`);
  }
  return {
    info: { id, about, ...info },
    file,
    lineOf: read.lineOf,
    code: { file: code.file, text: text ?? '' },
    pytorch,
  };
}

/** Lines between `// #region name` and `// #endregion name`, without their common indentation; null when absent. */
export function readRegion(root: string, file: string, region: string): string | null {
  const full = path.join(root, file);
  if (!existsSync(full)) return null;
  const lines = readFileSync(full, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  const end = lines.findIndex((line, i) => i > start && line.trim() === `// #endregion ${region}`);
  if (start < 0 || end < 0) return null;
  const body = lines.slice(start + 1, end);
  const indents = body.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents);
  return body
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
}
