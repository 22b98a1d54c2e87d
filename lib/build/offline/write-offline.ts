/**
 * Writes `offline/index.json` and `sw.js` into an export: what the site consists of, and the worker that keeps it on a device. Runs after
 * everything that changes the bytes of a page, and before compression. The same export gives the same two files.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { contentHash } from '@/lib/offline/content-hash';
import { type FileEntry, type FileIndex, indexPath, serializeIndex } from '@/lib/offline/file-index';
import { coreGroup } from '@/lib/offline/wanted';
import { attributeValues } from './attributes';
import { groupPages } from './group-pages';
import { pageNeeds, readCode } from './page-needs';

/** Not asked for by a page: pictures for other sites, texts for machines, hints that `index.txt` repeats, twins of other files. */
const leftOut =
  /^\/(\.|_headers$|_redirects$|social\/|offline\/|_not-found\/|404\/|sw\.js|(roadmap\.json|robots\.txt|sitemap\.xml|llms\.txt|index\.txt)$)|\/__next\.[^/]*$|\.(br|map|ts)$/;

const notFound = '/404.html';

export async function writeOffline(out: string, basePath = process.env.BASE_PATH ?? ''): Promise<FileIndex> {
  const index = await indexExport(out, basePath);
  const text = serializeIndex(index);
  mkdirSync(path.join(out, 'offline'), { recursive: true });
  writeFileSync(path.join(out, indexPath), text);
  await bundleWorker(path.join(out, 'sw.js'), await contentHash(indexPath, new TextEncoder().encode(text)));
  return index;
}

async function indexExport(out: string, basePath: string): Promise<FileIndex> {
  const files = listFiles(out);
  const read = (file: string) => readFileSync(path.join(out, fileOf(file)), 'utf8');
  const exists = (file: string) => files.has(file);
  const code = readCode(
    new Map([...files].filter((file) => /^\/_next\/.*\.(js|css)$/.test(file)).map((file) => [file, read(file)])),
    exists,
  );
  const pages = [...files].filter((file) => file.endsWith('/'));
  const links = new Map<string, readonly string[]>();
  const needs = new Map<string, readonly string[]>();
  for (const page of pages) {
    const html = read(page);
    needs.set(page, pageNeeds(html, code, exists));
    const hrefs = attributeValues(html, 'href').map((href) => href.replace(/[?#].*/, '').slice(basePath.length));
    links.set(
      page,
      hrefs.filter((href) => href.endsWith('/') && exists(href)),
    );
  }
  const others = [...files].filter((file) => !file.endsWith('/') && isDownloaded(file, files));
  const groups = new Map(groupPages(pages, (page) => links.get(page) ?? [], others));
  const core = groups.get(coreGroup);
  if (!core || !exists(notFound)) throw new Error(`${out} is not an export of the site`);
  const ofNotFound = pageNeeds(read(notFound), code, exists);
  groups.set(coreGroup, { pages: core.pages, files: [...core.files, ...ofNotFound] });
  const entries = await Promise.all([...files].map((file) => describeFile(out, file)));
  return { files: new Map(entries.map((entry) => [entry.path, entry])), pages: needs, groups };
}

/** Python comes with the whole library and without it; the whole is only for an operator's own NumPy. */
function isDownloaded(file: string, files: ReadonlySet<string>): boolean {
  const hasWheel = [...files].some((name) => /^\/python\/wheels\/.*\.whl$/.test(name));
  return !file.endsWith(hasWheel ? '/stdlib.zip.gz' : '/stdlib-full.zip.gz');
}

function listFiles(out: string): ReadonlySet<string> {
  const names = readdirSync(out, { recursive: true }).map((name) => `/${String(name).split(path.sep).join('/')}`);
  const all = new Set(names);
  const isTwin = (name: string) => name.endsWith('.gz') && all.has(name.slice(0, -3));
  const files = names
    .filter((name) => !leftOut.test(name) && !isTwin(name) && statSync(path.join(out, name)).isFile())
    .sort();
  return new Set(files.map((name) => name.replace(/(?<=\/)index\.html$/, '')));
}

const fileOf = (file: string) => (file.endsWith('/') ? `${file}index.html` : file);

async function describeFile(out: string, file: string): Promise<FileEntry> {
  const bytes = new Uint8Array(readFileSync(path.join(out, fileOf(file))));
  const isPacked = /\.(gz|woff2|png|whl)$/.test(file);
  // Quick, and a tenth above what the best compression makes: sizes are said before a download, and should not grow in it.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const packed = isPacked ? bytes.length : Math.min(bytes.length, brotliCompressSync(bytes, { params }).length);
  return { path: file, hash: await contentHash(file, bytes), bytes: bytes.length, packed };
}

async function bundleWorker(outfile: string, buildHash: string): Promise<void> {
  await build({
    entryPoints: ['lib/offline/worker.ts'],
    outfile,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    define: { BUILD: JSON.stringify(buildHash) },
  });
}
