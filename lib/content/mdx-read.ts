/** Parses one lesson text into a Markdown tree and walks it, turning every breach of the rules into a problem with its line. */
import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { EXIT, visitParents } from 'unist-util-visit-parents';
import type { Problems } from './problems';
import { type Tag, vocabulary } from './vocabulary';

const processor = createProcessor({
  format: 'mdx',
  remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath, remarkCjkFriendly],
});

export type Element = MdxJsxFlowElement | MdxJsxTextElement;
export type Attributes = Readonly<Record<string, string | number | boolean | object>>;

/** Returns null when the text is not even MDX; the reason is then among the problems. */
export function parseMdx(text: string, file: string, problems: Problems): Root | null {
  try {
    return processor.parse(text) as Root;
  } catch (error) {
    const place = (error as { place?: { line?: number; start?: { line: number } } }).place;
    const reason = (error as { reason?: string }).reason ?? String(error);
    problems.add(file, place?.line ?? place?.start?.line ?? 1, reason);
    return null;
  }
}

export const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

export const lineOf = (node: { position?: { start: { line: number } } | undefined }) => node.position?.start.line ?? 1;

/** Literal values of an element's attributes; whatever is not a literal of the right type is a problem. */
export function readAttributes(node: Element, tag: Tag, file: string, problems: Problems): Attributes {
  const read: Record<string, string | number | boolean | object> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      problems.add(file, lineOf(node), `<${node.name}> takes no spread attributes.`);
      continue;
    }
    const spec = tag.attributes[attribute.name];
    if (!spec) {
      const known = Object.keys(tag.attributes).join(', ') || 'none';
      problems.add(file, lineOf(node), `<${node.name}> has no attribute "${attribute.name}" (it takes: ${known}).`);
      continue;
    }
    const value = literal(attribute.value);
    const type = value === true ? 'flag' : typeof value;
    if (value === undefined || type !== spec.type) {
      problems.add(file, lineOf(node), `<${node.name} ${attribute.name}> must be a literal ${spec.type}.`);
    } else if (spec.oneOf && !spec.oneOf.includes(value as string)) {
      problems.add(file, lineOf(node), `<${node.name} ${attribute.name}> must be one of ${spec.oneOf.join(', ')}.`);
    } else read[attribute.name] = value;
  }
  for (const [name, spec] of Object.entries(tag.attributes)) {
    if (spec.required && !(name in read))
      problems.add(file, lineOf(node), `<${node.name}> needs the attribute "${name}".`);
  }
  return read;
}

type AttributeValue = Extract<Element['attributes'][number], { type: 'mdxJsxAttribute' }>['value'];

function literal(value: AttributeValue): string | number | true | object | undefined {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  return statement?.type === 'ExpressionStatement' ? evaluate(statement.expression) : undefined;
}

/** Value of an ESTree expression made of literals only; undefined for anything that would have to run. */
function evaluate(node: { type: string }): string | number | true | object | undefined {
  // biome-ignore lint/suspicious/noExplicitAny: ESTree nodes are checked by their `type` right here
  const expression = node as any;
  switch (expression.type) {
    case 'Literal':
      return expression.value ?? undefined;
    case 'UnaryExpression': {
      const inner = evaluate(expression.argument);
      return expression.operator === '-' && typeof inner === 'number' ? -inner : undefined;
    }
    case 'ArrayExpression': {
      const items = expression.elements.map(evaluate);
      return items.includes(undefined) ? undefined : items;
    }
    case 'ObjectExpression': {
      const object: Record<string, unknown> = {};
      for (const property of expression.properties) {
        const key = property.key?.name ?? property.key?.value;
        const value = property.value ? evaluate(property.value) : undefined;
        if (property.type !== 'Property' || property.computed || value === undefined) return undefined;
        object[key] = value;
      }
      return object;
    }
    default:
      return undefined;
  }
}

/** Reports every tag, expression, import and HTML that the vocabulary does not hold. */
export function checkVocabulary(tree: Root, file: string, problems: Problems): void {
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'mdxjsEsm') problems.add(file, lineOf(node), 'Lessons have no import or export.');
    if (node.type === 'mdxFlowExpression') problems.add(file, lineOf(node), 'Lessons have no {expressions}.');
    if (node.type === 'mdxTextExpression') {
      const heading = ancestors.at(-1)?.type === 'heading';
      if (!heading) problems.add(file, lineOf(node), 'Lessons have no {expressions}; write \\{ for a brace.');
    }
    if (!isElement(node)) return;
    const tag = node.name ? vocabulary[node.name] : undefined;
    if (!tag) {
      problems.add(
        file,
        lineOf(node),
        `Unknown tag <${node.name ?? ''}>. Known: ${Object.keys(vocabulary).join(', ')}.`,
      );
      return;
    }
    const inside = ancestors.some((ancestor) => isElement(ancestor) && tag.within?.includes(ancestor.name ?? ''));
    if (tag.within && !inside)
      problems.add(file, lineOf(node), `<${node.name}> belongs inside <${tag.within.join('> or <')}>.`);
    if (tag.empty && node.children.length > 0) problems.add(file, lineOf(node), `<${node.name}> holds nothing.`);
  });
}

/** Plain text of a node, without code, maths and the reasons of checks. */
export function plainText(node: { type: string }): string {
  const parts: string[] = [];
  visitParents(node as Root, (child) => {
    if (child.type === 'text') parts.push(child.value);
    if (child.type === 'inlineCode') parts.push(child.value);
    if (child.type === 'inlineMath') parts.push(child.value);
    if (child.type === 'yaml') return EXIT;
    return undefined;
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}
