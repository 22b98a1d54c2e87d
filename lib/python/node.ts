/**
 * The page's Python in Node, for tests: the same Pyodide, library zip, harness and limits as in the browser's worker.
 * Content tests use `runExercise` to prove that a starter fails and a solution passes.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadPyodide } from 'pyodide';
import { buildPython } from '@/lib/build/python/build-python';
import type { RunEvent, RunMode, RunReport } from './protocol';
import { bootRuntime, type Runtime } from './runtime';

let started: Promise<Runtime> | null = null;

/** One interpreter a process, started on first use (about two seconds; builds `public/python` first where it is stale). */
export function startNodeRuntime(): Promise<Runtime> {
  started ??= boot();
  return started;
}

async function boot(): Promise<Runtime> {
  const { folder } = await buildPython();
  const unpacked = async (name: string) => gunzipSync(await readFile(path.join(folder, `${name}.gz`)));
  const stdlibFile = path.join(tmpdir(), `layerwise-stdlib-${path.basename(folder)}-${process.pid}.zip`);
  await writeFile(stdlibFile, await unpacked('stdlib.zip'));
  const pyodideDir = path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve('pyodide/package.json'),
  );
  const runtime = await bootRuntime({
    loadPyodide: loadPyodide as never,
    pyodideOptions: { indexURL: `${pyodideDir}${path.sep}`, stdLibURL: stdlibFile },
    library: Uint8Array.from(await unpacked('layerwise.zip')),
  });
  await rm(stdlibFile, { force: true });
  return runtime;
}

/** Runs the tests of an exercise against a program, as "Run tests" in the page does. */
export async function runExercise(options: {
  /** Text of `exercise.py`, or of a solution in its place. */
  readonly exercise: string;
  /** Text of `test_exercise.py`; not needed for mode "run". */
  readonly tests?: string;
  readonly mode?: RunMode;
  readonly seconds?: number;
}): Promise<RunReport & { readonly output: string }> {
  const runtime = await startNodeRuntime();
  let output = '';
  const report = runtime.run(
    { 'exercise.py': options.exercise, 'test_exercise.py': options.tests ?? '' },
    {
      mode: options.mode ?? 'test',
      seconds: options.seconds ?? 4,
      onEvent: (event: RunEvent) => {
        if (event.kind === 'output') output += event.text;
      },
    },
  );
  return { ...report, output };
}
