/** `npm test`: everything, in the order in which failures are cheapest to find. The last line sums up. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './find-chromium';

type Count = { passed: number; failed: number };
const total: Count = { passed: 0, failed: 0 };
const RESULTS = 'test-results';

function step(name: string, command: string, args: readonly string[], read?: () => Count): void {
  const start = Date.now();
  console.log(`\n── ${name}`);
  const run = spawnSync(command, args, { stdio: 'inherit', env: process.env });
  const ok = run.status === 0;
  const count = read?.() ?? { passed: 0, failed: 0 };
  // A step that fails without naming a failed test (a crash, a lint error) counts as one failure.
  if (!ok && count.failed === 0) count.failed = 1;
  if (ok && !read) count.passed = 1;
  total.passed += count.passed;
  total.failed += count.failed;
  console.log(`── ${name}: ${ok ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - start) / 1000)} s`);
}

function readVitest(): Count {
  const file = `${RESULTS}/unit.json`;
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function readPlaywright(): Count {
  const file = `${RESULTS}/e2e.json`;
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
step('format and lint', 'npm', ['run', '--silent', 'lint']);
step('types', 'npm', ['run', '--silent', 'types']);
step(
  'unit and content',
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`],
  readVitest,
);
step('build', 'npm', ['run', '--silent', 'build']);
step('build below a path', 'npx', ['tsx', 'tests/e2e/subpath-site.ts']);
if (ensureChromium()) step('browser', 'npx', ['playwright', 'test'], readPlaywright);
else total.failed += 1;

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
