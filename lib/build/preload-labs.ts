/**
 * Names the scripts of a page's labs in its head. The page lives once React has all of them: without a hint it asks for the list of
 * labs after it has started, for the lab after it has the list, and every button waits for two more ways to the server.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attributeValues } from './offline/attributes';
import { type Code, readCode } from './offline/page-needs';

/** Low, like the scripts of the page itself: text, styles and fonts go first. */
const hint = (address: string) => `<link rel="preload" as="script" fetchpriority="low" href="${address}"/>`;

export function withLabHints(html: string, code: Pick<Code, 'registry' | 'labs'>, basePath: string): string {
  const labs = attributeValues(html, 'data-lab');
  if (labs.length === 0) return html;
  const chunks = new Set([code.registry, ...labs.flatMap((id) => code.labs.get(id) ?? [])]);
  const wanted = [...chunks].filter((file) => !html.includes(`src="${basePath}${file}"`));
  return html.replace('</head>', () => `${wanted.map((file) => hint(basePath + file)).join('')}</head>`);
}

/** Rewrites every page of the export in `folder` that shows a lab. */
export function preloadLabs(folder: string, basePath: string): void {
  const names = readdirSync(folder, { recursive: true }).map((name) => String(name).split(path.sep).join('/'));
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const scripts = names.filter((name) => /^_next\/.*\.js$/.test(name));
  const known = new Set(scripts.map((name) => `/${name}`));
  const code = readCode(new Map(scripts.map((name) => [`/${name}`, read(name)])), (file) => known.has(file));
  for (const name of names) {
    if (!name.endsWith('.html')) continue;
    const html = read(name);
    const hinted = withLabHints(html, code, basePath);
    if (hinted !== html) writeFileSync(path.join(folder, name), hinted);
  }
}
