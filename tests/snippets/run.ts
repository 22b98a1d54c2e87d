/**
 * `npm run test:snippets`: runs every Python block marked `run` of every lesson in CPython with the real libraries, compiles the
 * others, and holds each exercise against real NumPy. Needs a network once, to install; takes minutes; not part of `npm test`.
 * With words after it, only the lessons whose slug contains one of them: `npm run test:snippets -- lora`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readContent } from '@/lib/content/build-site';
import type { LessonDraft } from '@/lib/content/read-lesson';
import { type Locale, locales } from '@/lib/i18n/locale';
import { findPython, pinned, readVersions, type Versions } from './python';

const MINUTES = 15;
type Row = { readonly what: string; readonly did: string; readonly seconds: number; readonly problem: string | null };
type BlockReport = {
  readonly line: number;
  readonly run: boolean;
  readonly seconds: number;
  readonly error: { readonly line: number; readonly message: string; readonly output: string } | null;
};

async function main(): Promise<void> {
  const python = findPython();
  const versions = readVersions(python);
  const missing = reportVersions(versions);
  const wanted = process.argv.slice(2);
  const lessons = readContent('.').lessons.filter(
    ({ slug }) => wanted.length === 0 || wanted.some((word) => slug.includes(word)),
  );
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    const mark = row.problem === null ? 'ok  ' : 'FAIL';
    console.log(`${mark}  ${row.what.padEnd(44)} ${row.did.padEnd(34)} ${row.seconds.toFixed(1).padStart(6)} s`);
    if (row.problem) console.log(`      ${row.problem.replaceAll('\n', '\n      ')}`);
  };
  for (const lesson of lessons) {
    for (const locale of locales) add(await runLesson(python, lesson, locale));
    if (lesson.exercise) add(await runExercise(python, lesson));
  }
  const failed = rows.filter(({ problem }) => problem !== null).length;
  console.log(`\n${rows.length - failed} passed, ${failed} failed`);
  if (failed === 0 && wanted.length === 0 && missing === 0)
    writeFileSync('tests/snippets/versions.json', `${JSON.stringify(versions, null, 2)}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Returns how many packages are missing or not of the pinned version. A local part such as `+cpu` does not matter. */
function reportVersions(versions: Versions): number {
  const off = pinned().filter(({ name, version }) => versions.packages[name]?.split('+')[0] !== version);
  const list = Object.entries(versions.packages).map(([name, version]) => `${name} ${version ?? '–'}`);
  console.log(`Python ${versions.python}: ${list.join(', ')}`);
  for (const { name, version } of off) {
    console.log(`  note: ${name} ${version} is pinned, ${versions.packages[name] ?? 'nothing'} is installed`);
  }
  console.log('');
  return off.length;
}

async function runLesson(python: string, lesson: LessonDraft, locale: Locale): Promise<Row> {
  const file = `${lesson.folder}/${locale}.mdx`;
  const blocks = lesson.outlines[locale].code
    .filter(({ lang }) => lang === 'python')
    .map(({ line, value, meta }) => ({ line, code: value, run: /\brun\b/.test(meta) }));
  const run = blocks.filter((block) => block.run).length;
  const what = `${lesson.slug} ${locale}`;
  const did = `${run} run, ${blocks.length - run} compiled`;
  const folder = mkdtempSync(path.join(tmpdir(), 'snippets-'));
  const reportFile = path.join(folder, 'report.json');
  const start = Date.now();
  try {
    const job = JSON.stringify({ file: path.resolve(file), blocks, report: reportFile });
    const { status, output } = await callPython(python, ['run_blocks.py'], { input: job, cwd: folder });
    const seconds = (Date.now() - start) / 1000;
    if (status !== 0) return { what, did, seconds, problem: `Python ended with ${status}\n${output.slice(-2000)}` };
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as BlockReport[];
    const errors = report.flatMap(({ error }) => (error ? [error] : []));
    const problem = errors.map((error) => `${file}:${error.line} ${error.message}\n${error.output}`).join('\n');
    return { what, did, seconds, problem: problem || null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runExercise(python: string, { folder, slug }: LessonDraft): Promise<Row> {
  const start = Date.now();
  const tests = `${folder}/test_exercise.py`;
  const attempt = async (program: string) => {
    const files = [path.resolve(folder, program), path.resolve(tests)];
    const { status, output } = await callPython(python, ['run_exercise.py', ...files], {});
    if (status !== 0) throw new Error(`${folder}/${program}: ${output.slice(-2000)}`);
    return JSON.parse(output) as { tests: Record<string, string | null>; seconds: number };
  };
  const row = (did: string, problem: string | null): Row => ({
    what: `${slug} exercise`,
    did,
    seconds: (Date.now() - start) / 1000,
    problem,
  });
  try {
    const [starter, solution] = [await attempt('exercise.py'), await attempt('solution.py')];
    const fails = Object.values(starter.tests).filter((message) => message !== null).length;
    const wrong = Object.entries(solution.tests).filter(([, message]) => message !== null);
    const did = `starter fails ${fails} of ${Object.keys(starter.tests).length}`;
    if (fails === 0) return row(did, 'the starter passes every test');
    if (wrong.length > 0) return row(did, wrong.map(([name, message]) => `solution, ${name}: ${message}`).join('\n'));
    return row(did, null);
  } catch (error) {
    return row('', error instanceof Error ? error.message : String(error));
  }
}

/** Standard output alone when all went well, both streams otherwise. */
function callPython(
  python: string,
  [script = '', ...args]: readonly string[],
  { input = '', cwd = '.' }: { readonly input?: string; readonly cwd?: string },
): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [path.resolve('tests/snippets', script), ...args], {
      cwd,
      timeout: MINUTES * 60_000,
      env: { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1', TOKENIZERS_PARALLELISM: 'false' },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      error += part;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: status === 0 ? out : out + error }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
