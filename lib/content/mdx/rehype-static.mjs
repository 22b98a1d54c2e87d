/**
 * Prose that holds no component is written into the page as one string of HTML instead of a tree of elements.
 *
 * A static page carries its content twice: as HTML, and as the payload React hydrates and navigates from. As trees the two share
 * nothing; as the same string the second copy costs a few bytes compressed (lib/build/payload.ts makes them equal to the letter).
 * Measured on the lesson about quantization: 37 kB of brotli before, see `npm run bench` for now.
 */
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** Single quotes need no escape inside JSON, so both copies stay equal. */
const options = {
  quote: "'",
  characterReferences: { useNamedReferences: true, omitOptionalSemicolons: false },
  closeSelfClosing: true,
};

const isJsx = (node) =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement' || node.type === 'mdxTextExpression';

/** Elements that a lesson's vocabulary replaces by components: they must stay visible to it. */
const replaced = new Set(['h2', 'h3', 'pre']);

function isStatic(node) {
  if (isJsx(node)) return false;
  if (node.type === 'element' && replaced.has(node.tagName)) return false;
  return !node.children || node.children.every(isStatic);
}

/** `<tag … dangerouslySetInnerHTML={{ __html: "…" }} />` as an MDX node. */
function raw(node) {
  const attributes = Object.entries(node.properties ?? {}).flatMap(([name, value]) => {
    if (value === false || value === undefined || value === null) return [];
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    return [{ type: 'mdxJsxAttribute', name: name === 'className' ? 'className' : name, value: text }];
  });
  const written = toHtml(node.children, options);
  // Line breaks between blocks are nothing on the page; in code they are.
  const html = node.tagName === 'code' ? written : written.replace(/>\n+</g, '><');
  const literal = (value) => ({ type: 'Literal', value, raw: JSON.stringify(value) });
  const property = {
    type: 'Property',
    method: false,
    shorthand: false,
    computed: false,
    kind: 'init',
    key: { type: 'Identifier', name: '__html' },
    value: literal(html),
  };
  attributes.push({
    type: 'mdxJsxAttribute',
    name: 'dangerouslySetInnerHTML',
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: '',
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          comments: [],
          body: [{ type: 'ExpressionStatement', expression: { type: 'ObjectExpression', properties: [property] } }],
        },
      },
    },
  });
  return { type: 'mdxJsxFlowElement', name: node.tagName, attributes, children: [] };
}

/** Elements worth a string of their own: whatever has element children. Plain text costs nothing as it is. */
const isWorth = (node) => node.type === 'element' && node.children.some((child) => child.type === 'element');

function fold(parent) {
  parent.children = parent.children.map((node) => {
    if (node.type !== 'element' || !isStatic(node)) {
      if (node.children) fold(node);
      return node;
    }
    return isWorth(node) && !('style' in (node.properties ?? {})) ? raw(node) : node;
  });
}

/** Long tables and formulas scroll inside themselves, and what scrolls must take focus (WCAG 2.1.1). */
function makeScrollable(tree) {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'span' && node.properties?.className?.includes?.('katex-display'))
      node.properties.tabIndex = 0;
    if (node.tagName === 'a' && /^https?:/.test(String(node.properties?.href ?? '')))
      node.properties.rel = 'noreferrer';
    if (
      node.tagName !== 'table' ||
      !parent ||
      index === undefined ||
      parent.properties?.className?.includes?.('table-scroll')
    )
      return;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-scroll'], tabIndex: 0, role: 'group' },
      children: [node],
    };
  });
}

/** KaTeX repeats each formula's source inside its MathML. No reader is shown or told it. */
function dropSources(tree) {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'annotation' && parent && index !== undefined) parent.children.splice(index, 1);
  });
}

export default function rehypeStatic() {
  return (tree) => {
    dropSources(tree);
    makeScrollable(tree);
    fold(tree);
  };
}
