/** The client's side of running: one start for all, killing, the spare, cancelling. The worker is a stand-in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPythonClient } from '@/lib/python/client';
import type { FromWorker, ToWorker } from '@/lib/python/protocol';

const manifest = { version: 'abc', pyodide: '1', python: '3', files: [], download: 100, lock: {} };
const report = { tests: [], problem: null, ms: 1 };
const assets = { module: {}, buffers: {}, wheel: null } as never;

/** A worker that starts when told to, answers runs with `answer` and remembers what it was asked. */
class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  terminated = false;
  readonly received: ToWorker[] = [];
  constructor(
    readonly url: string,
    readonly answer: (message: Extract<ToWorker, { type: 'run' }>) => FromWorker[],
    readonly starts: boolean,
  ) {}
  postMessage(message: ToWorker) {
    this.received.push(message);
    if (message.type === 'boot' && this.starts) {
      this.say({ type: 'progress', phase: 'download', loaded: 50, total: 100 });
      this.say({ type: 'ready', assets: message.assets ? null : assets, numpy: 'subset' });
    }
    if (message.type === 'run') for (const reply of this.answer(message)) this.say(reply);
  }
  say(data: FromWorker) {
    queueMicrotask(() => this.terminated || this.onmessage?.({ data }));
  }
  terminate() {
    this.terminated = true;
  }
}

function setUp(answer: FakeWorker['answer'] = ({ id }) => [{ type: 'done', id, report }], starts = true) {
  const workers: FakeWorker[] = [];
  const client = createPythonClient('/python/', (url) => {
    const worker = new FakeWorker(url, answer, starts);
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

const files = { 'exercise.py': 'x = 1\n' };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { deviceMemory: 8 });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(manifest)));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('nothing is started before it is asked for', () => {
  expect(setUp().workers).toHaveLength(0);
});

test('several boots share one worker and hear of the download', async () => {
  const { client, workers } = setUp();
  const seen: number[] = [];
  await Promise.all([client.boot((p) => seen.push(p.loaded)), client.boot()]);
  expect(workers.map((w) => w.url)).toEqual(['/python/abc/worker.mjs']);
  expect(seen).toEqual([50]);
  expect(client.isReady()).toBe(true);
});

test('a finished run resolves with its report and the output that came before', async () => {
  const { client } = setUp(({ id }) => [
    { type: 'event', id, event: { kind: 'output', text: 'hello\n' } },
    { type: 'done', id, report },
  ]);
  expect(await client.run(files, { mode: 'run' })).toEqual({ ...report, status: 'finished', output: 'hello\n' });
});

test('after a run a spare is started from memory, without a second download', async () => {
  const { client, workers } = setUp();
  await client.run(files, { mode: 'run' });
  await vi.advanceTimersByTimeAsync(4000);
  expect(workers).toHaveLength(2);
  expect(workers[1]?.received[0]).toMatchObject({ type: 'boot', assets });
});

test('a run that hangs is killed in five seconds, keeps what it had, and the spare takes over', async () => {
  let hang = false;
  const { client, workers } = setUp(({ id }) =>
    hang
      ? [
          { type: 'event', id, event: { kind: 'tests', names: [{ name: 'test_a', doc: '' }] } },
          { type: 'event', id, event: { kind: 'output', text: 'so far' } },
        ]
      : [{ type: 'done', id, report }],
  );
  await client.run(files, { mode: 'run' });
  await vi.advanceTimersByTimeAsync(4000);
  hang = true;
  const hanging = client.run(files, { mode: 'test' });
  await vi.advanceTimersByTimeAsync(4999);
  const outcome = await hanging;
  expect(outcome.status).toBe('killed');
  expect(outcome.output).toBe('so far');
  expect(outcome.tests).toMatchObject([{ name: 'test_a', outcome: 'skipped' }]);
  expect(workers[0]?.terminated).toBe(true);
  hang = false;
  expect((await client.run(files, { mode: 'run' })).status).toBe('finished');
  expect(workers[1]?.received.some((m) => m.type === 'run')).toBe(true);
});

test('an interpreter that dies is reported and replaced', async () => {
  let die = true;
  const { client, workers } = setUp(({ id }) => [
    die ? { type: 'dead', id, message: 'stack' } : { type: 'done', id, report },
  ]);
  expect((await client.run(files, { mode: 'run' })).status).toBe('crashed');
  die = false;
  expect((await client.run(files, { mode: 'run' })).status).toBe('finished');
  expect(workers).toHaveLength(2);
});

test('a run can be stopped at once', async () => {
  const { client, workers } = setUp(() => []);
  const running = client.run(files, { mode: 'run' });
  await vi.advanceTimersByTimeAsync(100);
  client.cancel();
  expect((await running).status).toBe('cancelled');
  expect(workers[0]?.terminated).toBe(true);
});

test('a start can be cancelled and tried again', async () => {
  const { client, workers } = setUp(undefined, false);
  const booting = client.boot(() => undefined);
  await vi.advanceTimersByTimeAsync(10);
  client.cancelBoot();
  await expect(booting).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]?.terminated).toBe(true);
  void client.boot().catch(() => undefined);
  await vi.advanceTimersByTimeAsync(10);
  expect(workers).toHaveLength(2);
});

test('a manifest that cannot be had is an error, and not remembered', async () => {
  const { client } = setUp();
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(client.boot()).rejects.toThrow('HTTP 404');
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(manifest)));
  await expect(client.boot()).resolves.toBeUndefined();
});

test('runs take turns', async () => {
  const order: number[] = [];
  const { client } = setUp(({ id }) => {
    order.push(id);
    return [{ type: 'done', id, report }];
  });
  await Promise.all([client.run(files, { mode: 'run' }), client.run(files, { mode: 'run' })]);
  expect(order).toEqual([1, 2]);
});
