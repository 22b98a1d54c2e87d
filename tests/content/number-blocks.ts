/** The blocks of a lesson that state numbers: displayed formulas, tables and steps with a digit in them, checks answered by a number. */
import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { headingId } from '@/lib/content/mdx/remark-layerwise.mjs';
import { isElement, plainText } from '@/lib/content/mdx-read';

/** `{heading}/{kind}-{n}`, counted anew below each heading, or `check/{id}`; in the order of the text. */
export function numberBlocks(tree: Root): string[] {
  const found: string[] = [];
  let heading = 'opening';
  let counts = new Map<string, number>();
  const add = (kind: string) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    found.push(`${heading}/${kind}-${counts.get(kind)}`);
  };
  visit(tree, (node) => {
    if (node.type === 'heading') {
      heading = headingId(node) ?? heading;
      counts = new Map();
    } else if (node.type === 'math') add('formula');
    else if (node.type === 'table' && /\d/.test(plainText(node))) add('table');
    else if (isElement(node) && node.name === 'Steps') {
      if (/\d/.test(plainText(node))) add('steps');
    } else if (isElement(node) && node.name === 'Check') {
      const value = (name: string) =>
        node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name)?.value;
      if (value('kind') === 'number') found.push(`check/${value('id')}`);
      return SKIP;
    }
    return undefined;
  });
  return found;
}
