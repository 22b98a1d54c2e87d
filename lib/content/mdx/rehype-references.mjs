/**
 * <Term> and <Cite> become plain HTML while a lesson is compiled: a concept with its definition, a source with its title.
 * They run through every paragraph, and a paragraph without components is written as one string (rehype-static.mjs).
 * That an id exists is checked with file and line by lib/content/cross-rules.ts; here an unknown one only stops the build.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';

const attribute = (node, name) => node.attributes.find((item) => item.name === name)?.value ?? '';
const element = (tagName, properties, children) => ({ type: 'element', tagName, properties, children });
const text = (value) => ({ type: 'text', value });

/** What a source is called in running text. */
export function shortName({ type, id, title }) {
  if (type === 'arxiv') return `arXiv ${id}`;
  return title.length > 40 ? `${title.slice(0, 38).replace(/[\s,:;(]+\S*$/, '')}…` : title;
}

function term(node, { concepts, locale, basePath }, file) {
  const id = attribute(node, 'id');
  const concept = concepts.get(id);
  if (!concept) file.fail(`No concept "${id}".`, node);
  const href = `${basePath}/${locale}/concepts/${id}/`;
  return element('span', { className: ['term'] }, [
    element('a', { href }, node.children),
    element('span', { role: 'tooltip', className: ['term-tip'] }, [text(concept.definition[locale])]),
  ]);
}

function cite(node, { sources }, file) {
  const id = attribute(node, 'source');
  const source = sources.get(id);
  if (!source) file.fail(`No source "${id}".`, node);
  const at = attribute(node, 'at');
  const properties = { className: ['cite'], href: source.url, rel: 'noreferrer', title: source.title };
  return element('a', properties, [text(at ? `${shortName(source)} ${at}` : shortName(source))]);
}

/** `content` is the folder of `concepts.yaml` and `sources.yaml`; `basePath` stands before every address of the site. */
export default function rehypeReferences({ content, basePath }) {
  const read = (name) => parse(readFileSync(path.join(content, name), 'utf8'));
  const byId = (list) => new Map(list.map((item) => [item.id, item]));
  const known = {
    concepts: byId(read('concepts.yaml').concepts),
    sources: byId(read('sources.yaml').sources),
    basePath,
  };
  return (tree, file) => {
    const locale = path.basename(file.path ?? '').startsWith('zh') ? 'zh' : 'en';
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.name === 'Term') parent.children[index] = term(node, { ...known, locale }, file);
      if (node.name === 'Cite') parent.children[index] = cite(node, known, file);
    });
  };
}
