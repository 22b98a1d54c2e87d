/** The harness on the page's Python in Node: what a learner sees for each way in which a program can end. */
import { beforeAll, expect, test } from 'vitest';
import { runExercise, startNodeRuntime } from '@/lib/python/node';

const lines = (...text: string[]) => `${text.join('\n')}\n`;
const run = (exercise: string, seconds = 1) => runExercise({ exercise, mode: 'run', seconds });

beforeAll(async () => {
  await startNodeRuntime();
}, 90_000);

test('tests run in the order of the file, each with its purpose, message, line and output', async () => {
  const report = await runExercise({
    exercise: lines('def double(x):', '    print("got", x)', '    return x + x'),
    tests: lines(
      'from exercise import double',
      'def test_zebra():',
      '    """Doubles numbers."""',
      '    assert double(2) == 4',
      'def test_apple():',
      '    assert double(3) == 7, "three doubled is six"',
      'def helper():',
      '    raise ValueError',
    ),
  });
  expect(report.problem).toBeNull();
  expect(report.tests.map(({ name, doc, outcome, output }) => ({ name, doc, outcome, output }))).toEqual([
    { name: 'test_zebra', doc: 'Doubles numbers.', outcome: 'pass', output: 'got 2\n' },
    { name: 'test_apple', doc: '', outcome: 'fail', output: 'got 3\n' },
  ]);
  expect(report.tests[1]?.problem).toMatchObject({
    type: 'AssertionError',
    message: 'three doubled is six',
    hint: 'assertion',
    file: 'test_exercise.py',
    line: 6,
  });
});

test('an assert without a message shows its source line', async () => {
  const { tests } = await runExercise({
    exercise: 'x = 1\n',
    tests: lines('import exercise', 'def test_x():', '    assert exercise.x == 2'),
  });
  expect(tests[0]?.problem?.message).toBe('assert exercise.x == 2');
});

test('an error inside the exercise points at the line of the exercise and shows no line of ours', async () => {
  const { tests } = await runExercise({
    exercise: lines('import numpy as np', 'def f():', '    return np.zeros(2) + np.zeros(3)'),
    tests: lines('from exercise import f', 'def test_f():', '    f()'),
  });
  const problem = tests[0]?.problem;
  expect(problem).toMatchObject({ type: 'ValueError', file: 'exercise.py', line: 3 });
  expect(problem?.message).toContain('operands could not be broadcast together with shapes (2,) (3,)');
  expect(problem?.traceback).toContain('File "test_exercise.py", line 3, in test_f');
  expect(problem?.traceback).not.toContain('layerwise');
  expect(problem?.traceback).not.toContain('/lib/');
});

test('a loop without end is stopped at its line, what was printed stays, and the next run works', async () => {
  const report = await run(lines('print("before")', 'i = 0', 'while True:', '    i += 1'));
  expect(report.problem).toMatchObject({ hint: 'time', file: 'exercise.py' });
  expect([3, 4]).toContain(report.problem?.line);
  expect(report.output).toBe('before\n');
  expect(report.ms).toBeLessThan(2500);
  expect((await run('print(1 + 1)\n')).output).toBe('2\n');
});

test('a loop that catches exceptions is stopped all the same', async () => {
  const report = await run(lines('while True:', '    try:', '        pass', '    except Exception:', '        pass'));
  expect(report.problem?.hint).toBe('time');
});

test('a loop in one test is reported there and the tests after it are skipped', async () => {
  const report = await runExercise({
    exercise: lines('def f():', '    while True:', '        pass'),
    tests: lines(
      'from exercise import f',
      'def test_a():',
      '    pass',
      'def test_b():',
      '    f()',
      'def test_c():',
      '    pass',
    ),
    seconds: 0.5,
  });
  expect(report.tests.map((t) => t.outcome)).toEqual(['pass', 'fail', 'skipped']);
  expect(report.tests[1]?.problem).toMatchObject({ hint: 'time', file: 'exercise.py' });
});

test('an exception that cannot say what it is does not break the report', async () => {
  const report = await run(
    lines('class Odd(Exception):', '    def __str__(self):', '        raise ValueError', 'raise Odd'),
  );
  expect(report.problem).toMatchObject({ type: 'Odd', message: '', line: 4 });
});

test('output is cut at 64 kB and the program stopped', async () => {
  const report = await run(
    lines('while True:', '    try:', '        print("x" * 1000)', '    except Exception:', '        pass'),
  );
  expect(report.problem?.hint).toBe('output');
  expect(report.output.length).toBe(64 * 1024);
});

test('ten megabytes in one print end the same way', async () => {
  const report = await run('print("y" * 10_000_000)\n');
  expect(report.problem?.hint).toBe('output');
  expect(report.output.length).toBe(64 * 1024);
});

test('endless recursion becomes RecursionError with a short traceback', async () => {
  const report = await run(lines('def f(n):', '    return f(n + 1)', 'f(0)'));
  expect(report.problem).toMatchObject({ type: 'RecursionError', hint: 'recursion', line: 2 });
  expect(report.problem?.traceback.length).toBeLessThan(2000);
});

test('a higher recursion limit is granted only as far as the browser survives', async () => {
  const report = await run(
    lines('import sys', 'sys.setrecursionlimit(10**9)', 'def f(n):', '    return f(n + 1)', 'f(0)'),
  );
  expect(report.problem?.hint).toBe('recursion');
});

test('too much memory becomes MemoryError and the next run works', async () => {
  expect((await run('x = bytearray(10**9)\n')).problem?.hint).toBe('memory');
  expect((await run('print("ok")\n')).output).toBe('ok\n');
});

test('a module that is not there is named', async () => {
  expect((await run('import torch.nn\n')).problem).toMatchObject({ hint: 'module', module: 'torch', line: 1 });
});

test.each(['js', 'pyodide', 'pyodide_js', 'pyodide.http', '_pyodide_core', 'micropip', 'ctypes'])(
  'the way out through %s is closed',
  async (name) => {
    const { problem } = await run(`import ${name}\n`);
    expect(problem).toMatchObject({ type: 'ModuleNotFoundError', hint: 'module', line: 1 });
  },
);

test('a syntax error names its line and the tests are listed as not run', async () => {
  const report = await runExercise({
    exercise: lines('x = 1', 'def f(:', '    pass'),
    tests: lines('def test_a():', '    """First."""', 'def test_b():', '    pass'),
  });
  expect(report.problem).toMatchObject({ type: 'SyntaxError', hint: 'syntax', file: 'exercise.py', line: 2 });
  expect(report.tests).toMatchObject([
    { name: 'test_a', doc: 'First.', outcome: 'skipped' },
    { name: 'test_b', outcome: 'skipped' },
  ]);
});

test('a name the tests need and the exercise lacks is an import error of the test file', async () => {
  const report = await runExercise({
    exercise: 'x = 1\n',
    tests: lines('from exercise import f', 'def test_a():', '    pass'),
  });
  expect(report.problem).toMatchObject({ type: 'ImportError', hint: 'import', file: 'test_exercise.py', line: 1 });
});

test('what NumPy’s subset lacks is answered with what there is', async () => {
  const { problem } = await run(lines('import numpy as np', 'np.float32(1)'));
  expect(problem).toMatchObject({ type: 'AttributeError', hint: 'numpy', line: 2 });
  expect(problem?.message).toContain('Use float64 instead');
  expect(problem?.message).toContain('linspace');
  expect(problem?.message).toContain('lib/python/numpy/README.md');
});

test('input and exit end in a message', async () => {
  expect((await run('input("name?")\n')).problem?.hint).toBe('input');
  expect((await run('raise SystemExit("no")\n')).problem?.hint).toBe('exit');
  expect((await run('raise SystemExit\n')).problem).toBeNull();
});

test('the demo under __main__ runs for Run and not for the tests', async () => {
  const exercise = lines('if __name__ == "__main__":', '    print("demo")');
  expect((await run(exercise)).output).toBe('demo\n');
  expect((await runExercise({ exercise, tests: lines('import exercise', 'def test_a():', '    pass') })).output).toBe(
    '',
  );
});

test('asyncio.run works without the browser’s loop', async () => {
  const report = await run(
    lines(
      'import asyncio',
      'async def worker(queue):',
      '    for i in range(3):',
      '        await queue.put(i)',
      '        await asyncio.sleep(0.01)',
      'async def main():',
      '    queue = asyncio.Queue(1)',
      '    task = asyncio.create_task(worker(queue))',
      '    got = [await queue.get() for _ in range(3)]',
      '    await task',
      '    try:',
      '        await asyncio.wait_for(queue.get(), 0.02)',
      '    except TimeoutError:',
      '        got.append("timeout")',
      '    return got',
      'print(asyncio.run(main()))',
    ),
    3,
  );
  expect(report.problem).toBeNull();
  expect(report.output).toBe("[0, 1, 2, 'timeout']\n");
});

test('a run leaves nothing behind: builtins, NumPy, modules, the streams', async () => {
  await run(
    lines(
      'import builtins, sys, numpy as np',
      'builtins.len = lambda x: 0',
      'builtins.leaked = 1',
      'np.sum = None',
      'sys.path.clear()',
      'sys.stdout = None',
      'other = 1',
    ),
  );
  const report = await run(
    lines(
      'import numpy as np, json',
      'print(len([1, 2]), "leaked" in dir(__builtins__), np.sum([1, 2]))',
      'print("other" in globals())',
    ),
  );
  expect(report.problem).toBeNull();
  expect(report.output).toBe('2 False 3\nFalse\n');
});

test('warnings point at the line of the exercise', async () => {
  const { output } = await run(lines('import numpy as np', 'print(np.log(np.array([0.0])))'));
  expect(output).toBe(
    lines(
      'exercise.py:2: RuntimeWarning: divide by zero encountered in log',
      '  print(np.log(np.array([0.0])))',
      '[-inf]',
    ),
  );
});

test('the modules lessons use are in the trimmed standard library', async () => {
  const names =
    'json re math random statistics itertools functools collections dataclasses typing enum abc copy heapq bisect string textwrap unicodedata hashlib hmac base64 struct array decimal fractions datetime time calendar asyncio threading queue contextlib io os pathlib tempfile html html.parser urllib.parse csv logging argparse unittest difflib pprint timeit traceback warnings operator numbers secrets uuid zlib gzip zipfile sqlite3'.split(
      ' ',
    );
  const without = new Set(['sqlite3']);
  const report = await run(
    lines(
      'missing = []',
      `for name in ${JSON.stringify(names)}:`,
      '    try:',
      '        __import__(name)',
      '    except ImportError:',
      '        missing.append(name)',
      'print(missing)',
    ),
    10,
  );
  expect(report.problem).toBeNull();
  expect(report.output.trim()).toBe(JSON.stringify([...without]).replaceAll('"', "'"));
});

test('events tell what happens while it happens', async () => {
  const { run: runNow } = await startNodeRuntime();
  const kinds: string[] = [];
  const files = {
    'exercise.py': 'print("loading")\n',
    'test_exercise.py': lines('import exercise', 'def test_a():', '    pass'),
  };
  runNow(files, { mode: 'test', seconds: 2, onEvent: (event) => kinds.push(event.kind) });
  expect(kinds).toEqual(['tests', 'output', 'start', 'test']);
});
