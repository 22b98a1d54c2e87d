/**
 * KaTeX comes with twenty faces, and a lesson's formulas use a third of them. Which ones follows from its style sheet: a face is used
 * when a rule that asks for it has all its classes on the page. All other families are taken as used.
 */
import path from 'node:path';
import { attributeValues } from './attributes';

type Face = { readonly family: string; readonly bold: boolean; readonly italic: boolean };

const prefix = 'KaTeX_';

/** Paths of the faces that no formula of this page is set in. */
export function unusedFonts(html: string, styles: ReadonlyMap<string, string>): readonly string[] {
  const classes = new Set(attributeValues(html, 'class').flatMap((list) => list.split(/\s+/)));
  return [...styles].flatMap(([file, css]) => {
    if (!css.includes(prefix)) return [];
    const used = rules(css).filter(({ selector }) => selector.split(',').some((part) => applies(part, classes)));
    const asked = used.flatMap(({ body }) => readFace(body) ?? []);
    return faces(css).flatMap(({ face, url }) =>
      face.family.startsWith(prefix) && !asked.some((one) => isSame(one, face))
        ? [path.posix.join(path.posix.dirname(file), url)]
        : [],
    );
  });
}

const isSame = (a: Face, b: Face) => a.family === b.family && a.bold === b.bold && a.italic === b.italic;

function rules(css: string) {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector, body }));
}

function applies(selector: string, classes: ReadonlySet<string>): boolean {
  const needed = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  return needed.length > 0 && needed.every((name) => classes.has(name));
}

/** A rule that only makes bold or slanted does so to the face of running text. */
function readFace(body: string): Face | null {
  const family = /(?:^|;)\s*font(?:-family)?:[^;]*?(KaTeX_\w+)/.exec(body)?.[1];
  const [bold, italic] = [/font-weight:(bold|700)/.test(body), /font-style:italic/.test(body)];
  if (!family && !bold && !italic) return null;
  return { family: family ?? `${prefix}Main`, bold, italic };
}

function faces(css: string) {
  return rules(css).flatMap(({ selector, body }) => {
    if (!selector.includes('@font-face')) return [];
    const family = /font-family:\s*["']?([^;"']+)/.exec(body)?.[1] ?? '';
    const url = /url\(["']?([^)"']+\.woff2)/.exec(body)?.[1];
    const face = { family, bold: /font-weight:(bold|700)/.test(body), italic: /font-style:italic/.test(body) };
    return url ? [{ face, url }] : [];
  });
}
