/**
 * Turns `## Heading {/* #id *\/}` into a heading with that id, and refuses what a lesson may not hold: imports, exports and code.
 * The full rules, with every problem at once, are in lib/content/mdx-rules.ts; this plugin runs inside the bundler.
 */
import { SKIP, visit } from 'unist-util-visit';

const HEADING_ID = /^\s*\/\*\s*#([a-z0-9]+(?:-[a-z0-9]+)*)\s*\*\/\s*$/;

/** The id written at the end of a heading, or null. Removes it from the tree when `remove` is set. */
export function headingId(node, remove = false) {
  const last = node.children.at(-1);
  const match = last?.type === 'mdxTextExpression' ? HEADING_ID.exec(last.value) : null;
  if (!match) return null;
  if (remove) {
    node.children.pop();
    const text = node.children.at(-1);
    if (text?.type === 'text') text.value = text.value.trimEnd();
  }
  return match[1];
}

export default function remarkLayerwise() {
  return (tree, file) => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'mdxjsEsm') file.fail('Lessons have no import or export.', node);
      if (node.type === 'heading') {
        const id = headingId(node, true);
        if (id) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
      }
      if (node.type === 'code') {
        // Fence options reach the renderer as attributes: ```python run title="softmax.py"
        node.data = { ...node.data, hProperties: { ...node.data?.hProperties, 'data-meta': node.meta ?? '' } };
      }
      // React keeps the name `ref` for itself.
      if (node.name === 'Cite')
        for (const attribute of node.attributes) if (attribute.name === 'ref') attribute.name = 'source';
      if (node.type === 'yaml' && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
    });
  };
}
