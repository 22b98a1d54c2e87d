/**
 * Every exercise in the page's own Python: the starter runs and fails, the solution passes, neither makes the reader wait.
 * `npm run test:snippets` does the same in CPython with real NumPy.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContent } from '@/lib/content/build-site';
import { runExercise } from '@/lib/python/node';

const exercises = readContent('.').lessons.filter(({ exercise }) => exercise);

function filesOf(folder: string) {
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
  return { starter: read('exercise.py'), solution: read('solution.py'), tests: read('test_exercise.py') };
}

type Exercise = Parameters<typeof runExercise>[0];

/** Milliseconds of processor time: unlike those of a clock they do not grow when the machine is busy with something else. */
async function timed(exercise: Exercise) {
  const before = process.cpuUsage();
  const report = await runExercise(exercise);
  const { user, system } = process.cpuUsage(before);
  return { report, ms: (user + system) / 1000 };
}

/** What the promise of a second is measured by: 200,000 additions take the page's Python about an eighth of one. */
const EIGHTH = 'x = 0.0\nfor i in range(200_000):\n    x += i * 0.5\n';

/** The report of a run, and how many seconds it takes where the additions take an eighth. Caches are shared: too slow counts if it is so three times. */
async function measured(exercise: Exercise) {
  for (let left = 2; ; left -= 1) {
    const { report, ms } = await timed(exercise);
    const eighth = await timed({ exercise: EIGHTH, mode: 'run' });
    const seconds = ms / eighth.ms / 8;
    if (seconds < 1 || left === 0) return { ...report, seconds };
  }
}

test('every lesson has an exercise', () => {
  expect(exercises.map(({ slug }) => slug)).toEqual(readContent('.').lessons.map(({ slug }) => slug));
});

describe.each(exercises.map(({ folder }) => folder))('%s', (folder) => {
  const { starter, solution, tests } = filesOf(folder);

  test('the starter runs as it is', async () => {
    const { problem } = await runExercise({ exercise: starter, mode: 'run' });
    expect(problem).toBeNull();
  });

  test('the starter fails, and each failure says something', async () => {
    const report = await measured({ exercise: starter, tests });
    expect(report.problem).toBeNull();
    const failed = report.tests.filter(({ outcome }) => outcome === 'fail');
    expect(failed.length).toBeGreaterThan(0);
    for (const { name, problem } of failed) expect([name, problem?.message]).not.toEqual([name, '']);
    expect(report.seconds).toBeLessThan(1);
  });

  test('the solution passes all of four to eight tests', async () => {
    const report = await measured({ exercise: solution, tests });
    expect(report.problem).toBeNull();
    const notPassed = report.tests.filter(({ outcome }) => outcome !== 'pass');
    expect(notPassed.map(({ name, problem }) => `${name}: ${problem?.message}`)).toEqual([]);
    expect(report.tests.length).toBeGreaterThanOrEqual(4);
    expect(report.tests.length).toBeLessThanOrEqual(8);
    expect(report.seconds).toBeLessThan(1);
  });
});
