/**
 * Code fences become highlighted figures at build time. Colours are CSS variables of the token file, so that one markup serves
 * both themes; spans carry one short class each.
 */
import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { visit } from 'unist-util-visit';

export const languages = ['python', 'bash', 'json', 'yaml', 'typescript', 'http', 'dockerfile', 'text'];

const theme = createCssVariablesTheme({ name: 'layerwise', variablePrefix: '--sh-', fontStyle: false });
const highlighter = createHighlighter({ themes: [theme], langs: languages.filter((name) => name !== 'text') });

/** Shiki's CSS variable names and the class each becomes. */
const classOf = {
  'token-comment': 'c',
  'token-keyword': 'k',
  'token-string': 's',
  'token-string-expression': 's',
  'token-constant': 'n',
  'token-function': 'f',
  'token-parameter': '',
  'token-punctuation': '',
  'token-link': 's',
};

function spanClass(style) {
  const name = /--sh-([a-z-]+)/.exec(style ?? '')?.[1];
  return name ? (classOf[name] ?? '') : '';
}

/** Lines of hast spans for `code`. Unknown languages are an error: name a language of the list or `text`. */
export async function highlight(code, lang) {
  if (!languages.includes(lang)) throw new Error(`Code language "${lang}" is not one of ${languages.join(', ')}.`);
  const shiki = await highlighter;
  const root = shiki.codeToHast(code, { lang, theme: 'layerwise' });
  const lines = root.children[0].children[0].children;
  const children = [];
  for (const line of lines) {
    if (line.type === 'text') {
      children.push(line);
      continue;
    }
    for (const token of line.children) {
      const name = spanClass(token.properties?.style);
      const text = token.children[0]?.value ?? '';
      const previous = children.at(-1);
      if (!name || text.trim() === '') {
        if (previous?.type === 'text') previous.value += text;
        else children.push({ type: 'text', value: text });
      } else if (previous?.type === 'element' && previous.properties.className[0] === name)
        previous.children[0].value += text;
      else
        children.push({
          type: 'element',
          tagName: 'span',
          properties: { className: [name] },
          children: [{ type: 'text', value: text }],
        });
    }
  }
  return children;
}

export default function rehypeCode() {
  return async (tree) => {
    const blocks = [];
    visit(tree, 'element', (node) => {
      const code = node.tagName === 'pre' ? node.children[0] : undefined;
      if (code?.type === 'element' && code.tagName === 'code') blocks.push([node, code]);
    });
    for (const [pre, code] of blocks) {
      const lang = /language-(\S+)/.exec(String(code.properties.className ?? ''))?.[1] ?? 'text';
      const meta = String(code.properties.dataMeta ?? code.properties['data-meta'] ?? '');
      const text = code.children
        .map((child) => child.value ?? '')
        .join('')
        .replace(/\n$/, '');
      code.children = await highlight(text, lang);
      code.properties = {};
      pre.properties = {
        lang,
        title: /title="([^"]*)"/.exec(meta)?.[1] ?? '',
        needs: /needs="([^"]*)"/.exec(meta)?.[1] ?? '',
      };
    }
  };
}
