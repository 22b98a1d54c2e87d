/** The real content, held against what `lesson-guide` promises and what no schema can see. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '@mdx-js/mdx';
import type { Root } from 'hast';
import katex from 'katex';
import { visitParents } from 'unist-util-visit-parents';
import { describe, expect, test } from 'vitest';
import { readContent } from '@/lib/content/build-site';
import { locales } from '@/lib/i18n/locale';
import { startNodeRuntime } from '@/lib/python/node';
import { sitePlugins } from './site-plugins';

const { lessons, problems } = readContent('.');
const texts = lessons.flatMap((lesson) =>
  locales.map((locale) => ({
    file: `${lesson.folder}/${locale}.mdx`,
    locale,
    outline: lesson.outlines[locale],
    words: lesson.text[locale].words,
  })),
);

test('the content has no problem', () => {
  expect(problems.list.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

test('each lesson has a lab and four to seven checks', () => {
  for (const { slug, outlines } of lessons) {
    const count = (kind: string) => outlines.en.marks.filter((mark) => mark.kind === kind).length;
    expect([slug, count('lab') > 0]).toEqual([slug, true]);
    expect([slug, count('check') >= 4 && count('check') <= 7]).toEqual([slug, true]);
  }
});

describe.each(texts)('$file', ({ file, locale, outline, words }) => {
  test('is as long as a lesson may be', () => {
    const [least, most] = locale === 'en' ? [900, 1600] : [1400, 2800];
    expect(words).toBeGreaterThanOrEqual(least);
    expect(words).toBeLessThanOrEqual(most);
  });

  test('every formula is strict LaTeX', () => {
    for (const { value, display, line } of outline.maths) {
      const render = () => katex.renderToString(value, { displayMode: display, strict: 'error', throwOnError: true });
      expect(render, `${file}:${line}`).not.toThrow();
    }
  });

  test('compiles as the site compiles it, with no mark of emphasis left in the text', async () => {
    expect(await strayMarks(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

test('a mark of emphasis that stayed a mark is found, closed emphasis and code are not', async () => {
  expect(await strayMarks('权重**（weight）**在这里，`2 ** 3` 是代码，$a^{**}$ 是公式。')).toEqual([]);
  expect(await strayMarks('权重 ** 在这里')).toEqual(['权重 ** 在这里']);
});

/** Text of a page that still shows Markdown's marks. Throws when the site's plugins refuse the source. */
async function strayMarks(source: string): Promise<string[]> {
  const left: string[] = [];
  const { remarkPlugins, rehypePlugins } = await sitePlugins();
  const collect = () => (tree: Root) => {
    visitParents(tree, 'text', (node, ancestors) => {
      const code = ancestors.some((item) => item.type === 'element' && ['code', 'pre'].includes(item.tagName));
      if (!code && /\*\*|__|~~/.test(node.value)) left.push(node.value);
    });
  };
  await compile(source, { remarkPlugins, rehypePlugins: [collect, ...rehypePlugins] });
  return left;
}

/** The parse tree without what a translation may change: comments are not in it, the text of strings is blanked. */
const skeleton = `
import ast, json

class Blank(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.Constant('') if isinstance(node.value, str) else node

    def visit_JoinedStr(self, node):
        values = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        return ast.JoinedStr([ast.FormattedValue(self.visit(part.value), part.conversion) for part in values])

def outline(code):
    try:
        return ast.unparse(Blank().visit(ast.parse(code)))
    except SyntaxError as error:
        return f'SyntaxError line {error.lineno}: {error.msg}'

json.dumps([outline(code) for code in json.loads(blocks)])
`;

async function outlinePython(blocks: readonly string[]): Promise<string[]> {
  const { pyodide } = await startNodeRuntime();
  const globals = pyodide.toPy({ blocks: JSON.stringify(blocks) });
  return JSON.parse(pyodide.runPython(skeleton, { globals }) as string) as string[];
}

test('every Python block compiles', async () => {
  const blocks = texts.flatMap(({ file, outline }) =>
    outline.code.filter(({ lang }) => lang === 'python').map((block) => ({ ...block, file })),
  );
  const outlines = await outlinePython(blocks.map(({ value }) => value));
  const broken = outlines.flatMap((text, i) =>
    text.startsWith('SyntaxError') ? [`${blocks[i]?.file}:${blocks[i]?.line} ${text}`] : [],
  );
  expect(blocks.length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});

test('the outline of code ignores comments and words, and nothing else', async () => {
  const [english, chinese, other, broken] = await outlinePython([
    'x = 1  # one\nprint(f"{x} words", "a")',
    'x = 1  # 一\nprint(f"共 {x} 个词", "甲")',
    'x = 2\nprint(f"{x} words", "a")',
    'x = = 1',
  ]);
  expect(chinese).toBe(english);
  expect(other).not.toBe(english);
  expect(broken).toMatch(/^SyntaxError line 1/);
});

test.each(lessons.map((lesson) => [lesson.slug, lesson] as const))(
  '%s: both languages show the same code',
  async (_, { outlines }) => {
    const shape = ({ lang, meta }: { lang: string; meta: string }) =>
      [lang, /\brun\b/.test(meta), /needs="(\w+)"/.exec(meta)?.[1]].join(' ');
    const code = (locale: 'zh' | 'en') => outlines[locale].code.filter(({ lang }) => lang !== 'text');
    expect(code('zh').map(shape)).toEqual(code('en').map(shape));
    const python = (locale: 'zh' | 'en') =>
      outlinePython(code(locale).flatMap(({ lang, value }) => (lang === 'python' ? [value] : [])));
    expect(await python('zh')).toEqual(await python('en'));
  },
);

test('an id once published is never taken back', ({ skip }) => {
  const file = 'content/published-ids.json';
  type Published = Record<string, string[]>;
  const now = JSON.parse(readFileSync(file, 'utf8')) as Published;
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', cwd: path.resolve('.'), stdio: ['ignore', 'pipe', 'ignore'] });
  let commits: string[] = [];
  try {
    commits = git('log', '--format=%H', '--', file).split('\n').filter(Boolean);
  } catch {
    // An unpacked archive has no history.
  }
  if (commits.length === 0) skip('no history here');
  const lost = commits.flatMap((commit) => {
    const then = JSON.parse(git('show', `${commit}:${file}`)) as Published;
    return Object.entries(then).flatMap(([kind, ids]) =>
      ids.filter((id) => !now[kind]?.includes(id)).map((id) => `${kind} ${id}, published in ${commit.slice(0, 8)}`),
    );
  });
  expect(lost).toEqual([]);
});
