/** The CPython that snippets run in: one given by LAYERWISE_PYTHON, else a venv made here from the pinned requirements. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const REQUIREMENTS = 'tests/snippets/requirements.txt';
const VENV = '.venv-snippets';

export function findPython(): string {
  const given = process.env.LAYERWISE_PYTHON;
  if (given) return given;
  const python = path.join(VENV, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const stamp = path.join(VENV, 'requirements.sha256');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return path.resolve(python);
  console.log(
    `Installing ${REQUIREMENTS} into ${VENV}. It takes some gigabytes; LAYERWISE_PYTHON=… uses a Python you have.`,
  );
  run('python3', ['-m', 'venv', VENV]);
  run(python, ['-m', 'pip', 'install', '-q', '--retries', '0', '-r', REQUIREMENTS]);
  writeFileSync(stamp, wanted);
  return path.resolve(python);
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

export type Versions = { readonly python: string; readonly packages: Readonly<Record<string, string | null>> };

/** What is installed of the packages in requirements.txt; null for one that is not. */
export function readVersions(python: string): Versions {
  const names = pinned().map(({ name }) => name);
  const program = [
    'import importlib.metadata as m, json, platform, sys',
    'def version(name):',
    '    try: return m.version(name)',
    '    except m.PackageNotFoundError: return None',
    'print(json.dumps({"python": platform.python_version(), "packages": {n: version(n) for n in sys.argv[1:]}}))',
  ].join('\n');
  const { stdout, status, stderr } = spawnSync(python, ['-c', program, ...names], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${python} does not run: ${stderr}`);
  return JSON.parse(stdout) as Versions;
}

export function pinned(): { readonly name: string; readonly version: string }[] {
  return [...readFileSync(REQUIREMENTS, 'utf8').matchAll(/^([\w-]+)==(.+)$/gm)].map(([, name = '', version = '']) => ({
    name,
    version: version.trim(),
  }));
}
