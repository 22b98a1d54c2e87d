/**
 * Keeps punctuation beside its formula. KaTeX sets a formula as boxes, and a browser may break a line before and after any box, so
 * that a full stop can begin a line. A formula of one box is tied to what follows or opens it; a longer one is left to break.
 */
import { SKIP, visit } from 'unist-util-visit';

const closing = /^[，。、；：？！）》”’…,.;:?!)\]]+/;
const opening = /[（《“‘([]+$/;

const hasClass = (node, name) => node.type === 'element' && [node.properties?.className].flat().includes(name);

function countBoxes(formula) {
  let boxes = 0;
  visit(formula, (node) => {
    if (hasClass(node, 'base')) boxes += 1;
  });
  return boxes;
}

/** Takes what `pattern` finds out of the text beside the formula, and returns it. */
function take(neighbour, pattern) {
  if (neighbour?.type !== 'text') return '';
  const found = pattern.exec(neighbour.value)?.[0] ?? '';
  if (found) neighbour.value = neighbour.value.replace(pattern, '');
  return found;
}

export default function rehypePunctuation() {
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined || !hasClass(node, 'katex')) return undefined;
      if (hasClass(parent, 'katex-display') || countBoxes(node) > 1) return SKIP;
      const before = take(parent.children[index - 1], opening);
      const after = take(parent.children[index + 1], closing);
      if (!before && !after) return SKIP;
      const text = (value) => (value ? [{ type: 'text', value }] : []);
      const tied = { type: 'element', tagName: 'span', properties: { className: ['tied'] } };
      parent.children[index] = { ...tied, children: [...text(before), node, ...text(after)] };
      return SKIP;
    });
  };
}
