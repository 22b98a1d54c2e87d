/**
 * <Term> and <Cite> become plain HTML while a lesson is compiled: a concept with its definition, a source with its title.
 * They run through every paragraph, and a paragraph without components is written as one string (rehype-static.mjs).
 * That an id exists is checked with file and line by lib/content/cross-rules.ts; here an unknown one only stops the build.
 */
import { readFileSync, statSync } from 'node:fs';
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

/** The list `key` of a file by its ids. Read anew once the file has changed: a lesson may cite what was added while `npm run dev` runs. */
function listIn(file, key) {
  let changed = Number.NaN;
  let list = new Map();
  return () => {
    const now = statSync(file).mtimeMs;
    if (now !== changed) list = new Map(parse(readFileSync(file, 'utf8'))[key].map((item) => [item.id, item]));
    changed = now;
    return list;
  };
}

/** `content` is the folder of `concepts.yaml` and `sources.yaml`; `basePath` stands before every address of the site. */
export default function rehypeReferences({ content, basePath }) {
  const concepts = listIn(path.join(content, 'concepts.yaml'), 'concepts');
  const sources = listIn(path.join(content, 'sources.yaml'), 'sources');
  return (tree, file) => {
    const locale = path.basename(file.path ?? '').startsWith('zh') ? 'zh' : 'en';
    const known = { concepts: concepts(), sources: sources(), basePath, locale };
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.name === 'Term') parent.children[index] = term(node, known, file);
      if (node.name === 'Cite') parent.children[index] = cite(node, known, file);
    });
  };
}
