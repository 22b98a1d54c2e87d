/** Reads one lesson folder. Whatever is missing or malformed becomes a problem; null when no lesson can be made of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@/lib/i18n/locale';
import { type Outline, outlineLesson } from './lesson-outline';
import { sectionTexts } from './lesson-sections';
import { parseMdx } from './mdx-read';
import type { Problems } from './problems';
import { frontmatterSchema, lessonSchema } from './schema';
import type { LessonText } from './site-types';
import { parseYaml } from './yaml-file';

export type LessonDraft = {
  readonly folder: string;
  readonly stage: string;
  readonly slug: string;
  readonly meta: {
    id: number;
    module: string;
    minutes: number;
    prerequisites: string[];
    concepts: string[];
    sources: string[];
    aliases: { zh: string[]; en: string[] };
    seeds: string[];
  };
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly outlines: Readonly<Record<Locale, Outline>>;
  readonly text: Readonly<Record<Locale, LessonText>>;
  readonly exercise: boolean;
};

const exerciseFiles = ['exercise.py', 'solution.py', 'test_exercise.py'];
const textFiles = new Set(['lesson.yaml', 'zh.mdx', 'en.mdx', ...exerciseFiles]);

/** `folder` is relative to `root`, as it appears in messages: `content/math/probability-and-softmax`. */
export function readLesson(root: string, folder: string, problems: Problems): LessonDraft | null {
  const [, stage = '', slug = ''] = folder.split('/');
  const present = readdirSync(path.join(root, folder));
  for (const name of present) {
    if (!textFiles.has(name) && !name.endsWith('.svg'))
      problems.add(`${folder}/${name}`, 1, 'No lesson file has this name.');
  }
  const exercise = present.includes('exercise.py');
  if (exercise) {
    for (const name of exerciseFiles)
      if (!present.includes(name)) problems.add(`${folder}/${name}`, 1, 'The exercise lacks this file.');
  }

  const meta = readMeta(root, `${folder}/lesson.yaml`, problems);
  const zh = readText(root, folder, 'zh', problems);
  const en = readText(root, folder, 'en', problems);
  if (!meta || !zh || !en) return null;

  compareLanguages(folder, zh.outline, en.outline, problems);
  for (const [locale, { outline }] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    const shown = outline.marks.filter((mark) => mark.kind === 'exercise');
    if (exercise !== shown.length > 0) {
      const message = exercise
        ? 'The folder has an exercise: place <Exercise /> once.'
        : '<Exercise /> without exercise.py.';
      problems.add(`${folder}/${locale}.mdx`, shown[0]?.line ?? 1, message);
    }
    if (shown.length > 1) problems.add(`${folder}/${locale}.mdx`, shown[1]?.line ?? 1, '<Exercise /> stands once.');
    for (const { src, line } of outline.figures) {
      if (!/^[\w-]+\.svg$/.test(src) || !present.includes(src))
        problems.add(`${folder}/${locale}.mdx`, line, `No figure ${src} in the folder.`);
    }
  }
  return {
    folder,
    stage,
    slug,
    meta: meta.data,
    lineOf: meta.lineOf,
    outlines: { zh: zh.outline, en: en.outline },
    text: { zh: zh.text, en: en.text },
    exercise,
  };
}

function readMeta(root: string, file: string, problems: Problems) {
  if (!existsSync(path.join(root, file))) {
    problems.add(file, 1, 'The lesson lacks this file.');
    return null;
  }
  return parseYaml(lessonSchema, { text: readFileSync(path.join(root, file), 'utf8'), file }, problems);
}

function readText(
  root: string,
  folder: string,
  locale: Locale,
  problems: Problems,
): { outline: Outline; text: LessonText } | null {
  const file = `${folder}/${locale}.mdx`;
  if (!existsSync(path.join(root, file))) {
    problems.add(file, 1, `The lesson has no ${locale} text; both languages come together.`);
    return null;
  }
  const source = readFileSync(path.join(root, file), 'utf8');
  const tree = parseMdx(source, file, problems);
  if (!tree) return null;
  const outline = outlineLesson(tree, file, problems);
  const yaml = tree.children.find((node) => node.type === 'yaml');
  if (!yaml) {
    problems.add(file, 1, 'The text starts with frontmatter: title, summary, outcomes.');
    return null;
  }
  const front = parseYaml(frontmatterSchema, { text: yaml.value, file, firstLine: 2 }, problems);
  if (!front) return null;
  const { headings, words } = outline;
  return { outline, text: { ...front.data, headings, sections: sectionTexts(tree), words } };
}

/** Both languages hold the same ids in the same order, and the same answers are right. */
function compareLanguages(folder: string, zh: Outline, en: Outline, problems: Problems): void {
  const name = (mark: { kind: string; id: string } | undefined) =>
    mark ? `${mark.kind} "${mark.id}"` : 'nothing more';
  const length = Math.max(zh.marks.length, en.marks.length);
  for (let i = 0; i < length; i += 1) {
    const [left, right] = [zh.marks[i], en.marks[i]];
    if (left?.kind === right?.kind && left?.id === right?.id) continue;
    const message = `The languages part here: zh has ${name(left)} (line ${left?.line ?? 'end'}), en has ${name(right)}.`;
    problems.add(`${folder}/en.mdx`, right?.line ?? 1, message);
    return;
  }
  for (const answer of zh.answers) {
    const twin = en.answers.find(({ id }) => id === answer.id);
    if (twin && twin.key !== answer.key) {
      problems.add(
        `${folder}/en.mdx`,
        twin.line,
        `Check "${answer.id}": zh and en disagree on what is right (${answer.key} against ${twin.key}).`,
      );
    }
    if (twin && String(twin.concepts) !== String(answer.concepts)) {
      const message = `Check "${answer.id}": zh and en disagree on which concepts it examines.`;
      problems.add(`${folder}/en.mdx`, twin.line, message);
    }
  }
}
