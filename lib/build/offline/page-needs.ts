/**
 * What a page needs beside itself: the scripts and styles it names, what those load late, the chunks and workers of its labs, its
 * fonts, the files of its exercise and its labs' code. Read from the export itself, so nothing has to be listed by hand.
 *
 * The bundler writes the address of every chunk it may load into the chunk that loads it. Following all of them finds everything; only
 * the list of all labs (components/labs/registry.tsx) must not be followed whole, or every lesson would need every lab.
 */
import path from 'node:path';
import { attributeValues } from './attributes';
import { unusedFonts } from './math-fonts';

export type Code = {
  /** A file below `/_next/static/` → those it names. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** The chunk with the list of all labs. */
  readonly registry: string;
  /** Lab → the chunks of its view. */
  readonly labs: ReadonlyMap<string, readonly string[]>;
  readonly styles: ReadonlyMap<string, string>;
};

const named = /\/?static\/(?:chunks|media)\/[\w.~-]+\.(?:js|css|woff2)/g;
const url = /url\(["']?([^)"']+)/g;
const lazyLab = /"([a-z0-9-]+)":\(0,[\w$]+\.lazy\)\(\(\)=>[\w$]+\.A\((\d+)\)\)/g;

/** `texts`: every script and style sheet of the export by its path. Throws where the list of labs is not to be found. */
export function readCode(texts: ReadonlyMap<string, string>, exists: (path: string) => boolean): Code {
  const references = new Map<string, readonly string[]>();
  let registry = '';
  let labs = new Map<string, readonly string[]>();
  for (const [file, text] of texts) {
    const found = [...text.matchAll(named)].map(([name]) => `/_next/${name.replace(/^\//, '')}`);
    const assets = file.endsWith('.css') ? [...text.matchAll(url)].map(([, to = '']) => join(file, to)) : [];
    references.set(file, [...new Set([...found, ...assets])].filter(exists));
    const listed = [...text.matchAll(lazyLab)];
    if (listed.length <= labs.size) continue;
    registry = file;
    labs = new Map(listed.map(([, id = '', module = '']) => [id, chunksOf(text, module)]));
  }
  return {
    references,
    registry,
    labs,
    styles: new Map([...texts].filter(([file]) => file.endsWith('.css'))),
  };
}

/** The chunks that the loader of a module fetches before it runs it. */
function chunksOf(text: string, module: string): readonly string[] {
  const loader = new RegExp(`[,{]${module},[\\w$]+=>\\{[\\w$]+\\.v\\([\\w$]+=>Promise\\.all\\((\\[[^\\]]*\\])`).exec(
    text,
  );
  if (!loader?.[1]) throw new Error(`the chunks of the lab's module ${module} are not written as they used to be`);
  return (JSON.parse(loader[1]) as string[]).map((name) => `/_next/${name}`);
}

const join = (file: string, to: string) => path.posix.join(path.posix.dirname(file), to);

/** Throws when the page shows a lab whose chunks are unknown: it would be missing offline, and nobody would see it until then. */
export function pageNeeds(html: string, code: Code, exists: (path: string) => boolean): readonly string[] {
  const modern = html.replace(/<script\s[^>]*\snomodule[^>]*><\/script>/gi, '');
  const seeds = [...modern.matchAll(named)].map(([name]) => `/_next/${name.replace(/^\//, '')}`);
  const labs = attributeValues(html, 'data-lab');
  for (const lab of labs) {
    const chunks = code.labs.get(lab);
    if (!chunks)
      throw new Error(`the chunks of the lab "${lab}" are not in the list of labs (${code.registry || 'not found'})`);
    seeds.push(...chunks);
  }
  const files = follow(seeds.filter(exists), code);
  for (const font of unusedFonts(html, code.styles)) files.delete(font);
  for (const lab of labs) files.add(`/code/${lab}.html`);
  for (const slug of attributeValues(html, 'data-exercise'))
    for (const name of ['exercise.py', 'solution.py', 'test_exercise.py']) files.add(`/exercises/${slug}/${name}`);
  return [...files].filter(exists).sort();
}

function follow(seeds: readonly string[], code: Code): Set<string> {
  const seen = new Set<string>();
  const queue = [...seeds];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (file !== code.registry) queue.push(...(code.references.get(file) ?? []));
  }
  return seen;
}
