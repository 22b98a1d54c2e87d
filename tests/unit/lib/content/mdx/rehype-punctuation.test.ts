import { compile } from '@mdx-js/mdx';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { expect, test } from 'vitest';
import rehypePunctuation from '@/lib/content/mdx/rehype-punctuation.mjs';

async function drawn(source: string): Promise<string> {
  let html = '';
  const keep = () => (tree: Root) => {
    html = toHtml(tree, { allowDangerousHtml: true });
  };
  await compile(source, { remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex, rehypePunctuation, keep] });
  return html;
}

test('a full stop after a formula of one box is tied to it, and an opening bracket before it', async () => {
  const html = await drawn('其中（$x$）是输入。设 $y$。');
  expect(html).toMatch(/<p>其中<span class="tied">（<span class="katex">/);
  expect(html).toContain('）</span>是输入。设 <span class="tied"><span class="katex">');
  expect(html).toMatch(/。<\/span><\/p>$/);
});

test('a formula that may break over lines is left alone, and so is one with letters around it', async () => {
  expect(await drawn('set $a = b + c$, then')).not.toContain('tied');
  expect(await drawn('the $x$ axis')).not.toContain('tied');
});
