/**
 * Makes `public/python/`: the Python runtime of the page, self-hosted, from the npm package `pyodide` and our sources.
 * Run by `npx tsx lib/build/python/build-python.ts`; needs no network; does nothing when its inputs have not changed.
 *
 *   manifest.json            version, files and sizes; the only address the page knows
 *   <version>/               pyodide.mjs, pyodide.asm.mjs, pyodide.asm.wasm.gz, stdlib.zip.gz, layerwise.zip.gz, worker.mjs,
 *                          stdlib-full.zip.gz (only for an operator's NumPy)
 *   wheels/manifest.json     an operator's real NumPy, if its wheel lies in that folder (see lib/python/README.md)
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { loadPyodide } from 'pyodide';
import type { AssetFile, Manifest } from '@/lib/python/protocol';
import { keepsStdlibFile } from './trimmed';

const root = process.cwd();
const outDir = path.join(root, 'public/python');
const pyodideDir = path.dirname(createRequire(path.join(root, 'package.json')).resolve('pyodide/package.json'));

export type PythonBuild = { readonly manifest: Manifest; readonly folder: string; readonly rebuilt: boolean };

/** Builds what is missing; the manifest names the folder. */
export async function buildPython(): Promise<PythonBuild> {
  await mkdir(outDir, { recursive: true });
  const release = await acquireLock();
  try {
    return await buildWhereStale();
  } finally {
    await release();
  }
}

/** Tests start several processes at once: one builds, the others wait. A lock left by a dead process expires. */
async function acquireLock(): Promise<() => Promise<void>> {
  const lock = path.join(outDir, '.lock');
  for (;;) {
    const taken = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (taken) return () => rm(lock, { recursive: true, force: true });
    const age = await stat(lock).then(
      (entry) => Date.now() - entry.mtimeMs,
      () => 0,
    );
    if (age > 120_000) await rm(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function buildWhereStale(): Promise<PythonBuild> {
  const version = await hashInputs();
  const folder = path.join(outDir, version);
  const known = await readManifest();
  const wheel = await findWheel();
  await writeJson(path.join(outDir, 'wheels/manifest.json'), { numpy: wheel });
  if (known?.version === version && (await isComplete(known, folder))) {
    return { manifest: known, folder, rebuilt: false };
  }
  await mkdir(folder, { recursive: true });
  const libraries = await compileLibraries();
  const packed = {
    'pyodide.asm.wasm': await readFile(path.join(pyodideDir, 'pyodide.asm.wasm')),
    'stdlib.zip': libraries.stdlib,
    'layerwise.zip': libraries.layerwise,
    'stdlib-full.zip': libraries.fullStdlib,
  };
  const written: AssetFile[] = [];
  for (const [name, bytes] of Object.entries(packed)) {
    const gzipped = gzipSync(bytes, { level: 9 });
    await writeFile(path.join(folder, `${name}.gz`), gzipped);
    written.push({ name: `${name}.gz`, bytes: bytes.length, packed: gzipped.length });
  }
  for (const name of ['pyodide.mjs', 'pyodide.asm.mjs']) {
    await copyFile(path.join(pyodideDir, name), path.join(folder, name));
    const bytes = await readFile(path.join(folder, name));
    written.push({ name, bytes: bytes.length, packed: gzipSync(bytes).length });
  }
  await bundleWorker(path.join(folder, 'worker.mjs'));
  const lock = JSON.parse(await readFile(path.join(pyodideDir, 'pyodide-lock.json'), 'utf8')) as {
    info: { python: string };
  };
  const [fullStdlib] = written.filter((file) => file.name.startsWith('stdlib-full'));
  if (!fullStdlib) throw new Error('stdlib-full.zip was not written');
  const files = written.filter((file) => file !== fullStdlib);
  const manifest: Manifest = {
    version,
    pyodide: (await packageVersion()) ?? 'unknown',
    python: lock.info.python,
    files,
    fullStdlib,
    download: files.reduce((sum, file) => sum + file.packed, 0),
    lock: lock.info,
  };
  await writeJson(path.join(outDir, 'manifest.json'), manifest);
  await removeOthers(version);
  return { manifest, folder, rebuilt: true };
}

/** Our Python that goes into `layerwise.zip`, by its path there. */
export async function librarySources(): Promise<Record<string, string>> {
  const base = path.join(root, 'lib/python');
  const found: Record<string, string> = {};
  for (const [dir, prefix] of [
    ['numpy', 'numpy/'],
    ['harness', ''],
  ] as const) {
    const names = (await readdir(path.join(base, dir), { recursive: true })).filter((n) => n.endsWith('.py')).sort();
    for (const name of names) {
      found[prefix + name.split(path.sep).join('/')] = await readFile(path.join(base, dir, name), 'utf8');
    }
  }
  return found;
}

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256').update((await packageVersion()) ?? '');
  hash.update(JSON.stringify(await librarySources()));
  for (const dir of ['lib/build/python', 'lib/python']) {
    const names = (await readdir(path.join(root, dir))).filter((n) => /\.(ts|py)$/.test(n)).sort();
    for (const name of names) hash.update(name).update(await readFile(path.join(root, dir, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function packageVersion(): Promise<string | undefined> {
  return (JSON.parse(await readFile(path.join(pyodideDir, 'package.json'), 'utf8')) as { version?: string }).version;
}

async function compileLibraries() {
  // Without column tables the compiled files are a fifth smaller; the learner's own code is compiled in the page, with them.
  const env = { PYTHONNODEBUGRANGES: '1', HOME: '/home/pyodide' };
  const pyodide = await loadPyodide({ indexURL: `${pyodideDir}${path.sep}`, env });
  pyodide.runPython(await readFile(path.join(root, 'lib/build/python/compile_library.py'), 'utf8'));
  const source = Uint8Array.from(await readFile(path.join(pyodideDir, 'python_stdlib.zip')));
  const zip = (result: { toJs(): Uint8Array; destroy(): void }) => {
    const bytes = Uint8Array.from(result.toJs());
    result.destroy();
    return bytes;
  };
  const stdlib = zip(pyodide.globals.get('compile_zip')(source, '/lib/python314.zip', keepsStdlibFile, 2));
  const fullStdlib = zip(pyodide.globals.get('compile_zip')(source, '/lib/python314.zip', () => true, 2));
  const sources = pyodide.toPy(await librarySources());
  const layerwise = zip(pyodide.globals.get('compile_files')(sources, '/lib/layerwise.zip'));
  return { stdlib, fullStdlib, layerwise };
}

async function bundleWorker(outfile: string) {
  await build({
    entryPoints: [path.join(root, 'lib/python/worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
  });
}

async function readManifest(): Promise<Manifest | null> {
  return readFile(path.join(outDir, 'manifest.json'), 'utf8').then(
    (text) => JSON.parse(text) as Manifest,
    () => null,
  );
}

async function isComplete(manifest: Manifest, folder: string): Promise<boolean> {
  const listed = [...manifest.files, manifest.fullStdlib];
  const names = [...listed.map((file) => file?.name ?? ''), 'worker.mjs'];
  const found = await Promise.all(names.map((name) => stat(path.join(folder, name)).catch(() => null)));
  return found.every((entry, i) => {
    const file = listed[i];
    return entry !== null && (!file || entry.size === (file.name.endsWith('.gz') ? file.packed : file.bytes));
  });
}

/** The one wheel an operator has put there. Its name must be that of a build for this Pyodide's Python. */
async function findWheel(): Promise<string | null> {
  const dir = path.join(outDir, 'wheels');
  await mkdir(dir, { recursive: true });
  return (
    (await readdir(dir))
      .filter((name) => /^numpy-.*\.whl$/.test(name))
      .sort()
      .at(-1) ?? null
  );
}

async function removeOthers(version: string) {
  for (const name of await readdir(outDir)) {
    if (/^[0-9a-f]{12}$/.test(name) && name !== version) await rm(path.join(outDir, name), { recursive: true });
  }
}

async function writeJson(file: string, value: unknown) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { manifest, rebuilt } = await buildPython();
  const size = (manifest.download / 1e6).toFixed(1);
  console.log(
    `python ${manifest.python} (${manifest.version}): ${rebuilt ? 'built' : 'up to date'}, ${size} MB to download`,
  );
}
