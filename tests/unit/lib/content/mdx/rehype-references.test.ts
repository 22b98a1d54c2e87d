import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import rehypeReferences from '@/lib/content/mdx/rehype-references.mjs';

const paper = {
  id: '1706.03762',
  type: 'arxiv',
  title: 'Attention Is All You Need',
  url: 'https://arxiv.org/abs/1706.03762',
};
const masking = { id: 'mask', definition: { en: 'What may not be read.', zh: '不许读的部分。' } };

function folder() {
  const content = mkdtempSync(path.join(tmpdir(), 'references-'));
  let minute = 0;
  const write = (name: string, key: string, list: readonly object[]) => {
    const file = path.join(content, name);
    writeFileSync(file, JSON.stringify({ [key]: list }));
    minute += 60;
    utimesSync(file, minute, minute);
  };
  write('concepts.yaml', 'concepts', [masking]);
  write('sources.yaml', 'sources', [paper]);
  return { content, write };
}

type Node = { name?: string; tagName?: string; properties?: Record<string, unknown>; children: unknown[] };
const attributes = (values: Record<string, string>) =>
  Object.entries(values).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));

function compile(
  plugin: ReturnType<typeof rehypeReferences>,
  name: string,
  values: Record<string, string>,
  as = 'zh.mdx',
) {
  const node = { type: 'mdxJsxTextElement', name, attributes: attributes(values), children: [] };
  const tree = { type: 'root', children: [node] };
  const fail = (message: string) => {
    throw new Error(message);
  };
  plugin(tree as never, { path: `content/math/some/${as}`, fail } as never);
  return tree.children[0] as unknown as Node;
}

test('a citation names its source and the place, a term its concept in the language of the file', () => {
  const plugin = rehypeReferences({ content: folder().content, basePath: '/base' });
  const cite = compile(plugin, 'Cite', { source: paper.id, at: '§3.2' });
  expect(cite.properties).toMatchObject({ href: paper.url, title: paper.title });
  expect(JSON.stringify(cite.children)).toContain('arXiv 1706.03762 §3.2');
  const term = JSON.stringify(compile(plugin, 'Term', { id: 'mask' }));
  expect(term).toContain('/base/zh/concepts/mask/');
  expect(term).toContain('不许读的部分。');
});

test('a source or a concept that is added or corrected while the site is being written is known at once', () => {
  const { content, write } = folder();
  const plugin = rehypeReferences({ content, basePath: '' });
  expect(() => compile(plugin, 'Cite', { source: 'new' })).toThrow('No source "new".');
  write('sources.yaml', 'sources', [paper, { ...paper, id: 'new', url: 'https://example.org/' }]);
  expect(compile(plugin, 'Cite', { source: 'new' }).properties).toMatchObject({ href: 'https://example.org/' });
  write('concepts.yaml', 'concepts', [{ ...masking, definition: { ...masking.definition, en: 'Left out.' } }]);
  expect(JSON.stringify(compile(plugin, 'Term', { id: 'mask' }, 'en.mdx'))).toContain('Left out.');
});
