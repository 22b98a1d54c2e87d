import { afterEach, expect, test, vi } from 'vitest';
import { defineCore, type Work } from '@/lib/labs/core';
import { serveWork } from '@/lib/labs/serve-work';
import type { WorkReport, WorkRequest } from '@/lib/labs/work-protocol';

type Count = { readonly done: number };

/** Counts to `total`; each number is looked at twice, as a training step is looked at before the next one. */
function* count(total: number): Work<Count> {
  for (let done = 1; done <= total; done += 1) {
    for (let look = 0; look < 3; look += 1) yield { done, total, given: () => ({ done }) };
  }
  return { done: total };
}

/** A worker's side in this very process: what it hears is sent by `tell`, what it says lands in `said`. */
function startWorker(work: () => Work<Count>) {
  const said: WorkReport<Count>[] = [];
  const waiting: (() => void)[] = [];
  let hear: (event: { readonly data: WorkRequest<Count> }) => void = () => {};
  vi.stubGlobal('self', {
    postMessage: (report: WorkReport<Count>) => {
      said.push(report);
      for (const look of waiting) look();
    },
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener;
    },
  });
  serveWork(
    defineCore({
      id: 'counting',
      params: {},
      given: (): Count => ({ done: 0 }),
      run: (_, given: Count) => given,
      work,
      goal: () => ({ met: false, progress: 0 }),
      solution: {},
      predict: () => '',
      table: () => ({ columns: [], rows: [] }),
    }),
  );
  const tell = (data: WorkRequest<Count>) => hear({ data });
  const begin = () => tell({ type: 'start', values: {}, given: { done: 0 } });
  /** Answers as soon as such a report is there: a timer would starve while the worker's slices follow each other. */
  const until = (type: WorkReport<Count>['type']) =>
    new Promise<void>((resolve) => {
      const look = () => said.some((report) => report.type === type) && resolve();
      waiting.push(look);
      look();
    });
  return { said, tell, begin, until };
}

/** Lets whatever was set going go on: a worker that is paused says nothing more. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 30));

afterEach(() => vi.unstubAllGlobals());

test('work that is left alone runs to its end, and the outcome is said once', async () => {
  const { said, begin, until } = startWorker(() => count(5));
  begin();
  await until('done');
  await rest();
  expect(said.filter(({ type }) => type === 'done')).toEqual([{ type: 'done', given: { done: 5 } }]);
});

test('paused work stands still, one step adds exactly one, and what is shown is where it stands', async () => {
  const { said, tell, begin, until } = startWorker(() => count(1e9));
  begin();
  await until('progress');
  tell({ type: 'pause' });
  const paused = said.at(-1);
  await rest();
  expect(said.at(-1)).toBe(paused);
  if (paused?.type !== 'progress') throw new Error('a pause reports how far it is');
  expect(paused.given).toEqual({ done: paused.done });
  for (let i = 1; i <= 7; i += 1) {
    tell({ type: 'step' });
    expect(said.at(-1)).toMatchObject({ done: paused.done + i, given: { done: paused.done + i } });
  }
  await rest();
  expect(said.at(-1)).toMatchObject({ done: paused.done + 7 });
});

test('steps of paused work reach its end', async () => {
  const { said, tell, begin } = startWorker(() => count(3));
  begin();
  for (let i = 0; i < 4; i += 1) tell({ type: 'step' });
  expect(said.map((report) => (report.type === 'progress' ? report.done : report.type))).toEqual([1, 2, 3, 'done']);
  await rest();
  expect(said).toHaveLength(4);
});

test('going on after a pause reaches the end, however often it was paused', async () => {
  const { said, tell, begin, until } = startWorker(() => count(20_000));
  begin();
  for (let i = 0; i < 20; i += 1) {
    tell({ type: 'pause' });
    tell({ type: 'resume' });
  }
  await until('done');
  expect(said.at(-1)).toEqual({ type: 'done', given: { done: 20_000 } });
});

test('an error in the work is said, and nothing more is done', async () => {
  const { said, begin, until } = startWorker(function* () {
    yield { done: 1, total: 2 };
    throw new Error('a bad number');
  });
  begin();
  await until('failed');
  await rest();
  expect(said).toEqual([{ type: 'failed', message: 'a bad number' }]);
});
