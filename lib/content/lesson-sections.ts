/**
 * The prose of one language's lesson as plain text, section by section, for search. What would only be noise there, or would give
 * an answer away, is left out: code, display formulas, checks and predictions.
 */
import type { Root, RootContent } from 'mdast';
import { headingId } from './mdx/remark-layerwise.mjs';
import { isElement } from './mdx-read';
import { plainMaths } from './plain-maths';
import type { Section } from './site-types';

/** One block (a paragraph, an item, a row of a table) a line. The opening, before the first heading, has the id `''`. */
export function sectionTexts(tree: Root): readonly Section[] {
  const sections: { id: string; blocks: string[] }[] = [{ id: '', blocks: [] }];
  for (const node of tree.children) {
    if (node.type === 'heading') sections.push({ id: headingId(node) ?? '', blocks: [] });
    else sections.at(-1)?.blocks.push(textOf(node));
  }
  return sections.map(({ id, blocks }) => ({ id, text: tidy(blocks.join('\n')) }));
}

const hidden = new Set(['Check', 'Predict', 'Lab', 'Exercise', 'Cite']);
/** Attributes that the page shows as words. */
const shown = new Set(['title', 'left', 'right', 'alt']);
const blocks = new Set(['paragraph', 'listItem', 'mdxJsxFlowElement']);

function textOf(node: RootContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'inlineMath':
      return plainMaths(node.value);
    case 'break':
      return '\n';
  }
  if (isElement(node) && hidden.has(node.name ?? '')) return '';
  if (!('children' in node)) return '';
  const words = isElement(node) ? shownAttributes(node) : [];
  const inside = (node.children as RootContent[]).map(textOf);
  if (node.type === 'tableRow') return isProse(inside.join('')) ? `${inside.join(' · ')}\n` : '';
  const text = [...words, inside.join('')].join('\n');
  return blocks.has(node.type) ? `${text}\n` : text;
}

/** A row of numbers says nothing by itself. */
function isProse(row: string): boolean {
  const count = (pattern: RegExp) => row.match(pattern)?.length ?? 0;
  return count(/\p{L}/gu) > 2 * count(/\p{N}/gu);
}

function shownAttributes(node: Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): string[] {
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && shown.has(attribute.name) && typeof attribute.value === 'string'
      ? [attribute.value]
      : [],
  );
}

/** A citation that is left out leaves a gap before the full stop, or a colon with nothing before it. */
function tidy(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[\s:：]*/g, '\n')
    .replace(/ +(?=[.,;:!?)，。；：！？）、”](?!\d))/g, '')
    .replace(/(?<=[，。；：！？）、”]) +/g, '')
    .trim();
}
