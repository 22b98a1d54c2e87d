/** What one language's lesson text holds: its ids in order, its headings, checks with their right answers, citations, words. */
import type { Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { headingId } from './mdx/remark-layerwise.mjs';
import {
  type Attributes,
  checkVocabulary,
  type Element,
  isElement,
  lineOf,
  plainText,
  readAttributes,
} from './mdx-read';
import type { Problems } from './problems';
import type { Heading } from './site-types';
import { codeLanguages, codeNeeds, vocabulary } from './vocabulary';

export type Mark = {
  readonly kind: 'heading' | 'lab' | 'check' | 'term' | 'predict' | 'exercise';
  readonly id: string;
  readonly line: number;
};
export type Answer = {
  readonly id: string;
  readonly line: number;
  readonly key: string;
  /** Ids of the concepts the check examines. */
  readonly concepts: readonly string[];
};
export type CodeBlock = { readonly line: number; readonly lang: string; readonly meta: string; readonly value: string };
export type Outline = {
  /** In the order of the text: must be the same in both languages. */
  readonly marks: readonly Mark[];
  readonly headings: readonly Heading[];
  /** `key` says what is right, independent of language. */
  readonly answers: readonly Answer[];
  readonly cites: readonly { readonly ref: string; readonly line: number }[];
  readonly figures: readonly { readonly src: string; readonly line: number }[];
  readonly code: readonly CodeBlock[];
  readonly maths: readonly { readonly value: string; readonly display: boolean; readonly line: number }[];
  readonly words: number;
};

export function outlineLesson(tree: Root, file: string, problems: Problems): Outline {
  checkVocabulary(tree, file, problems);
  const marks: Mark[] = [];
  const headings: Heading[] = [];
  const answers: Answer[] = [];
  const cites: { ref: string; line: number }[] = [];
  const figures: { src: string; line: number }[] = [];
  const code: CodeBlock[] = [];
  const maths: { value: string; display: boolean; line: number }[] = [];

  visitParents(tree, (node) => {
    const line = lineOf(node);
    if (node.type === 'heading') {
      const id = headingId(node);
      if (node.depth !== 2 && node.depth !== 3)
        problems.add(file, line, 'Headings are ## or ###; the title is in the frontmatter.');
      else if (!id) problems.add(file, line, 'A heading needs an id at its end: ## Title {/* #kebab-id */}');
      else {
        marks.push({ kind: 'heading', id, line });
        headings.push({ depth: node.depth, id, text: plainText(node) });
      }
    }
    if (node.type === 'inlineMath' || node.type === 'math')
      maths.push({ value: node.value, display: node.type === 'math', line });
    if (node.type === 'code') {
      checkFence(node.lang ?? '', node.meta ?? '', line, file, problems);
      code.push({ line, lang: node.lang ?? '', meta: node.meta ?? '', value: node.value });
    }
    if (!isElement(node)) return;
    const tag = vocabulary[node.name ?? ''];
    if (!tag) return;
    const attributes = readAttributes(node, tag, file, problems);
    const id = String(attributes.id ?? '');
    switch (node.name) {
      case 'Lab':
      case 'Term':
      case 'Predict':
        marks.push({ kind: node.name.toLowerCase() as Mark['kind'], id, line });
        break;
      case 'Exercise':
        marks.push({ kind: 'exercise', id: '', line });
        break;
      case 'Check':
        marks.push({ kind: 'check', id, line });
        answers.push({
          id,
          line,
          key: checkAnswer(node, attributes, file, problems),
          concepts: String(attributes.concepts ?? '')
            .split(/\s+/)
            .filter(Boolean),
        });
        break;
      case 'Cite':
        cites.push({ ref: String(attributes.ref ?? ''), line });
        break;
      case 'Figure':
        figures.push({ src: String(attributes.src ?? ''), line });
        break;
      case 'Compare':
        if (childrenNamed(node, 'Side').length !== 2) problems.add(file, line, '<Compare> holds exactly two <Side>.');
        break;
      default:
    }
  });

  for (const kind of ['heading', 'check', 'predict'] as const) {
    const seen = new Set<string>();
    for (const mark of marks.filter((item) => item.kind === kind)) {
      if (seen.has(mark.id)) problems.add(file, mark.line, `The ${kind} id "${mark.id}" is used twice.`);
      seen.add(mark.id);
    }
  }
  return { marks, headings, answers, cites, figures, code, maths, words: countWords(tree) };
}

function checkFence(lang: string, meta: string, line: number, file: string, problems: Problems): void {
  if (!(codeLanguages as readonly string[]).includes(lang)) {
    problems.add(file, line, `Code needs a language of: ${codeLanguages.join(', ')}. Found "${lang}".`);
  }
  const rest = meta
    .replace(/\brun\b/, '')
    .replace(/title="[^"]*"/, '')
    .replace(new RegExp(`needs="(${codeNeeds.join('|')})"`), '')
    .trim();
  if (rest)
    problems.add(file, line, `Unknown code option: ${rest}. Known: run, title="…", needs="${codeNeeds.join('|')}".`);
  if (/\brun\b/.test(meta) && lang !== 'python') problems.add(file, line, 'Only python blocks can be marked run.');
}

export function childrenNamed(node: Element, name: string): Element[] {
  const found: Element[] = [];
  for (const child of node.children as { type: string }[]) {
    if (isElement(child as Element)) {
      if ((child as Element).name === name) found.push(child as Element);
    } else if (child.type === 'paragraph') found.push(...childrenNamed(child as unknown as Element, name));
  }
  return found;
}

/** The right answer of a check in a form that does not depend on language; breaches of its shape become problems. */
function checkAnswer(node: Element, attributes: Attributes, file: string, problems: Problems): string {
  const line = lineOf(node);
  const fail = (message: string) => problems.add(file, line, `Check "${attributes.id}": ${message}`);
  const choices = childrenNamed(node, 'Choice');
  const whys = childrenNamed(node, 'Why');
  if (attributes.kind === 'number') {
    if (typeof attributes.answer !== 'number') fail('a number check needs answer={…}.');
    if (typeof attributes.tolerance !== 'number') fail('a number check needs tolerance={…}.');
    if (whys.length !== 1) fail('a number check needs exactly one <Why>.');
    return `number ${attributes.answer} ± ${attributes.tolerance}`;
  }
  if (attributes.kind === 'order') {
    if (choices.length < 3) fail('an order check needs at least three <Choice>.');
    if (whys.length !== 1) fail('an order check needs exactly one <Why>.');
    return `order of ${choices.length}`;
  }
  if (choices.length < 2) fail('needs at least two <Choice>.');
  const right = choices.map((choice) =>
    choice.attributes.some((attribute) => 'name' in attribute && attribute.name === 'correct'),
  );
  if (!right.includes(true)) fail('no <Choice correct>.');
  if (!right.includes(false)) fail('every choice is correct.');
  for (const choice of choices) {
    if (childrenNamed(choice, 'Why').length !== 1) {
      problems.add(file, lineOf(choice), `Check "${attributes.id}": every <Choice> has exactly one <Why>.`);
    }
  }
  return right.map((is) => (is ? '1' : '0')).join('');
}

/** Words of prose: Latin words and Han characters count one each; code, tables, maths and checks are left out. */
function countWords(tree: Root): number {
  let count = 0;
  visitParents(tree, 'text', (node, ancestors) => {
    const skipped = ancestors.some(
      (ancestor) => ancestor.type === 'table' || (isElement(ancestor) && ancestor.name === 'Check'),
    );
    if (skipped) return;
    count +=
      node.value.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+(?:['’.-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0;
  });
  return count;
}
