/**
 * The NumPy subset against real NumPy: every case of tests/python/numpy_cases was run in CPython with NumPy and recorded
 * (tests/python/record_numpy.py); here the same cases run in the page's Python with our subset.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { startNodeRuntime } from '@/lib/python/node';

const fixtures = path.join(process.cwd(), 'tests/fixtures/numpy');
const casesDir = path.join(process.cwd(), 'tests/python/numpy_cases');
const groups = readdirSync(fixtures).filter((name) => name.endsWith('.json'));

type Report = { readonly count: number; readonly missing: string[]; readonly failures: string[] };
let compare: (fixture: string) => string;

beforeAll(async () => {
  const { pyodide } = await startNodeRuntime();
  pyodide.FS.mkdirTree('/cases');
  for (const name of ['cases.py', 'outcome.py', 'compare.py']) {
    pyodide.FS.writeFile(`/cases/${name}`, readFileSync(path.join(casesDir, name)));
  }
  compare = pyodide.runPython("import sys\nsys.path.insert(0, '/cases')\nimport compare\ncompare.compare");
}, 60_000);

test('there is a fixture for every group of cases', () => {
  expect(groups.length).toBe(16);
});

test.each(groups)('%s: the subset does what NumPy does', (file) => {
  const report = JSON.parse(compare(readFileSync(path.join(fixtures, file), 'utf8'))) as Report;
  expect(report.failures).toEqual([]);
  expect(report.missing, 'cases without a recorded outcome: run tests/python/record_numpy.py').toEqual([]);
  expect(report.count).toBeGreaterThan(25);
});
